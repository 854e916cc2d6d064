export const recovery = {
  kept: 'trình duyệt giữ bản {{time}}',
  off: 'trình duyệt không giữ được bản nào',
  place: 'bản khôi phục',
  full: 'Bộ nhớ trình duyệt đã đầy, không giữ được bản khôi phục. Hãy lưu ra tệp.',
  refused: 'Trình duyệt không cho giữ bản khôi phục. Hãy lưu ra tệp trước khi đóng trang.',
  offer_one: 'Còn công việc chưa lưu từ {{time}}: {{count}} thay đổi.',
  offer_other: 'Còn công việc chưa lưu từ {{time}}: {{count}} thay đổi.',
  restore: 'Khôi phục',
  letGo: 'Bỏ đi',
  elsewhere: 'Còn công việc chưa lưu trên gói «{{title}}». Mở gói đó để khôi phục.',
  openElsewhere: 'Mở gói đó',
  restored_one: 'Đã khôi phục {{count}} thay đổi',
  restored_other: 'Đã khôi phục {{count}} thay đổi',
  failed: 'Không khôi phục được: {{message}}',
  incomplete: 'bản lưu trong trình duyệt bị thiếu',
};

export const tabs = {
  held: 'Phương án trên gói này đang mở ở một thẻ khác. Ở đây chỉ xem, để không ghi đè lên nhau.',
  take: 'Làm tiếp ở đây',
  freed: 'Thẻ kia đã đóng; ở đây sửa được.',
};
