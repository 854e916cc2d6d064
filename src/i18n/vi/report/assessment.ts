/** The document of an assessment. */
export const assessment = {
  title: 'Kết quả thẩm tra vị trí cột ăng-ten do doanh nghiệp đề xuất',
  opening:
    'Tài liệu này so {{towers}} cột đề xuất trong {{files}} tệp ({{names}}) với hiện trạng trong gói dữ liệu «{{pack}}» ngày {{date}}.',
  synthetic:
    'Hiện trạng có lớp giả lập ({{layers}}). Các con số minh họa cách thẩm tra, không phải kết luận cho một cột có thật.',
  real: 'Nguồn gốc từng lớp của hiện trạng ghi trong gói dữ liệu.',
  summary: 'TÓM TẮT',
  summaryText:
    'Đề nghị: {{share}} cột dùng chung cột đang có, {{build}} cột dựng mới, {{noGain}} cột chưa thấy lợi ích phủ sóng {{technology}}. Nếu làm tất cả, {{people}} người lần đầu có sóng {{technology}} của nhà mạng đề xuất, trong đó {{any}} người hiện chưa có sóng {{technology}} của nhà mạng nào; {{hamlets}} xóm được phủ trọn.',
  moneyText:
    'Dựng mới tất cả có giá trị hiện tại {{build}} tỷ đồng (thấp {{buildLow}}, cao {{buildHigh}}); dùng chung như đề nghị {{advice}} tỷ đồng (thấp {{adviceLow}}, cao {{adviceHigh}}). Gồm cột, vận hành và điện phụ trợ, không gồm thiết bị vô tuyến và tiền thuê. Tham số và nguồn ở gói dữ liệu.',
  rateText:
    'Tỷ lệ dùng chung {{definition}} hiện nay {{today}}; {{built}} nếu dựng mới tất cả; {{advised}} nếu dùng chung như đề nghị.',
  method: 'CÁCH THẨM TRA',
  methodText:
    'Sóng {{technology}} của từng cột được tính tại trung tâm và từng cụm dân cư của mọi xóm trong bán kính {{radius}} km, ngưỡng {{threshold}} dBm, {{percent}} % vị trí. Cột đủ gần khi cách không quá {{urban}} m ở đô thị và {{rural}} m ở nông thôn, tối đa {{tenants}} nhà mạng một cột. Nên dùng chung khi cột đang có còn chỗ và phục vụ đủ {{technology}} cho những người cột mới phục vụ thêm. Dung lượng và thủ tục đất đai không nằm trong phép tính.',
  masts: 'TỪNG CỘT: {{file}}',
  mastsTable: 'Cột đề xuất trong {{file}}',
  reasons: 'Lý do',
  near: 'CỘT ĐANG CÓ TRONG GIỚI HẠN DÙNG CHUNG',
  nearTable: 'Cột đang có đủ gần cột đề xuất',
  joint: 'CỘT NÊN DÙNG CHUNG GIỮA CÁC ĐỀ XUẤT',
  leftOutText: '{{count}} dòng trên {{rows}} của {{file}} không đọc được và không được thẩm tra.',
} as const;
