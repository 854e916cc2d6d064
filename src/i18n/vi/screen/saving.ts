export const saving = {
  save: 'Lưu tệp phương án',
  kind: 'Tệp phương án Phủ Sóng',
  unsaved: 'Chưa lưu',
  nothing: 'Chưa có thay đổi',
  saved: 'Đã lưu: {{file}}',
  downloaded: 'Đã tải về: {{file}}',
  done: 'Đã lưu {{file}}',
  failed: 'Không lưu được: {{message}}',
  replaced: 'Công việc chưa lưu đã được thay bằng tệp vừa mở.',
  bringBack: 'Lấy lại',
  ground: 'Địa hình đã thay: tệp phủ {{share}} tỉnh, lấp {{filled}} ô trống. Phương án được giữ nguyên.',
  groundIs: {
    surface: 'Coi là mặt phủ: không cộng thêm cây và nhà.',
    bare: 'Coi là mặt đất trần: cộng thêm cây và nhà theo lớp phủ đất.',
  },
  open: 'Mở tệp phương án (.phusong)…',
  opened: 'Đã mở {{file}}',
} as const;
