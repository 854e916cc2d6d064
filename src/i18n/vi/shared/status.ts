export const status = { served: 'có sóng', partial: 'lõm sóng', none: 'trắng sóng', pending: 'chưa tính' } as const;
