export const ground = {
  title: 'Địa hình mới dưới phương án',
  question: 'Độ cao trong tệp là của bề mặt nào?',
  surface: {
    name: 'Ngọn cây và mái nhà (mặt phủ)',
    means: 'Như ra-đa và ảnh chụp nhìn thấy: SRTM, ALOS, Copernicus DEM. Cây và nhà đã có trong đó, không cộng nữa.',
  },
  bare: {
    name: 'Mặt đất trần',
    means:
      'Như đo đạc, quét laser và bản đồ đường đồng mức. Cây và nhà được cộng thêm theo lớp phủ đất, ITU-R P.1812 bảng 2.',
  },
  kept: 'Các phương án được giữ, mọi số liệu được tính lại, và có thể lấy lại địa hình cũ.',
  replace: 'Dùng làm địa hình',
} as const;
