import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf?url';
import rasteriser from '@resvg/resvg-wasm/index_bg.wasm?url';
import type { DrawingTools } from '../../report/figures/rasterise.ts';

const load = async (url: string): Promise<Uint8Array> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** What draws the report's pictures; comes with the app, and is fetched when a report is first made. */
export const loadDrawingTools = async (): Promise<DrawingTools> => {
  const [wasm, ...fonts] = await Promise.all([rasteriser, regular, semiBold].map(load));
  return { wasm, fonts };
};
