export const structure = {
  guyed: 'cột dây co',
  'self-support': 'cột tự đứng',
  monopole: 'cột đơn thân',
  rooftop: 'trên mái nhà',
  unknown: 'chưa rõ kết cấu',
} as const;
