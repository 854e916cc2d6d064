import { zlibSync } from 'fflate';

/** How a small GeoTIFF of the test is written; whatever is left out is as plain as can be. */
export interface TiffLook {
  width?: number;
  height?: number;
  /** Values of each sample of each pixel; one sample: 150 m and rising. */
  sampleOf?: (column: number, row: number, sample: number) => number;
  bigEndian?: boolean;
  bigTiff?: boolean;
  /** 1 unsigned, 2 signed, 3 floating point. */
  format?: 1 | 2 | 3;
  bits?: 8 | 16 | 32 | 64;
  samples?: number;
  planar?: boolean;
  compression?: 'none' | 'lzw' | 'deflate' | 'packbits';
  predictor?: 1 | 2 | 3;
  /** Rows a strip; the whole picture where neither this nor tiles are given. */
  rowsPerStrip?: number;
  /** Side of a tile. */
  tile?: number;
  photometric?: number;
  extraSamples?: readonly number[];
  noData?: string;
  metadata?: string;
  /** Geo keys beside type and system: [key, value]. */
  keys?: readonly (readonly [number, number])[];
  /** Tags that stand in place of those made, by number. */
  tags?: Readonly<Record<number, readonly number[]>>;
  /** Which pixels count: a mask as GDAL keeps it, in a directory of its own. */
  mask?: (column: number, row: number) => boolean;
}

type Field = readonly [tag: number, type: 2 | 3 | 4 | 12 | 16, values: readonly number[]];
const sizes = { 2: 1, 3: 2, 4: 4, 12: 8, 16: 8 } as const;

/** LZW as TIFF has it, plain and slow: codes of 9 to 12 bits, growing one early. */
const lzw = (data: Uint8Array): Uint8Array => {
  const out: number[] = [];
  let held = 0n;
  let heldBits = 0;
  const put = (code: number, bits: number): void => {
    held = (held << BigInt(bits)) | BigInt(code);
    heldBits += bits;
    while (heldBits >= 8) {
      heldBits -= 8;
      out.push(Number((held >> BigInt(heldBits)) & 255n));
    }
  };
  let table = new Map<string, number>();
  let bits = 9;
  const reset = (): void => {
    table = new Map(Array.from({ length: 256 }, (_, i) => [String.fromCharCode(i), i]));
    bits = 9;
  };
  reset();
  put(256, bits);
  let next = 258;
  let word = '';
  for (const byte of data) {
    const longer = word + String.fromCharCode(byte);
    if (table.has(longer)) {
      word = longer;
      continue;
    }
    put(table.get(word)!, bits);
    table.set(longer, next++);
    if (next >= 1 << bits) bits++;
    if (next >= 4094) {
      put(256, Math.min(bits, 12));
      reset();
      next = 258;
    }
    word = String.fromCharCode(byte);
  }
  if (word !== '') put(table.get(word)!, bits);
  next++;
  if (next >= 1 << bits && bits < 12) bits++;
  put(257, bits);
  put(0, 7);
  return Uint8Array.from(out);
};

const packBits = (data: Uint8Array): Uint8Array => {
  const out: number[] = [];
  for (let at = 0; at < data.length; ) {
    let run = 1;
    while (run < 128 && at + run < data.length && data[at + run] === data[at]) run++;
    if (run > 1) {
      out.push((1 - run) & 255, data[at]);
      at += run;
    } else {
      out.push(0, data[at++]);
    }
  }
  return Uint8Array.from(out);
};

const packs = {
  none: (data: Uint8Array) => data,
  lzw,
  deflate: (data: Uint8Array) => zlibSync(data),
  packbits: packBits,
};
const codes = { none: 1, lzw: 5, deflate: 8, packbits: 32773 } as const;

