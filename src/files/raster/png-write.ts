import { encode } from 'fast-png';

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha of each pixel, row by row from the top. */
  pixels: Uint8Array | Uint8ClampedArray;
}

/** A picture as PNG (ISO/IEC 15948), 8 bits a channel with alpha. The same pixels give the same bytes. */
export const writePng = ({ width, height, pixels }: Pixels): Uint8Array =>
  encode({ width, height, data: pixels, channels: 4, depth: 8 }, { zlib: { level: 6 } });
