/** A path told on the command line. */
export const explanation = {
  polarisation: { vertical: 'phân cực đứng', horizontal: 'phân cực ngang' },
  quantity: {
    frequencyMHz: 'tần số (MHz)',
    distanceKm: 'khoảng cách (km)',
    txHeightM: 'độ cao anten phát (m)',
    rxHeightM: 'độ cao anten thu (m)',
    locationPercent: 'phần trăm vị trí',
    horizonKm: 'khoảng cách tới chân trời của một anten (km)',
    horizonMrad: 'góc chân trời của một anten (mrad)',
    surfaceRefractivity: 'chỉ số khúc xạ tại mặt đất (đơn vị N)',
  },
  from: 'Phát: {{lon}}; {{lat}}, mặt đất {{ground}} m, anten cao {{height}} m.',
  to: 'Thu: {{lon}}; {{lat}}, mặt đất {{ground}} m, anten cao {{height}} m.',
  apart: 'Cách nhau {{distance}}, phương vị {{azimuth}}°.',
  radio:
    '{{frequency}} MHz, {{polarisation}}, {{time}} % thời gian, {{locations}} % vị trí; bán kính Trái Đất hiệu dụng {{radius}} km.',
  pack: 'Gói dữ liệu «{{title}}»: {{terrain}}; {{landCover}}.',
  terrain: 'địa hình {{kind}} ({{source}})',
  terrainPart: 'địa hình {{kind}} ({{source}}), nguồn chỉ phủ {{share}} % tỉnh, ngoài đó là giả lập',
  landCover: 'lớp phủ {{kind}}',
  noLandCover: 'không tính lớp phủ',
  unknown: 'Lưu ý: {{share}} % mặt cắt không có địa hình và được nối thẳng; kết quả chỉ để tham khảo.',
  clear:
    'Tầm nhìn thẳng thông suốt. Chỗ hẹp nhất ở {{at}}: tia đi trên mặt cắt {{above}} m, bằng {{clearance}} bán kính Fresnel thứ nhất ({{fresnel}} m).',
  blocked:
    'Bị che khuất. Vật cản ở {{at}}: đất {{ground}} m, lớp phủ {{clutter}} m, độ cong Trái Đất {{bulge}} m; cao hơn tia {{above}} m, bằng {{clearance}} bán kính Fresnel thứ nhất ({{fresnel}} m).',
  horizons: 'Chân trời nhìn từ máy phát ở {{tx}}, nhìn từ máy thu ở {{rx}} (tính từ máy phát).',
  fresnel: '60 % vùng Fresnel thứ nhất không thoáng trên {{share}} % đường truyền.',
  terms: {
    title: 'Các thành phần suy hao:',
    freeSpace: 'Không gian tự do',
    diffraction: 'Nhiễu xạ (mặt cắt {{bullington}}, mặt đất cong {{smooth}})',
    coverage: 'Cộng lại, giá trị trung vị dùng khi tính vùng phủ',
    others: 'Thời gian và các đường khác (tán xạ đối lưu {{troposcatter}}, ống dẫn sóng {{ducting}})',
    locations: 'Biến động vị trí, {{percent}} % vị trí',
    total: 'Suy hao truyền sóng, ITU-R P.1812',
    field: 'Cường độ trường với 1 kW e.r.p., dB(µV/m)',
  },
  outside:
    'Ngoài phạm vi của ITU-R P.1812: {{quantity}} {{value}}, phạm vi {{min}} đến {{max}}; kết quả không được bảo đảm.',
  assumed: 'Giả định: ΔN = {{deltaN}} đơn vị N/km, N0 = {{n0}} đơn vị N.',
} as const;
