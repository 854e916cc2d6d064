/** The report as a document: what stands in every official one, headings, sentences. */
export const document = {
  title: 'Hiện trạng phủ sóng {{technology}}, cáp quang và dùng chung vị trí cột trạm',
  syntheticNotice:
    'Báo cáo tính trên dữ liệu có lớp giả lập (xem bảng nguồn gốc dữ liệu). Các con số về xóm, vị trí cột, cáp quang và địa hình thuộc lớp giả lập minh họa cách tính, không phải số liệu thật và không dùng làm căn cứ quyết định cho một xóm hay một cột cụ thể.',
  realNotice: 'Nguồn gốc từng lớp dữ liệu được ghi trong bảng nguồn gốc dữ liệu.',
  official: {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    number: 'Số: {{number}}/{{symbol}}',
    dated: '{{place}}, ngày {{day}} tháng {{month}} năm {{year}}',
    datedOpen: '{{place}}, ngày …… tháng …… năm {{year}}',
    recipients: 'Nơi nhận:',
    annex: 'Phụ lục {{number}}',
    annexOf: '(Kèm theo Báo cáo số {{number}}/{{symbol}} {{dated}} của {{office}})',
    kindOfDocument: 'BÁO CÁO',
    contents: 'MỤC LỤC',
    figureCaption: 'Hình {{number}}. {{title}}',
    tableCaption: 'Bảng {{number}}. {{title}}',
  },
  heading: {
    summary: 'TÓM TẮT',
    method: 'PHƯƠNG PHÁP, ĐỊNH NGHĨA VÀ NGUỒN DỮ LIỆU',
    howCalculated: 'Cách tính',
    definitions: 'Định nghĩa',
    settings: 'Thiết lập và phiên bản',
    provenance: 'Nguồn gốc dữ liệu',
    gaps: 'XÓM CHƯA CÓ SÓNG {{technology}}',
    byOperator: 'Theo nhà mạng',
    byDistrict: 'Theo huyện, thành phố, thị xã',
    byCommuneOnly: 'Theo xã, phường',
    byCommune: 'Theo xã, phường, thị trấn',
    remedies: 'Cách khắc phục',
    fibre: 'XÓM CHƯA CÓ CÁP QUANG',
    closing: 'KHÉP VÙNG TRỐNG',
    closingRollout: 'Phủ sóng {{technology}}',
    closingFibre: 'Kéo cáp quang',
    closingResilience: 'Dự phòng khi có sự cố',
    pilots: 'XÃ THÍ ĐIỂM VÀ KHU VỰC QUAN TÂM',
    targets: 'MỤC TIÊU VÀ HIỆN TRẠNG',
    sharing: 'DÙNG CHUNG VỊ TRÍ CỘT',
    rates: 'Tỷ lệ dùng chung',
    savings: 'Tiết kiệm và phát thải',
    uncertainty: 'Độ bất định của tiết kiệm',
    plan: 'Phương án gộp trạm',
    parties: 'Cân đối của từng bên',
    lineage: 'Chỉ số được tính từ đâu',
    proposals: 'ĐỀ XUẤT CỦA DOANH NGHIỆP VIỄN THÔNG',
  },
  text: {
    opening:
      'Báo cáo tổng hợp hiện trạng phủ sóng {{technology}}, cáp quang và dùng chung vị trí cột trên địa bàn tỉnh {{province}}, tính trên gói dữ liệu “{{pack}}” ở thời điểm {{date}}, theo {{communes}} xã, phường, thị trấn thuộc {{districts}} huyện, thành phố, thị xã.',
    openingTwoLevels:
      'Báo cáo tổng hợp hiện trạng phủ sóng {{technology}}, cáp quang và dùng chung vị trí cột trên địa bàn tỉnh {{province}}, tính trên gói dữ liệu “{{pack}}” ở thời điểm {{date}}, theo {{communes}} đơn vị hành chính cấp xã, không tổ chức cấp huyện.',
    unitsJoined:
      'Báo cáo trình bày theo đơn vị hành chính năm {{told}}, ghép từ các xã năm {{own}} của gói dữ liệu: mỗi xã thuộc trọn một đơn vị theo danh sách sáp nhập, kể cả nơi bản đồ vẽ một phần ở đơn vị khác. Số liệu từng xóm và tổng số toàn tỉnh không đổi.',
    unitsDrawn:
      'Báo cáo trình bày theo đơn vị hành chính năm {{told}}. Gói dữ liệu chỉ có hình dạng các đơn vị năm {{own}}: các xã được vẽ bên trong, đúng diện tích và vị trí, đường nét là sơ đồ. Số liệu từng xóm và tổng số toàn tỉnh không đổi.',
    summaryGaps:
      '{{none}} xóm trắng sóng {{technology}} và {{hole}} xóm lõm sóng {{technology}} trên tổng số {{hamlets}} xóm; {{people}} người ở cụm dân cư chưa có sóng {{technology}}.',
    summaryUnknown:
      '{{unknown}} xóm với {{people}} người chưa rõ sóng {{technology}}, vì gói dữ liệu không có địa hình ở đó; họ không được tính là có sóng hay chưa có sóng.',
    absent:
      'Mạng trong gói dữ liệu không có trạm {{technology}} nào: đây là công nghệ vắng mặt, không phải khoảng trống của {{hamlets}} xóm, nên không lập danh sách xóm chưa có sóng {{technology}}.',
    switchedOff:
      'Sóng {{technology}} đã tắt trước ngày của gói dữ liệu: trạm {{technology}} còn trong danh sách không được tính, đây không phải khoảng trống của {{hamlets}} xóm.',
    summaryFibre: '{{hamlets}} xóm chưa có cáp quang, với {{people}} người.',
    summarySharing:
      'Tỷ lệ dùng chung {{definition}} hôm nay là {{today}}; phương án gồm {{merges}} lần gộp đưa tỷ lệ lên {{after}}, mục tiêu {{target}}.',
    summaryMoney:
      'Gộp trạm dự kiến tiết kiệm {{consolidation}} tỷ đồng giá trị hiện tại (P10 {{consolidationP10}}, P90 {{consolidationP90}}); tránh xây mới cùng số lượng dự kiến tiết kiệm {{avoided}} tỷ đồng (P10 {{avoidedP10}}, P90 {{avoidedP90}}). Hai trường hợp không cộng vào nhau.',
    outsideModel: 'ngoài phạm vi của mô hình: {{quantity}} {{value}}, phạm vi {{min}} đến {{max}}',
    methodService:
      'Tại trung tâm và từng cụm dân cư của mỗi xóm, mức thu {{technology}} ({{level}}) từ các trạm của từng nhà mạng được tính theo công suất, anten, {{loss}}. Trạm gần được xét trước, cho đến khi trạm xa hơn không thể mạnh hơn. Xóm được xếp loại theo mức mạnh nhất ở từng điểm.',
    methodSharing:
      'Hai cột của hai nhà mạng khác nhau ở gần nhau là một cặp ứng viên. Sau khi dời, mức thu {{technology}} ở mọi xóm được tính lại từ cột chủ; cặp làm mất sóng {{technology}} ở một trung tâm hay một cụm dân cư bị loại. Cả phương án được tính lại một lần nữa sau khi chọn.',
    methodPlan: 'Mục đích: {{objective}}.',
    solverGreedy: 'Các lần gộp được chọn lần lượt, lần có lợi nhất trước; không chứng minh được là phương án tốt nhất.',
    solverProven: 'Các lần gộp được chọn bằng quy hoạch nguyên, chênh không quá {{gap}} so với phương án tốt nhất.',
    solverUnproven: 'Các lần gộp được chọn bằng quy hoạch nguyên, chưa chứng minh được là tốt nhất.',
    locks: 'bắt buộc {{forced}}, cấm {{forbidden}}',
    scenario: '{{name}} ({{changes}} thay đổi so với gói dữ liệu)',
    noScenario: 'hiện trạng theo gói dữ liệu, không thay đổi',
    ofScenario: 'Số liệu theo kịch bản “{{name}}”, có {{changes}} thay đổi so với gói dữ liệu.',
    lineageIntro:
      '{{annex}} chỉ cho từng chỉ số: thuật ngữ định nghĩa nó, lớp dữ liệu và loại của lớp, thiết lập và tham số dùng để tính, danh sách liệt kê từng xóm, cột hay lần gộp mà chỉ số đếm hoặc cộng.',
    partiesText:
      'Giá trị hiện tại với từng nhà mạng, chủ cột và các chủ đất. Tự tiết kiệm là chi phí vận hành, điện không còn phải trả, trừ chi phí lắp lên cột chủ. Tiền thuê là số thu thêm trừ số trả thêm; cộng mọi bên thì bằng không.',
    methodMoney:
      'Mỗi số tiền có mức thấp, giữa và cao, tính từ khoảng của từng tham số. Giá trị hiện tại chiết khấu dòng tiền của từng năm; vốn đầu tư ở năm 0.',
    methodParameters: 'Mọi tham số, với khoảng, nguồn và độ tin cậy, ở {{annex}}.',
    gapsIntro:
      'Trong {{hamlets}} xóm, {{none}} xóm trắng sóng {{technology}} ({{nonePeople}} người) và {{hole}} xóm lõm sóng {{technology}} ({{holePeople}} người). {{annex}} liệt kê từng xóm.',
    communesWithGaps: 'Các xã có xóm trắng sóng hoặc lõm sóng {{technology}}',
    closingRollout:
      '{{unserved}} người ở các cụm dân cư chưa có sóng {{technology}}. Phương án gồm {{options}} hạng mục phủ sóng cho {{served}} người, với chi phí đầu tư {{central}} tỷ đồng (từ {{low}} đến {{high}}). Sóng được tính lại toàn bộ khi các hạng mục đã xây; trạm đang có được giữ nguyên.',
    closingProof: 'Phương án cách phương án tốt nhất trong các cách tìm được không quá {{gap}}.',
    closingUnproven: 'Phương án chưa được chứng minh là tốt nhất.',
    closingFibre:
      '{{hamlets}} xóm được nối bằng {{km}} km cáp, với chi phí {{central}} tỷ đồng (từ {{low}} đến {{high}}). Không mạng cáp nào rẻ hơn {{bound}} tỷ đồng; khoảng hở {{gap}}.',
    closingResilience:
      '{{people}} người ({{share}}) và trung tâm của {{hamlets}} xóm chỉ dựa vào một trạm. Bảng dưới là các trạm mà mất thì nhiều người mất sóng nhất.',
    ridge: 'bị chắn ở cao độ {{altitude}} m, cách {{site}} {{km}} km; cần cột {{height}} m ở đó',
    ridgeTooHigh: 'bị chắn ở cao độ {{altitude}} m, cách {{site}} {{km}} km; không cột nào ở đó nhìn qua được',
    remediesText: 'Cách khắc phục rẻ nhất của từng xóm, theo phương án đã lập trong nghiên cứu này.',
    remediesNone:
      'Nghiên cứu này chưa lập phương án phủ sóng cho từng xóm; khi có, cách khắc phục rẻ nhất của từng xóm được ghi tại đây.',
    fibreIntro: '{{hamlets}} xóm với {{people}} người chưa có cáp quang. {{annex}} liệt kê từng xóm.',
    communesWithoutFibre: 'Các xã có xóm chưa có cáp quang',
    pilotsIntro: 'Số liệu của các xã thí điểm chuyển đổi số và các khu vực được bài báo nhắc đến.',
    pilotHamletsIntro:
      'Từng xóm của các xã thí điểm: còn thiếu gì, cách khắc phục đã lập trong nghiên cứu này, khoảng chi phí và thứ tự.',
    promisesIntro:
      'Mỗi lời hứa của bài báo đặt cạnh số của nghiên cứu này và mức đạt được sau phương án đang mở. Chỗ nào không có số thì nêu danh sách cần có. Số chính thức về sau ghi kèm thời điểm: mạng trong gói là mạng năm 2020, không phải mạng hôm nay.',
    targetsIntro:
      'Số bài báo nêu đặt cạnh số tìm thấy. Số là đầu vào của gói dữ liệu chỉ lặp lại giả thiết, không phải kết quả tính.',
    targetSources: 'Nguồn các số nêu: {{sources}}.',
    ratesText:
      'Cần {{needed}} lần gộp hai cột một nhà mạng để đạt mục tiêu {{target}} theo {{definition}}. Có {{candidates}} cặp ứng viên, trong đó {{survey}} cặp phải khảo sát khả năng chịu tải của cột.',
    reached: 'Phương án đạt mục tiêu.',
    notReached: 'Phương án chưa đạt mục tiêu.',
    planText:
      'Phương án gồm {{merges}} lần gộp, không xóm hay cụm dân cư nào mất sóng {{technology}}. {{annex}} liệt kê từng lần gộp.',
    proposalsNone: 'Nghiên cứu này không có đề xuất nào của doanh nghiệp.',
    proposalsText: 'Mỗi đề xuất có một phụ lục riêng, liệt kê từng cột, đề nghị, lý do và cột đang có ở gần.',
    proposalAnnex: 'Đề xuất của {{operators}} ({{file}})',
    proposalFile: 'Tệp {{file}} có {{towers}} cột được thẩm tra.',
    proposalLeftOut: '{{count}} trên {{rows}} dòng không đọc được và bị bỏ ra.',
    proposalMasts: 'Cột đề xuất',
    proposalReasons: 'Đề nghị và lý do',
    uncertainty:
      'Khi mọi tham số cùng thay đổi trong khoảng của mình ({{draws}} lần rút ngẫu nhiên), gộp trạm đang có tiết kiệm {{consolidation}}; tránh xây mới cùng số lượng tiết kiệm {{avoided}}. Mức giữa ở bảng trên lấy mọi tham số ở mức giữa; số dự kiến và P50 khác mức giữa vì khoảng của các tham số dài về một phía, có khi mức giữa nằm dưới P10.',
    chances: '{{mean}} tỷ đồng theo dự kiến, {{p50}} ở P50 (P10 {{p10}}, P90 {{p90}}; không lỗ ở {{gain}} số lần rút)',
    swings:
      'Hình sau cho từng tham số một mình đi từ mức thấp đến mức cao trong khi các tham số khác ở mức giữa, tham số làm thay đổi nhiều nhất đứng trước.',
    sheets: 'Phiếu thông tin từng xã ({{count}} phiếu)',
    sheet: '{{commune}}, {{district}}',
    sheetSignal:
      'Trắng sóng {{technology}} {{none}} xóm, lõm sóng {{technology}} {{hole}} xóm; {{unserved}} người chưa có sóng {{technology}}.',
    sheetAbsent: 'Mạng không có {{technology}}.',
    sheetFigures:
      '{{hamlets}} xóm, {{people}} người. {{signal}} Chưa có cáp quang {{withoutFibre}} xóm. {{sites}} vị trí cột, {{shared}} dùng chung.',
  },
} as const;
