export const kind = {
  official: 'chính thức',
  measured: 'đo đạc',
  derived: 'suy ra',
  synthetic: 'giả lập',
  meaning: {
    official: 'do cơ quan có thẩm quyền công bố',
    measured: 'đo trực tiếp ngoài thực địa hoặc từ vệ tinh',
    derived: 'tính ra từ nguồn chính thức hoặc đo đạc',
    synthetic: 'do máy sinh ra cho giống thật, không phải số liệu thật',
  },
} as const;
