export const letterhead = {
  parentBody: 'Ủy ban nhân dân tỉnh {{province}}',
  place: '{{province}}',
  signerTitle: 'Giám đốc',
  before2025: {
    office: 'Sở Thông tin và Truyền thông',
    symbol: 'BC-STTTT',
    ministry: 'Bộ Thông tin và Truyền thông',
    unit: 'BCVT',
  },
  since2025: {
    office: 'Sở Khoa học và Công nghệ',
    symbol: 'BC-SKHCN',
    ministry: 'Bộ Khoa học và Công nghệ',
    unit: 'BCVT',
  },
  localities: { before: 'Ủy ban nhân dân các huyện, thành phố, thị xã', since: 'Ủy ban nhân dân các xã, phường' },
  recipient: {
    committee: 'Ủy ban nhân dân tỉnh (để báo cáo)',
    ministry: '{{ministry}} (để báo cáo)',
    localities: '{{localities}}',
    companies: 'Các doanh nghiệp viễn thông trên địa bàn',
    archive: 'Lưu: VT, {{unit}}',
  },
} as const;
