export const definition = {
  served: 'Có sóng {{technology}}',
  servedText:
    'Trung tâm xóm (nhà văn hóa) và mọi cụm dân cư đều đạt {{level}} {{technology}} ≥ {{threshold}} dBm, ngoài trời, máy thu cao {{height}} m, tại {{percent}} % số vị trí.',
  hole: 'Lõm sóng {{technology}}',
  holeText: 'Trung tâm xóm đạt ngưỡng {{technology}} nhưng ít nhất một cụm dân cư thì không.',
  none: 'Trắng sóng {{technology}}',
  noneText:
    'Trung tâm xóm không đạt ngưỡng {{technology}} từ bất kỳ nhà mạng nào (hoặc từ nhà mạng đang lọc). Nhà dân trong xóm vẫn có thể đạt: số người tính theo cụm dân cư của họ.',
  d1: 'Tỷ lệ dùng chung D1',
  d1Formula: 'D1 = số vị trí cột có từ hai nhà mạng ÷ tổng số vị trí cột',
  d1Text: 'Hôm nay {{shared}} ÷ {{sites}} = {{rate}}.',
  d2: 'Tỷ lệ dùng chung D2',
  d2Formula: 'D2 = số lượt thuê trên vị trí dùng chung ÷ tổng số lượt thuê',
  d2Text: 'Hôm nay {{shared}} ÷ {{sites}} = {{rate}}.',
  certainty: 'Mức chắc chắn',
  certaintyText:
    'Sóng thay đổi quanh giá trị tính được theo từng vị trí. Chắc chắn: xác suất kết luận đúng từ 95 %; nhiều khả năng: từ 75 %; còn lại: chưa chắc.',
  fibre: 'Chưa có cáp quang',
  fibreText: 'Gói dữ liệu không ghi nhận cáp quang tới xóm.',
} as const;
