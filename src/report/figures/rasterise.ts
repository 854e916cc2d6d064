import type { PageFont } from '../html/page-fonts.ts';
import type { Figure } from './figure.ts';

/** What pages and pictures are made with: the rasteriser's WebAssembly, its fonts' files, and those of the page. */
export interface DrawingTools {
  wasm: Uint8Array;
  fonts: readonly Uint8Array[];
  pageFonts: readonly PageFont[];
}

let started: Promise<unknown> | null = null;

/**
 * Pictures of figures as PNG at a resolution for print. The same in a browser and without one: text is drawn with the
 * fonts given, never with those of the machine.
 */
export const createRasteriser = async ({ wasm, fonts }: Pick<DrawingTools, 'wasm' | 'fonts'>) => {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  started ??= initWasm(wasm.slice());
  await started;
  return ({ svg, widthMm }: Figure, dotsPerInch: number): Uint8Array => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * dotsPerInch) },
      font: { fontBuffers: [...fonts], defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' },
    });
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    drawing.free();
    return png;
  };
};
