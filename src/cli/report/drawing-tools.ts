import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DrawingTools } from '../../report/figures/rasterise.ts';
import type { PageFont } from '../../report/html/page-fonts.ts';

const require = createRequire(import.meta.url);

const bytesOf = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(require.resolve(name)));

const faces = [
  ['Tinos', 400, 'normal'],
  ['Tinos', 400, 'italic'],
  ['Tinos', 700, 'normal'],
  ['Tinos', 700, 'italic'],
  ['Noto Sans', 400, 'normal'],
  ['Noto Sans', 600, 'normal'],
] as const;

const pageFont = async (
  [family, weight, style]: (typeof faces)[number],
  subset: PageFont['subset'],
): Promise<PageFont> => {
  const name = family.toLowerCase().replace(' ', '-');
  const data = await bytesOf(`@fontsource/${name}/files/${name}-${subset}-${weight}-${style}.woff2`);
  return { family, weight, style, subset, data };
};

/** What draws the report's pages and pictures, from the installed packages. */
export const readDrawingTools = async (): Promise<DrawingTools> => ({
  wasm: await bytesOf('@resvg/resvg-wasm/index_bg.wasm'),
  fonts: [
    await bytesOf('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    await bytesOf('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  ],
  pageFonts: await Promise.all(faces.flatMap((face) => [pageFont(face, 'latin'), pageFont(face, 'vietnamese')])),
});
