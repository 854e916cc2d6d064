export const masts = {
  add: 'Thêm cột mới',
  hint: 'Cột mới nằm trong phương án, hoàn tác được; sóng được tính lại ngay. Sau đó có thể dời và chỉnh từng cell.',
  operators: 'Nhà mạng lên cột, sóng {{technology}} ba hướng',
  equipment: 'băng {{band}}, {{bandwidth}} MHz, {{power}} dBm',
  noSpectrum: 'không có băng tần {{technology}}',
  onMap: 'Chọn trên bản đồ',
  build: 'Dựng cột',
  choosing: 'Bấm vào bản đồ, nơi đặt cột mới.',
  leave: 'Thôi',
} as const;