/** Bytes of a block: predicted, in the order of the file, packed. */
const blockBytes = (rows: readonly (readonly number[])[], side: number, look: Required<PackLook>): Uint8Array => {
  const { bits, format, predictor, bigEndian, compression } = look;
  const size = bits / 8;
  const bytes = new Uint8Array(rows.length * rows[0].length * size);
  const view = new DataView(bytes.buffer);
  const little = !bigEndian;
  const write = (at: number, value: number, asLittle: boolean): void => {
    if (format === 3) size === 4 ? view.setFloat32(at, value, asLittle) : view.setFloat64(at, value, asLittle);
    else if (size === 1) view.setUint8(at, value);
    else if (size === 2) view.setUint16(at, value, asLittle);
    else view.setUint32(at, value, asLittle);
  };
  rows.forEach((row, r) => {
    const from = r * row.length * size;
    if (predictor !== 3) {
      row.forEach((value, i) => {
        write(from + i * size, predictor === 2 && i >= side ? value - row[i - side] : value, little);
      });
      return;
    }
    // the planes of Technical Note 3: highest bytes first, then differences of bytes
    row.forEach((value, i) => {
      write(from + i * size, value, false);
    });
    const line = bytes.slice(from, from + row.length * size);
    const planes = new Uint8Array(line.length);
    for (let i = 0; i < row.length; i++) for (let b = 0; b < size; b++) planes[b * row.length + i] = line[i * size + b];
    for (let i = planes.length - 1; i >= side; i--) planes[i] -= planes[i - side];
    bytes.set(planes, from);
  });
  return packs[compression](bytes);
};
type PackLook = Pick<TiffLook, 'bits' | 'format' | 'predictor' | 'bigEndian' | 'compression'>;

const pictures = (look: TiffLook): { fields: Field[]; blocks: Uint8Array[]; kind: 'strip' | 'tile' } => {
  const { width = 16, height = 12, samples = 1, planar = false, tile, photometric = 1 } = look;
  const { format = 2, bits = 16, predictor = 1, bigEndian = false, compression = 'none' } = look;
  const sampleOf = look.sampleOf ?? ((column, row) => 150 + column + row * 3);
  const blockWidth = tile ?? width;
  const blockHeight = tile ?? look.rowsPerStrip ?? height;
  const blocks: Uint8Array[] = [];
  for (const sample of planar ? Array.from({ length: samples }, (_, s) => s) : [-1]) {
    for (let top = 0; top < height; top += blockHeight) {
      for (let left = 0; left < width; left += blockWidth) {
        const rows = Math.min(blockHeight, tile ? blockHeight : height - top);
        const block = Array.from({ length: rows }, (_, r) =>
          Array.from({ length: blockWidth * (planar ? 1 : samples) }, (_, i) => {
            const column = Math.min(width - 1, left + (planar ? i : Math.floor(i / samples)));
            return sampleOf(column, Math.min(height - 1, top + r), planar ? sample : i % samples);
          }),
        );
        blocks.push(blockBytes(block, planar ? 1 : samples, { bits, format, predictor, bigEndian, compression }));
      }
    }
  }
  const kind = tile ? 'tile' : 'strip';
  const fields: Field[] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, Array.from({ length: samples }, () => bits)],
    [259, 3, [codes[compression]]],
    [262, 3, [photometric]],
    [277, 3, [samples]],
    ...(tile
      ? ([
          [322, 4, [tile]],
          [323, 4, [tile]],
        ] as Field[])
      : ([[278, 4, [blockHeight]]] as Field[])),
    [284, 3, [planar ? 2 : 1]],
    [317, 3, [predictor]],
    [339, 3, Array.from({ length: samples }, () => format)],
    ...(look.extraSamples ? ([[338, 3, look.extraSamples]] as Field[]) : []),
  ];
  return { fields, blocks, kind };
};

const ascii = (text: string): number[] => [...new TextEncoder().encode(`${text}\0`)];

/** Eight pixels a byte, as GDAL writes its masks. */
const maskPicture = ({ width = 16, height = 12, mask }: TiffLook): { fields: Field[]; blocks: Uint8Array[] } => {
  const rowBytes = Math.ceil(width / 8);
  const bytes = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row++) {
    for (let c = 0; c < width; c++) if (mask!(c, row)) bytes[row * rowBytes + (c >> 3)] |= 128 >> (c & 7);
  }
  const fields: Field[] = [
    [254, 4, [4]],
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, [1]],
    [259, 3, [8]],
    [262, 3, [4]],
    [277, 3, [1]],
    [278, 4, [height]],
  ];
  return { fields, blocks: [zlibSync(bytes)] };
};

