import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';

/** Tags of TIFF 6.0, GeoTIFF 1.1 and GDAL that are read. */
const tags = {
  pictureType: 254,
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  planar: 284,
  predictor: 317,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  extraSamples: 338,
  sampleFormat: 339,
  lercParameters: 50674,
  pixelScale: 33550,
  tiepoint: 33922,
  transformation: 34264,
  geoKeys: 34735,
  gdalMetadata: 42112,
  gdalNoData: 42113,
} as const;
export type TiffTag = keyof typeof tags;

/** One picture of a TIFF file: full, an overview or a mask. */
export interface TiffDirectory {
  /** Whether numbers, samples included, are written least byte first. */
  littleEndian: boolean;
  has: (tag: TiffTag) => boolean;
  /** All values of a tag as numbers; none where the directory has no such tag. Throws where they lie after the file. */
  numbers: (tag: TiffTag) => ArrayLike<number>;
  /** The first value of a tag, or what stands for it where there is none. */
  number: (tag: TiffTag, standard: number) => number;
  text: (tag: TiffTag) => string;
}

interface Field {
  type: number;
  count: number;
  at: number;
}

type Read = (view: DataView, at: number, little: boolean) => number;
/** Field types by their code: bytes, and how one value is read. A fraction is two longs. */
const types: Readonly<Record<number, readonly [bytes: number, read: Read]>> = {
  1: [1, (view, at) => view.getUint8(at)],
  2: [1, (view, at) => view.getUint8(at)],
  3: [2, (view, at, little) => view.getUint16(at, little)],
  4: [4, (view, at, little) => view.getUint32(at, little)],
  5: [8, (view, at, little) => view.getUint32(at, little) / view.getUint32(at + 4, little)],
  6: [1, (view, at) => view.getInt8(at)],
  7: [1, (view, at) => view.getUint8(at)],
  8: [2, (view, at, little) => view.getInt16(at, little)],
  9: [4, (view, at, little) => view.getInt32(at, little)],
  10: [8, (view, at, little) => view.getInt32(at, little) / view.getInt32(at + 4, little)],
  11: [4, (view, at, little) => view.getFloat32(at, little)],
  12: [8, (view, at, little) => view.getFloat64(at, little)],
  13: [4, (view, at, little) => view.getUint32(at, little)],
  16: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
  17: [8, (view, at, little) => Number(view.getBigInt64(at, little))],
  18: [8, (view, at, little) => Number(view.getBigUint64(at, little))],
};

const notTiff = (file: string, place: string): Error =>
  refuse({ file, place, value: '', rule: 'not-this-format', ruleValues: { expected: 'GeoTIFF' } });

/** How classic TIFF and BigTIFF lay out a directory: bytes of a count of entries, of an entry, of an offset. */
interface Layout {
  isBig: boolean;
  little: boolean;
  countBytes: number;
  entryBytes: number;
  offsetBytes: number;
}

/**
 * The directories of a TIFF file, classic or BigTIFF, in either byte order; nothing of its pictures is read. Throws
 * InputError where it is none, and where what it refers to lies after its end.
 */
export const readTiffDirectories = (bytes: Uint8Array, file: string): TiffDirectory[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = bytes.length >= 16 ? view.getUint16(0) : 0;
  if (order !== 0x4949 && order !== 0x4d4d) throw notTiff(file, '');
  const little = order === 0x4949;
  const version = view.getUint16(2, little);
  if (version !== 42 && version !== 43) throw notTiff(file, 'byte 2');
  const isBig = version === 43;
  const layout: Layout = isBig
    ? { isBig, little, countBytes: 8, entryBytes: 20, offsetBytes: 8 }
    : { isBig, little, countBytes: 2, entryBytes: 12, offsetBytes: 4 };
  const end = (to: number): void => {
    if (to <= bytes.length) return;
    const ruleValues = { expected: to, unit: 'bytes' };
    const place = `byte ${bytes.length}`;
    throw refuse({ file, place, value: `${bytes.length} bytes`, rule: 'truncated', ruleValues });
  };
  const long = (at: number): number => (isBig ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little));
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let at = long(isBig ? 8 : 4); at !== 0; ) {
    if (seen.has(at) || seen.size >= limits.rasterPictures) throw notTiff(file, `byte ${at}`);
    seen.add(at);
    end(at + layout.countBytes);
    const count = isBig ? Number(view.getBigUint64(at, little)) : view.getUint16(at, little);
    const entriesAt = at + layout.countBytes;
    const nextAt = entriesAt + count * layout.entryBytes;
    end(nextAt + layout.offsetBytes);
    directories.push(directoryOf(view, entriesAt, count, layout, end, file));
    at = long(nextAt);
  }
  if (directories.length === 0) throw notTiff(file, '');
  return directories;
};

const directoryOf = (
  view: DataView,
  entriesAt: number,
  count: number,
  { isBig, little, entryBytes, offsetBytes }: Layout,
  end: (to: number) => void,
  file: string,
): TiffDirectory => {
  const fields = new Map<number, Field>();
  for (let n = 0; n < count; n++) {
    const at = entriesAt + n * entryBytes;
    const type = view.getUint16(at + 2, little);
    const size = types[type]?.[0];
    if (size === undefined) continue;
    const values = isBig ? Number(view.getBigUint64(at + 4, little)) : view.getUint32(at + 4, little);
    const valueAt = at + entryBytes - offsetBytes;
    const elsewhere = isBig ? Number(view.getBigUint64(valueAt, little)) : view.getUint32(valueAt, little);
    fields.set(view.getUint16(at, little), {
      type,
      count: values,
      at: size * values > offsetBytes ? elsewhere : valueAt,
    });
  }
  const fieldOf = (tag: TiffTag): Field | undefined => {
    const field = fields.get(tags[tag]);
    if (!field) return undefined;
    end(field.at + field.count * types[field.type][0]);
    if (field.count > limits.rasterBlocks * 16) {
      const ruleValues = { max: limits.rasterBlocks * 16, unit: 'values' };
      throw refuse({ file, place: tag, value: `${field.count} values`, rule: 'too-large', ruleValues });
    }
    return field;
  };
  const numbers = (tag: TiffTag): ArrayLike<number> => {
    const field = fieldOf(tag);
    if (!field) return [];
    const [size, read] = types[field.type];
    const values = new Float64Array(field.count);
    for (let i = 0; i < values.length; i++) values[i] = read(view, field.at + i * size, little);
    return values;
  };
  return {
    littleEndian: little,
    has: (tag) => fields.has(tags[tag]),
    numbers,
    number: (tag, standard) => numbers(tag)[0] ?? standard,
    text: (tag) => {
      const field = fieldOf(tag);
      if (!field) return '';
      const text = new Uint8Array(view.buffer, view.byteOffset + field.at, field.count * types[field.type][0]);
      return new TextDecoder().decode(text).split('\0')[0];
    },
  };
};
