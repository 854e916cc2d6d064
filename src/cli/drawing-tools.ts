import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DrawingTools } from '../report/figures/rasterise.ts';

const require = createRequire(import.meta.url);

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await readFile(path));

/** What draws the report's pictures, from the installed packages. */
export const readDrawingTools = async (): Promise<DrawingTools> => ({
  wasm: await bytesOf(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
  fonts: [
    await bytesOf(require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')),
    await bytesOf(require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf')),
  ],
});
