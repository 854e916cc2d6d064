export const saving = {
  save: 'Lưu tệp phương án',
  kind: 'Tệp phương án Phủ Sóng',
  unsaved: 'Chưa lưu',
  saved: 'Đã lưu: {{file}}',
  done: 'Đã lưu {{file}}',
  failed: 'Không lưu được: {{message}}',
  replaced: 'Công việc chưa lưu đã được thay bằng tệp vừa mở.',
  bringBack: 'Lấy lại',
  ground:
    'Địa hình đã thay: tệp phủ {{share}} tỉnh, lấp {{filled}} ô trống. Coi là mô hình bề mặt: không cộng thêm vật che phủ. Phương án được giữ nguyên.',
  open: 'Mở tệp phương án (.phusong)…',
  opened: 'Đã mở {{file}}',
};
