export const help = {
  title: 'Phím tắt',
  tasks: 'Chuyển nhiệm vụ',
  map: 'Đến bản đồ',
  list: 'Đi trong danh sách; Enter để chọn',
  escape: 'Bỏ chọn, đóng bảng',
  theme: 'Đổi nền sáng, tối',
  language: 'Đổi ngôn ngữ',
  arrows: 'Di chuyển bản đồ khi đang ở bản đồ',
  zoom: 'Phóng to, thu nhỏ khi đang ở bản đồ',
} as const;
