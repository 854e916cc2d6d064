/** A part of a typeface that travels inside the page, so that it reads the same on every machine. */
export interface PageFont {
  family: 'Tinos' | 'Noto Sans';
  weight: 400 | 600 | 700;
  style: 'normal' | 'italic';
  subset: 'latin' | 'vietnamese';
  /** WOFF2. */
  data: Uint8Array;
}

/** The characters of each part, as the fonts are cut. */
const unicodeRanges: Record<PageFont['subset'], string> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
};

/** What a call takes as arguments at once. */
const chunk = 8192;

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return btoa(text);
};

/** Rules of the page's style that bring its fonts. */
export const fontFaces = (fonts: readonly PageFont[]): string =>
  fonts
    .map(
      ({ family, weight, style, subset, data }) =>
        `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; unicode-range: ${unicodeRanges[subset]}; src: url(data:font/woff2;base64,${base64(data)}) format("woff2"); }`,
    )
    .join('\n');
