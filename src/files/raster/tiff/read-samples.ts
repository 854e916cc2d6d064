import type { InputError, RuleId } from '../../../model/problem.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import type { TiffDirectory } from './read-directory.ts';
import { undoPredictor } from './undo-predictor.ts';
import { knownCompressions, TooMuchError, unpack } from './unpack.ts';

/** Values of one sample of a picture, row by row. */
export type Samples =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

const kinds: Readonly<Record<string, new (length: number) => Samples>> = {
  '1/8': Uint8Array,
  '2/8': Int8Array,
  '1/16': Uint16Array,
  '2/16': Int16Array,
  '1/32': Uint32Array,
  '2/32': Int32Array,
  '3/32': Float32Array,
  '3/64': Float64Array,
};
const formats = ['', 'unsigned', 'signed', 'floating point'];

/** How a picture lies in its file: blocks (strips or tiles) of a size, so many across and down. */
interface Blocks {
  width: number;
  height: number;
  across: number;
  down: number;
  offsets: ArrayLike<number>;
  counts: ArrayLike<number>;
}

/** What a picture claims to be, checked before anything of it is expanded. */
export interface TiffPicture {
  directory: TiffDirectory;
  width: number;
  height: number;
  samples: number;
  /** Bits of a value: 1, 8, 16, 32 or 64; the same for every sample. */
  bits: number;
  Kind: new (length: number) => Samples;
  /** Whether each sample has blocks of its own. */
  isPlanar: boolean;
  blocks: Blocks;
}

const refusal = (
  file: string,
  place: string,
  value: string,
  rule: RuleId,
  expected: string | number,
  unit = '',
): InputError => refuse({ file, place, value, rule, ruleValues: { expected, max: expected, unit } });

/**
 * Reads what a directory says of its picture. Throws InputError for sizes of nothing and sizes beyond the limits, for
 * samples of a type no heights have, and for blocks that do not make up the picture or end after the file.
 */
export const pictureOf = (directory: TiffDirectory, bytes: Uint8Array, file: string): TiffPicture => {
  const width = directory.number('width', 0);
  const height = directory.number('height', 0);
  for (const [place, value] of [
    ['ImageWidth', width],
    ['ImageLength', height],
  ] as const) {
    if (!(value >= 1))
      throw refuse({ file, place, value: String(value), rule: 'out-of-range', ruleValues: { min: 1 } });
  }
  const cells = width * height;
  if (cells > limits.rasterCells) {
    throw refusal(file, 'ImageWidth', `${cells} cells`, 'too-large', limits.rasterCells, 'cells');
  }
  const samples = directory.number('samplesPerPixel', 1);
  const bits = directory.number('bitsPerSample', 1);
  const isMixed = [directory.numbers('bitsPerSample'), directory.numbers('sampleFormat')].some((values) =>
    Array.from(values).some((value) => value !== values[0]),
  );
  const format = directory.number('sampleFormat', 1);
  // void is no type of its own: what is written so is taken for unsigned
  const Kind = bits === 1 ? Uint8Array : kinds[`${format === 4 ? 1 : format}/${bits}`];
  if (!Kind || isMixed || !(samples >= 1 && samples <= 64)) {
    const value = `${samples} × ${bits} bit ${formats[format] ?? format}`;
    throw refusal(file, 'BitsPerSample', value, 'wrong-type', 'Int8, Int16, Int32, Float32, Float64');
  }
  if (directory.number('orientation', 1) !== 1 || directory.number('fillOrder', 1) !== 1) {
    throw refusal(file, 'Orientation', String(directory.number('orientation', 1)), 'not-this-format', '1');
  }
  const all = (cells * samples * bits) / 8;
  if (all > limits.rasterBytes) {
    throw refusal(file, 'BitsPerSample', `${all} bytes`, 'too-large', limits.rasterBytes, 'bytes');
  }
  const isPlanar = directory.number('planar', 1) === 2;
  const picture = { directory, width, height, samples, bits, Kind, isPlanar };
  return { ...picture, blocks: blocksOf(picture, bytes, file) };
};

const blocksOf = (
  { directory, width, height, samples, bits, isPlanar }: Omit<TiffPicture, 'blocks'>,
  bytes: Uint8Array,
  file: string,
): Blocks => {
  const isTiled = directory.has('tileWidth') || directory.has('tileOffsets');
  const kind = isTiled ? 'Tile' : 'Strip';
  const blockWidth = isTiled ? directory.number('tileWidth', 0) : width;
  const stripRows = Math.min(height, directory.number('rowsPerStrip', height));
  const blockHeight = isTiled ? directory.number('tileHeight', 0) : stripRows;
  const size = `${blockWidth} × ${blockHeight}`;
  if (!(blockWidth >= 1 && blockHeight >= 1)) {
    throw refuse({ file, place: `${kind}Width`, value: size, rule: 'out-of-range', ruleValues: { min: 1 } });
  }
  // a tile may reach beyond the picture, but not so far that it is another one
  if (blockWidth * blockHeight > Math.max(4 * width * height, 1 << 22)) {
    throw refusal(file, `${kind}Width`, size, 'too-large', `${width} × ${height}`);
  }
  const across = Math.ceil(width / blockWidth);
  const down = Math.ceil(height / blockHeight);
  const count = across * down * (isPlanar ? samples : 1);
  if (count > limits.rasterBlocks) {
    throw refusal(file, `${kind}Offsets`, `${count} blocks`, 'too-large', limits.rasterBlocks, 'blocks');
  }
  const offsets = directory.numbers(isTiled ? 'tileOffsets' : 'stripOffsets');
  const stated = directory.numbers(isTiled ? 'tileByteCounts' : 'stripByteCounts');
  // one strip may leave its length out
  const whole = Math.ceil((width * bits * (isPlanar ? 1 : samples)) / 8) * height;
  const counts = stated.length === 0 && offsets.length === 1 ? [whole] : stated;
  if (offsets.length < count || counts.length < count) {
    const value = String(Math.min(offsets.length, counts.length));
    throw refusal(file, `${kind}Offsets`, value, 'wrong-count', count);
  }
  let end = 0;
  for (let i = 0; i < count; i++) if (counts[i] > 0) end = Math.max(end, offsets[i] + counts[i]);
  if (end > bytes.length)
    throw refusal(file, `byte ${bytes.length}`, `${bytes.length} bytes`, 'truncated', end, 'bytes');
  return { width: blockWidth, height: blockHeight, across, down, offsets, counts };
};

