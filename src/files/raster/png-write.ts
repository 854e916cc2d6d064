import { zlibSync } from 'fflate';

const signature = [137, 80, 78, 71, 13, 10, 26, 10];
const bitsPerChannel = 8;
const redGreenBlueAlpha = 6;

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** Cyclic redundancy code of ISO 3309, as PNG appends it to every chunk. */
const crcOf = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, crcOf(bytes.subarray(4, content.length + 8)));
  return bytes;
};

interface Pixels {
  width: number;
  height: number;
  /** Red, green, blue, alpha of each pixel, row by row from the top. */
  pixels: Uint8Array | Uint8ClampedArray;
}

/** A picture as PNG (ISO/IEC 15948), 8 bits a channel with alpha. The same pixels give the same bytes. */
export const writePng = ({ width, height, pixels }: Pixels): Uint8Array => {
  if (pixels.length !== width * height * 4 || pixels.length === 0) {
    throw new Error(`A picture of ${width} x ${height} can't hold ${pixels.length} bytes of pixels`);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([bitsPerChannel, redGreenBlueAlpha], 8);
  // each row is led by its filter: none
  const rows = new Uint8Array(height * (width * 4 + 1));
  for (let row = 0; row < height; row++) {
    rows.set(pixels.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1);
  }
  const parts = [
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
