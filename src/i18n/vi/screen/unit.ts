export const unit = {
  people: 'người',
  dbm: '{{value}} dBm',
  db: '{{value}} dB',
  km: '{{value}} km',
  m: '{{value}} m',
  km2: '{{value}} km²',
  tonnes: '{{value}} tấn',
  percent: '{{value}} %',
  billionVnd: '{{value}} tỷ đồng',
  billionVndYear: '{{value}} tỷ đồng/năm',
  deg: '{{value}}°',
} as const;
