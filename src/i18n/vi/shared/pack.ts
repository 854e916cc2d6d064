/** What the built-in pack and the parameters of the facts say of themselves, by their own sentences. */
export const pack = {
  'Phủ Sóng, made from the facts': 'Phủ Sóng, dựng từ các bảng số liệu',
  'public figures': 'số liệu công khai',
  'Names, codes, areas and census figures are official; the shapes are schematic, not surveyed boundaries.':
    'Tên, mã, diện tích và số điều tra dân số là chính thức; hình dạng là sơ đồ, không phải ranh giới đo đạc.',
  'Joined from the schematic communes; names and codes are official.':
    'Ghép từ các xã dạng sơ đồ; tên và mã là chính thức.',
  'Units of 2025, joined from those of 2020 by the list of predecessors.':
    'Đơn vị năm 2025, ghép từ các xã năm 2020 theo danh sách sáp nhập.',
  'Units of 2025; what belongs to each by the list of predecessors.':
    'Đơn vị năm 2025; phần thuộc từng đơn vị theo danh sách sáp nhập.',
  'Units of 2020, drawn as a power diagram inside those of 2025: right in area and place, schematic in outline.':
    'Xã năm 2020, vẽ bằng biểu đồ lũy thừa bên trong đơn vị năm 2025: đúng diện tích và vị trí, đường nét là sơ đồ.',
  'Joined from the schematic communes.': 'Ghép từ các xã dạng sơ đồ.',
  'Named by the article of 31/12/2020; shapes joined from the schematic communes.':
    'Tên theo bài báo ngày 31/12/2020; hình dạng ghép từ các xã dạng sơ đồ.',
  'No open list of the hamlets exists: places, names and people a hamlet are made up; people a commune are those of the census.':
    'Không có danh sách xóm công khai: vị trí, tên và số dân từng xóm là giả lập; số dân từng xã đúng theo tổng điều tra.',
  'GSO, population and housing census of 1 April 2019; register of administrative units 2020':
    'Tổng cục Thống kê, Tổng điều tra dân số và nhà ở 1/4/2019; danh mục đơn vị hành chính 2020',
  'Official by commune; its spread over hamlets is synthetic.': 'Chính thức theo xã; phần chia về từng xóm là giả lập.',
  'No open list of the sites exists: 1,600 sites, 144 of them shared, placed where operators would build. Fitted so that few hamlets lack 4G, most in Võ Nhai and Định Hóa, as by the same builder on real boundaries and SRTM (22 hamlets); published since: 11 without 3G/4G in 2023, all in Võ Nhai (baophapluat.vn), 99.6 % with mobile broadband at the end of 2024 (baothainguyen.vn).':
    'Không có danh sách vị trí cột công khai: 1.600 vị trí, trong đó 144 dùng chung, đặt ở nơi nhà mạng thường xây. Hiệu chỉnh để ít xóm thiếu 4G, phần lớn ở Võ Nhai và Định Hóa, như khi cùng cách dựng chạy trên ranh giới thật và SRTM (22 xóm); số liệu công bố sau này: 11 xóm chưa có 3G/4G năm 2023, đều ở Võ Nhai (baophapluat.vn), 99,6 % số xóm có băng rộng di động cuối năm 2024 (baothainguyen.vn).',
  '94 % of hamlets have fibre, as the article states; which ones is made up.':
    '94 % số xóm có cáp quang như bài báo nêu; xóm nào có là giả lập.',
  'Least climbing ways between commune points.': 'Đường ít dốc nhất nối điểm đại diện các xã.',
  '225 postal points as the article states; places are made up.':
    '225 điểm bưu chính như bài báo nêu; vị trí là giả lập.',
  'Shape made up; height figures of each commune follow SRTM where it was measured.':
    'Hình thể giả lập; số liệu độ cao từng xã theo SRTM ở nơi có đo.',
  'From terrain slope and population density; open where people live and to masts within 500 m.':
    'Suy từ độ dốc và mật độ dân số; phát quang quanh nhà ở và lối tới cột trong vòng 500 m.',
  'GSO figures, the article of 31/12/2020 and the sources each row names':
    'Số liệu Tổng cục Thống kê, bài báo ngày 31/12/2020 và nguồn ghi ở từng dòng',
  'Each row carries its own source and confidence.': 'Mỗi dòng có nguồn và độ tin cậy riêng.',
  '9217 (108-15) is often taken by mistake': 'hay bị nhầm với 9217 (108°15′)',
  'the zone is sourced; its use in this province is common practice':
    'múi chiếu có nguồn; việc dùng ở tỉnh này theo thông lệ',
  'Coordinate Frame sign convention, not Position Vector':
    'dấu theo quy ước Coordinate Frame, không phải Position Vector',
  'the source rounds to 3,522; low is the exact figure': 'nguồn làm tròn 3.522; mức thấp là số chính xác',
  'an order of size, not an official count; replace with the list of the province':
    'chỉ là cỡ độ lớn, không phải số chính thức; thay bằng danh sách của tỉnh',
  'sites or base stations: the unit of the source is ambiguous; stated by the article and by the press':
    'vị trí hay trạm: nguồn không nói rõ; bài báo và báo chí nêu',
  'stated by the article of 31/12/2020': 'bài báo ngày 31/12/2020 nêu',
  'above the figure of 2024: the definition changed in between': 'cao hơn số năm 2024: định nghĩa đã đổi',
  'the 900 thousand Internet subscribers of the article must include mobile broadband':
    '900 nghìn thuê bao Internet của bài báo phải gồm cả băng rộng di động',
  'what the operator declares under the national scheme, not the limit itself':
    'mức nhà mạng công bố theo quy chuẩn, không phải chính giới hạn',
  'a setting of the user': 'người dùng đặt',
  'no source for the 1.0 to 2.5 billion often quoted': 'không có nguồn cho mức 1,0 đến 2,5 tỷ hay được nhắc',
  'derived from sourced figures': 'suy ra từ các số có nguồn',
  'about 9.2 triệu VND/month at 22,000; derived from sourced figures':
    'khoảng 9,2 triệu đồng/tháng ở tỷ giá 22.000; suy ra từ các số có nguồn',
  'an upper bound: the revenue includes in-building systems, fibre and solar; derived from sourced figures':
    'mức trên: doanh thu gồm cả hệ thống trong nhà, cáp quang và điện mặt trời; suy ra từ các số có nguồn',
  'an old dispute far from usual prices; not a default': 'tranh chấp cũ, xa giá thông thường; không dùng làm mặc định',
  'a guyed mast has little wind capacity to spare, which is what limits sharing':
    'cột dây co ít dư khả năng chịu gió, đó là điều giới hạn việc dùng chung',
  'added for a slope of 1: at a grade of 30 % a metre costs 1.3 times that of level ground':
    'cộng thêm cho độ dốc 1: ở độ dốc 30 % một mét đắt gấp 1,3 lần đất bằng',
  'added for a slope of 1: at a grade of 30 % a metre costs 1.6 times that of level ground':
    'cộng thêm cho độ dốc 1: ở độ dốc 30 % một mét đắt gấp 1,6 lần đất bằng',
} as const;
