/** The headline printed after a report. */
export const summary = {
  percent: '{{value}} %',
  money: '{{central}} tỷ đồng (P10–P90: {{low}} – {{high}})',
  kinds: 'Nguồn gốc dữ liệu:',
  partlyMeasured: 'Địa hình đo đạc phủ {{share}} % của tỉnh; phần còn lại là giả lập.',
} as const;
