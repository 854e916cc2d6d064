/** What somebody who comes for the first time is offered. */
export const firstVisit = {
  title: 'Ranh giới và địa hình thật của Thái Nguyên',
  means:
    'Gói đang mở là dữ liệu giả lập. Có thể lấy ranh giới, địa hình, đường và điểm dân cư thật từ nguồn công khai: xem dung lượng, nguồn và giấy phép trước, chưa tải gì.',
  look: 'Xem nguồn và dung lượng',
  no: 'Không, cảm ơn',
} as const;
