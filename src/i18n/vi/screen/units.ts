export const units = {
  title: 'Đơn vị hành chính năm',
  hint: 'Đọc bảng, bản đồ và báo cáo theo đơn vị hành chính năm {{vintage}}',
  reading: 'Đang dựng các đơn vị hành chính…',
  failed: 'Không dựng được các đơn vị hành chính khác; số liệu vẫn theo đơn vị của gói.',
  unknown: 'Không rõ đơn vị năm {{own}} của gói này là đơn vị nào năm {{asked}}: chỉ đọc được theo đơn vị của gói.',
  joined:
    'Đơn vị năm {{told}} ghép từ các xã năm {{own}}: mỗi xã vào trọn một đơn vị theo danh sách sáp nhập, kể cả nơi bản đồ vẽ một phần ở đơn vị khác. Không còn cấp huyện. Tổng số không đổi.',
  drawn:
    'Gói chỉ có hình dạng các đơn vị năm {{own}}; xã năm {{told}} được vẽ bên trong: đúng diện tích và vị trí, đường nét là sơ đồ. Tổng số không đổi.',
} as const;
