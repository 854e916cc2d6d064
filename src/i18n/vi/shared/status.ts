export const status = { served: 'có sóng', hole: 'lõm sóng', none: 'trắng sóng', pending: 'chưa tính' } as const;
