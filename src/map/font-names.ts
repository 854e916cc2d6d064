/** Names the map's style uses; the files behind them are in fonts.ts. */
export const regular = 'Noto Sans';
export const semiBold = 'Noto Sans SemiBold';
