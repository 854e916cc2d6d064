import latinRegular from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinSemiBold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import vietnameseRegular from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url';
import vietnameseSemiBold from '@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2?url';
import type { FontFacesSpecification } from 'maplibre-gl';
import { regular, semiBold } from './font-names.ts';

const vietnamese = [
  'U+0102-0103',
  'U+0110-0111',
  'U+0128-0129',
  'U+0168-0169',
  'U+01A0-01A1',
  'U+01AF-01B0',
  'U+0300-0301',
  'U+0303-0304',
  'U+0308-0309',
  'U+0323',
  'U+1EA0-1EF9',
];
const latin = ['U+0000-00FF', 'U+2000-206F', 'U+2212'];

const absolute = (url: string): string => new URL(url, document.baseURI).href;

/** The map's letters come with the app, so that labels are drawn offline. */
export const fontFaces = (): FontFacesSpecification => ({
  [regular]: [
    { url: absolute(vietnameseRegular), 'unicode-range': vietnamese },
    { url: absolute(latinRegular), 'unicode-range': latin },
  ],
  [semiBold]: [
    { url: absolute(vietnameseSemiBold), 'unicode-range': vietnamese },
    { url: absolute(latinSemiBold), 'unicode-range': latin },
  ],
});
