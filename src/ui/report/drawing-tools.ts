import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf?url';
import sansLatin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import sansBoldLatin from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import sansVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff2?url';
import sansBoldVietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-600-normal.woff2?url';
import italicLatin from '@fontsource/tinos/files/tinos-latin-400-italic.woff2?url';
import plainLatin from '@fontsource/tinos/files/tinos-latin-400-normal.woff2?url';
import boldItalicLatin from '@fontsource/tinos/files/tinos-latin-700-italic.woff2?url';
import boldLatin from '@fontsource/tinos/files/tinos-latin-700-normal.woff2?url';
import italicVietnamese from '@fontsource/tinos/files/tinos-vietnamese-400-italic.woff2?url';
import plainVietnamese from '@fontsource/tinos/files/tinos-vietnamese-400-normal.woff2?url';
import boldItalicVietnamese from '@fontsource/tinos/files/tinos-vietnamese-700-italic.woff2?url';
import boldVietnamese from '@fontsource/tinos/files/tinos-vietnamese-700-normal.woff2?url';
import rasteriser from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { DrawingTools } from '../../report/figures/rasterise.ts';
import type { PageFont } from '../../report/html/page-fonts.ts';

type Face = Pick<PageFont, 'family' | 'weight' | 'style'>;
const faces: readonly [face: Face, latin: string, vietnamese: string][] = [
  [{ family: 'Tinos', weight: 400, style: 'normal' }, plainLatin, plainVietnamese],
  [{ family: 'Tinos', weight: 400, style: 'italic' }, italicLatin, italicVietnamese],
  [{ family: 'Tinos', weight: 700, style: 'normal' }, boldLatin, boldVietnamese],
  [{ family: 'Tinos', weight: 700, style: 'italic' }, boldItalicLatin, boldItalicVietnamese],
  [{ family: 'Noto Sans', weight: 400, style: 'normal' }, sansLatin, sansVietnamese],
  [{ family: 'Noto Sans', weight: 600, style: 'normal' }, sansBoldLatin, sansBoldVietnamese],
];

const load = async (url: string): Promise<Uint8Array> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** What draws the report's pages and pictures; comes with the app, and is fetched when a report is first made. */
export const loadDrawingTools = async (): Promise<DrawingTools> => {
  const pageFonts = faces.flatMap(([face, latin, vietnamese]) => [
    load(latin).then((data): PageFont => ({ ...face, subset: 'latin', data })),
    load(vietnamese).then((data): PageFont => ({ ...face, subset: 'vietnamese', data })),
  ]);
  const [wasm, ...fonts] = await Promise.all([rasteriser, regular, semiBold].map(load));
  return { wasm, fonts, pageFonts: await Promise.all(pageFonts) };
};
