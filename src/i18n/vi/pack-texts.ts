/** What the built-in pack says of its layers in English. A text of another pack stays as it is. */
export const packTexts = {
  'Phủ Sóng, made from the facts': 'Phủ Sóng, dựng từ các bảng số liệu',
  'public figures': 'số liệu công khai',
  'Names, codes, areas and census figures are official; the shapes are schematic, not surveyed boundaries.':
    'Tên, mã, diện tích và số điều tra dân số là chính thức; hình dạng là sơ đồ, không phải ranh giới đo đạc.',
  'Joined from the schematic communes; names and codes are official.':
    'Ghép từ các xã dạng sơ đồ; tên và mã là chính thức.',
  'Joined from the schematic communes.': 'Ghép từ các xã dạng sơ đồ.',
  'Named by the article of 31/12/2020; shapes joined from the schematic communes.':
    'Tên theo bài báo ngày 31/12/2020; hình dạng ghép từ các xã dạng sơ đồ.',
  'No open list of the hamlets exists: places, names and people a hamlet are made up; people a commune are those of the census.':
    'Không có danh sách xóm công khai: vị trí, tên và số dân từng xóm là giả lập; số dân từng xã đúng theo tổng điều tra.',
  'GSO, population and housing census of 1 April 2019; register of administrative units 2020':
    'Tổng cục Thống kê, Tổng điều tra dân số và nhà ở 1/4/2019; danh mục đơn vị hành chính 2020',
  'Official by commune; its spread over hamlets is synthetic.': 'Chính thức theo xã; phần chia về từng xóm là giả lập.',
  'No open list of the sites exists: 1,600 sites, 144 of them shared, placed where operators would build.':
    'Không có danh sách vị trí cột công khai: 1.600 vị trí, trong đó 144 dùng chung, đặt ở nơi nhà mạng thường xây.',
  '94 % of hamlets have fibre, as the article states; which ones is made up.':
    '94 % số xóm có cáp quang như bài báo nêu; xóm nào có là giả lập.',
  'Least climbing ways between commune points.': 'Đường ít dốc nhất nối điểm đại diện các xã.',
  '225 postal points as the article states; places are made up.':
    '225 điểm bưu chính như bài báo nêu; vị trí là giả lập.',
  'Shape made up; height figures of each commune follow SRTM where it was measured.':
    'Hình thể giả lập; số liệu độ cao từng xã theo SRTM ở nơi có đo.',
  'From terrain slope and population density.': 'Suy từ độ dốc và mật độ dân số.',
  'GSO figures, the article of 31/12/2020 and the sources each row names':
    'Số liệu Tổng cục Thống kê, bài báo ngày 31/12/2020 và nguồn ghi ở từng dòng',
  'Each row carries its own source and confidence.': 'Mỗi dòng có nguồn và độ tin cậy riêng.',
} as const;
