/** Colours of the report's pictures: told apart by the colour-blind, and by lightness when printed grey. */
export const colours = {
  served: '#7fb0d3',
  partial: '#c26a00',
  none: '#a00f35',
  unknown: '#8b949a',
  absent: '#8b949a',
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

/** From no one to most people without signal, a fill for each class of `shareClassStarts`; then one for what is not known. */
export const shareFills = ['#ffffff', '#f4e0ba', '#e3bf85', '#c8935a', '#8a4f22'] as const;
export const unknownShareFill = '#c9ced2';