/** Eight pixels to a byte, the highest bit first, rows filled up to whole bytes. */
const unpackBits = (bytes: Uint8Array, columns: number, rows: number): Uint8Array => {
  const out = new Uint8Array(columns * rows);
  const rowBytes = Math.ceil(columns / 8);
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) {
      out[row * columns + c] = (bytes[row * rowBytes + (c >> 3)] >> (7 - (c & 7))) & 1;
    }
  }
  return out;
};

/** Values of a block as its writer had them, all its samples side by side; null for a block that was never written. */
const readBlock = (
  picture: TiffPicture,
  bytes: Uint8Array,
  index: number,
  rows: number,
  file: string,
): Samples | null => {
  const { directory, blocks, bits, samples, isPlanar, Kind } = picture;
  const [offset, count] = [blocks.offsets[index], blocks.counts[index]];
  if (count === 0 || offset === 0) return null;
  const side = isPlanar ? 1 : samples;
  const rowBytes = Math.ceil((blocks.width * bits * side) / 8);
  const kind = directory.has('tileWidth') ? 'tile' : 'strip';
  const place = `${kind} ${index + 1}`;
  const compression = directory.number('compression', 1);
  let unpacked: Uint8Array | undefined;
  try {
    unpacked = unpack(compression, bytes.subarray(offset, offset + count), rowBytes * blocks.height);
  } catch (error) {
    if (error instanceof TooMuchError) {
      throw refusal(file, place, `> ${rowBytes * blocks.height} bytes`, 'too-large', rowBytes * blocks.height, 'bytes');
    }
    throw refuse({ file, place, value: error instanceof Error ? error.message : '', rule: 'damaged' });
  }
  if (!unpacked) throw refusal(file, 'Compression', String(compression), 'not-this-format', knownCompressions);
  if (unpacked.length < rowBytes * rows) {
    throw refusal(file, place, `${unpacked.length} bytes`, 'truncated', rowBytes * rows, 'bytes');
  }
  if (bits === 1) return unpackBits(unpacked, blocks.width * side, rows);
  const size = bits / 8;
  // values begin at a multiple of their size
  const own = unpacked.byteOffset % size === 0 ? unpacked : unpacked.slice();
  const predictor = directory.number('predictor', 1);
  const shape = { columns: blocks.width, rows, samples: side, size };
  if (!undoPredictor(own.subarray(0, rowBytes * rows), predictor, directory.littleEndian, shape)) {
    throw refusal(file, 'Predictor', String(predictor), 'not-this-format', '1, 2, 3');
  }
  const View = Kind as unknown as new (buffer: ArrayBufferLike, offset: number, length: number) => Samples;
  return new View(own.buffer, own.byteOffset, blocks.width * side * rows);
};

/**
 * One sample of a picture. Blocks that were never written hold 0; `onMissing` is told the cells of each of their rows.
 * Throws InputError where a block is damaged, cut short, or expands to more than its place in the picture.
 */
export const readSample = (
  picture: TiffPicture,
  bytes: Uint8Array,
  sample: number,
  file: string,
  onMissing?: (from: number, to: number) => void,
): Samples => {
  const { width, height, blocks, samples, isPlanar, Kind } = picture;
  const out = new Kind(width * height);
  const side = isPlanar ? 1 : samples;
  const first = isPlanar ? sample * blocks.across * blocks.down : 0;
  for (let down = 0; down < blocks.down; down++) {
    const top = down * blocks.height;
    const rows = Math.min(blocks.height, height - top);
    for (let across = 0; across < blocks.across; across++) {
      const left = across * blocks.width;
      const columns = Math.min(blocks.width, width - left);
      const block = readBlock(picture, bytes, first + down * blocks.across + across, rows, file);
      for (let row = 0; row < rows; row++) {
        const to = (top + row) * width + left;
        const from = row * blocks.width * side + (isPlanar ? 0 : sample);
        if (!block) onMissing?.(to, to + columns);
        else if (side === 1) out.set(block.subarray(from, from + columns), to);
        else for (let c = 0; c < columns; c++) out[to + c] = block[from + c * side];
      }
    }
  }
  return out;
};
