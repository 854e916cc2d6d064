export const term = {
  name: {
    served: 'Có sóng {{technology}}',
    hole: 'Lõm sóng {{technology}}',
    none: 'Trắng sóng {{technology}}',
    unknown: 'Chưa rõ',
    rsrp: '{{level}}',
    certainty: 'Mức chắc chắn',
    fibre: 'Chưa có cáp quang',
    site: 'Vị trí cột',
    d1: 'Tỷ lệ dùng chung D1',
    d2: 'Tỷ lệ dùng chung D2',
    merge: 'Gộp trạm',
    money: 'Tiết kiệm',
    spread: 'P10, P50, P90',
    proposal: 'Đề nghị với cột đề xuất',
  },
  level: {
    RSRP: 'Công suất thu của tín hiệu chuẩn trên một phần tử tài nguyên',
    RSCP: 'Công suất thu của kênh hoa tiêu',
    RxLev: 'Công suất thu của sóng mang BCCH',
  },
  meaning: {
    served:
      'Trung tâm xóm (nhà văn hóa) và mọi cụm dân cư đều đạt {{level}} {{technology}} từ {{threshold}} dBm trở lên, ngoài trời, máy thu cao {{height}} m, tại {{percent}} % số vị trí, từ ít nhất một nhà mạng.',
    hole: 'Trung tâm xóm đạt ngưỡng {{technology}} nhưng ít nhất một cụm dân cư thì không.',
    none: 'Trung tâm xóm không đạt ngưỡng {{technology}} từ bất kỳ nhà mạng nào. Nhà dân trong xóm vẫn có thể đạt: số người tính theo cụm dân cư của họ.',
    unknown:
      'Trung tâm xóm hoặc một cụm dân cư nằm ngoài vùng có địa hình nên không tính được; không tính là có sóng, cũng không tính là chưa có sóng {{technology}}. Tỷ lệ dân chỉ tính trên số dân đã rõ.',
    rsrp: '{{levelMeaning}}, tính bằng dBm; trong danh sách là mức tại trung tâm xóm của nhà mạng mạnh nhất.',
    certainty:
      'Sóng thay đổi quanh giá trị tính được theo từng vị trí. Chắc chắn: xác suất kết luận đúng từ 95 %; nhiều khả năng: từ 75 %; còn lại: chưa chắc.',
    fibre: 'Gói dữ liệu không ghi nhận cáp quang tới xóm.',
    site: 'Một địa điểm có một cột hoặc một kết cấu trên mái, mang từ một đến bốn nhà mạng.',
    d1: 'Số vị trí cột có từ hai nhà mạng trở lên chia cho tổng số vị trí cột. Hôm nay {{sharedSites}} ÷ {{sites}} = {{d1}}.',
    d2: 'Số lượt thuê trên vị trí dùng chung chia cho tổng số lượt thuê. Hôm nay {{sharedTenancies}} ÷ {{tenancies}} = {{d2}}.',
    merge:
      'Chuyển mọi nhà mạng của một cột sang cột khác cách tối đa {{urban}} m ở phường, thị trấn và {{rural}} m ở xã, tối đa {{tenants}} nhà mạng trên một cột, rồi tháo cột cũ; chỉ được chọn khi tính lại từ cột mới không xóm hay cụm dân cư nào mất sóng {{technology}}.',
    money:
      'Giá trị hiện tại trong kỳ tính, có mức thấp, giữa và cao. Gộp trạm đang có và tránh xây mới là hai trường hợp riêng, không cộng vào nhau. Tiền thuê chỉ chuyển tay giữa các nhà mạng nên không tính vào tiết kiệm.',
    spread:
      'Mọi tham số cùng được rút ngẫu nhiên {{draws}} lần, mỗi tham số độc lập theo phân bố tam giác từ mức thấp qua mức giữa đến mức cao, như nhau cho mọi cột. Một phần mười số lần cho kết quả dưới P10, một nửa dưới P50, chín phần mười dưới P90. Cùng hạt giống thì cùng kết quả.',
    proposal:
      'Dùng chung: có cột đang đứng trong giới hạn khoảng cách, còn chỗ, và từ đó vẫn phục vụ đủ {{technology}} cho những người cột mới phục vụ thêm. Dựng mới: có người được phục vụ thêm mà không có cột như vậy. Chưa thấy lợi ích phủ sóng: không ai có sóng lần đầu; dung lượng không nằm trong phép tính. Chi phí gồm cột, vận hành và điện phụ trợ, không gồm thiết bị vô tuyến và tiền thuê.',
  },
} as const;