/** A small DEM in degrees from 105.8° E, 21.65° N, cells of 0.001°, written as it is asked for. */
export const aTiff = (look: TiffLook = {}): Uint8Array => {
  const { bigEndian = false, bigTiff = false } = look;
  const { fields, blocks, kind } = pictures(look);
  const keys = [[1024, 2], [1025, 1], [2048, 4326], ...(look.keys ?? [])];
  const own: Field[] = [
    ...fields,
    [33550, 12, [0.001, 0.001, 0]],
    [33922, 12, [0, 0, 0, 105.8, 21.65, 0]],
    [34735, 3, [1, 1, 0, keys.length, ...keys.flatMap(([key, value]) => [key, 0, 1, value])]],
    ...(look.metadata ? ([[42112, 2, ascii(look.metadata)]] as Field[]) : []),
    ...(look.noData === undefined ? [] : ([[42113, 2, ascii(look.noData)]] as Field[])),
  ];
  const parts = [
    { fields: own, blocks, kind },
    ...(look.mask ? [{ ...maskPicture(look), kind: 'strip' as const }] : []),
  ];
  const little = !bigEndian;
  const chunks: { at: number; bytes: Uint8Array }[] = [];
  let end = bigTiff ? 16 : 8;
  const place = (bytes: Uint8Array): number => {
    const at = end;
    chunks.push({ at, bytes });
    end += bytes.length + (bytes.length % 2);
    return at;
  };
  const valueBytes = ([, type, values]: Field): Uint8Array => {
    const bytes = new Uint8Array(values.length * sizes[type]);
    const view = new DataView(bytes.buffer);
    values.forEach((value, i) => {
      const at = i * sizes[type];
      if (type === 2) view.setUint8(at, value);
      else if (type === 3) view.setUint16(at, value, little);
      else if (type === 4) view.setUint32(at, value, little);
      else if (type === 12) view.setFloat64(at, value, little);
      else view.setBigUint64(at, BigInt(value), little);
    });
    return bytes;
  };
  const starts = parts.map(({ fields: all, blocks: packed, kind: of }) => {
    const offsets = packed.map(place);
    const [offsetTag, countTag] = of === 'tile' ? [324, 325] : [273, 279];
    const type = bigTiff ? 16 : 4;
    const whole: Field[] = [...all, [offsetTag, type, offsets], [countTag, type, packed.map(({ length }) => length)]];
    return whole
      .map((field): Field => [field[0], field[1], look.tags?.[field[0]] ?? field[2]])
      .sort((a, b) => a[0] - b[0])
      .map((field) => {
        const bytes = valueBytes(field);
        return { field, bytes, at: bytes.length > (bigTiff ? 8 : 4) ? place(bytes) : null };
      });
  });
  const [countBytes, entryBytes, offsetBytes] = bigTiff ? [8, 20, 8] : [2, 12, 4];
  const directoryAt = starts.map((entries) =>
    place(new Uint8Array(countBytes + entries.length * entryBytes + offsetBytes)),
  );
  const file = new Uint8Array(end);
  for (const { at, bytes } of chunks) file.set(bytes, at);
  const view = new DataView(file.buffer);
  const offset = (at: number, value: number): void =>
    bigTiff ? view.setBigUint64(at, BigInt(value), little) : view.setUint32(at, value, little);
  view.setUint16(0, bigEndian ? 0x4d4d : 0x4949);
  view.setUint16(2, bigTiff ? 43 : 42, little);
  if (bigTiff) view.setUint16(4, 8, little);
  offset(bigTiff ? 8 : 4, directoryAt[0]);
  starts.forEach((entries, d) => {
    const from = directoryAt[d];
    if (bigTiff) view.setBigUint64(from, BigInt(entries.length), little);
    else view.setUint16(from, entries.length, little);
    entries.forEach(({ field: [tag, type, values], bytes, at }, i) => {
      const entry = from + countBytes + i * entryBytes;
      view.setUint16(entry, tag, little);
      view.setUint16(entry + 2, type, little);
      offset(entry + 4, values.length);
      if (at === null) file.set(bytes, entry + entryBytes - offsetBytes);
      else offset(entry + entryBytes - offsetBytes, at);
    });
    offset(from + countBytes + entries.length * entryBytes, directoryAt[d + 1] ?? 0);
  });
  return file;
};
