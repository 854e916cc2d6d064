export const status = {
  served: 'có sóng',
  partial: 'lõm sóng',
  none: 'trắng sóng',
  unknown: 'chưa rõ',
  absent: 'không có trong mạng',
  pending: 'chưa tính',
} as const;
