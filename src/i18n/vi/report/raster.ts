export const raster = {
  coverage: 'Phủ sóng {{technology}}, {{operator}}',
  legend: 'Mức thu {{level}}',
  note: 'Lớp phủ sóng {{technology}}: mức thu ngoài trời ở độ cao {{height}} m, tại {{percent}} % số vị trí, từ các trạm trong {{radius}} km, ô lưới {{cell}} m, theo {{loss}}; mức dưới {{threshold}} dBm không vẽ.',
} as const;
