/** Colours of the report's pictures: told apart by the colour-blind, and by lightness when printed grey. */
export const colours = {
  served: '#7fb0d3',
  partial: '#c26a00',
  none: '#a00f35',
  fibreMissing: '#7a1fa0',
  siteOne: '#8d86a8',
  siteShared: '#3d1f91',
  merge: '#7a1fa0',
  proposed: '#0b6e4f',
  land: '#f3f4f0',
  communeBorder: '#c3c8ca',
  districtBorder: '#7b858d',
  provinceBorder: '#3c474f',
  ink: '#1d262c',
  quiet: '#56626b',
  bar: '#1f6f7a',
  range: '#9db9bd',
} as const;

/** From no one to most people without signal, with the share each class begins at. */
export const shareClasses = [
  { from: 0, fill: '#ffffff' },
  { from: Number.MIN_VALUE, fill: '#f4e0ba' },
  { from: 0.05, fill: '#e3bf85' },
  { from: 0.15, fill: '#c8935a' },
  { from: 0.3, fill: '#8a4f22' },
] as const;
