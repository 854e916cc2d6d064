import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { DrawingTools } from '../report/figures/rasterise.ts';

const require = createRequire(import.meta.url);

/** What draws the report's pictures, from the installed packages. */
export const readDrawingTools = async (): Promise<DrawingTools> => {
  const read = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(require.resolve(name)));
  return {
    wasm: await read('@resvg/resvg-wasm/index_bg.wasm'),
    fonts: [
      await read('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
      await read('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
    ],
  };
};
