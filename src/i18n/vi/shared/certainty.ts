export const certainty = { certain: 'chắc chắn', likely: 'nhiều khả năng', doubtful: 'chưa chắc' } as const;
