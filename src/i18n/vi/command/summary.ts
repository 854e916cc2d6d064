/** The headline printed after a report. */
export const summary = {
  percent: '{{value}} %',
  money: '{{central}} tỷ đồng (thấp–cao: {{low}} – {{high}})',
  kinds: 'Nguồn gốc dữ liệu:',
  partlyMeasured: 'Địa hình đo đạc phủ {{share}} % của tỉnh; phần còn lại là giả lập.',
} as const;
