import { refuse } from '../problem-list.ts';

/** What an archive's directory says of one of its files. */
export interface ZipEntry {
  path: string;
  /** 0 stored, 8 DEFLATE. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  /** Bytes in the archive, and once expanded. */
  packedBytes: number;
  bytes: number;
  /** Where its own header stands. */
  headerAt: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const headerMark = 0x04034b50;
const endBytes = 22;
const longestComment = 0xffff;
const inUtf8 = 1 << 11;
/** Stands where a size or a place needs 64 bits, which follow in a field of their own. */
const elsewhere = 0xffffffff;
const zip64Field = 1;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const notZip = (file: string, place: string): Error =>
  refuse({ file, place, value: '', rule: 'not-this-format', ruleValues: { expected: 'ZIP' } });

/** Byte of the record that ends an archive; it is looked for from the back, a comment may follow it. */
const endOf = (view: DataView, file: string): number => {
  const least = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= least; at--) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw notZip(file, '');
};

/** The 64-bit values of an entry whose 32-bit ones say `elsewhere`, in the order they would stand in. */
const longValues = (view: DataView, from: number, to: number): number[] => {
  for (let at = from; at + 4 <= to; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === zip64Field) {
      const values: number[] = [];
      for (let i = 0; i + 8 <= size && at + 4 + i + 8 <= to; i += 8) {
        values.push(Number(view.getBigUint64(at + 4 + i, true)));
      }
      return values;
    }
    at += 4 + size;
  }
  return [];
};

/**
 * The directory of a zip archive (PKWARE APPNOTE 6.3.10), nothing expanded. Throws InputError for what is no archive or
 * is cut short, and beyond `maxEntries`.
 */
export const readZipDirectory = (bytes: Uint8Array, file: string, maxEntries: number): ZipEntry[] => {
  if (bytes.length < endBytes) throw notZip(file, '');
  const view = viewOf(bytes);
  const end = endOf(view, file);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) {
    const ruleValues = { max: maxEntries, unit: 'files' };
    throw refuse({ file, place: '', value: `${count} files`, rule: 'too-large', ruleValues });
  }
  const entries: ZipEntry[] = [];
  const from = view.getUint32(end + 16, true);
  const to = from + view.getUint32(end + 12, true);
  // a directory that says less than it holds would leave files out in silence
  if (to > end || view.getUint16(end + 8, true) !== count) throw notZip(file, `byte ${end}`);
  let at = from;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) throw notZip(file, `byte ${at}`);
    const nameAt = at + 46;
    const extraAt = nameAt + view.getUint16(at + 28, true);
    const next = extraAt + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw notZip(file, `byte ${at}`);
    const flags = view.getUint16(at + 8, true);
    const stated = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
    const long = stated.includes(elsewhere) ? longValues(view, extraAt, next) : [];
    const [size, packed, headerAt] = stated.map((value) => (value === elsewhere ? (long.shift() ?? value) : value));
    const name = bytes.subarray(nameAt, extraAt);
    entries.push({
      path: new TextDecoder(flags & inUtf8 ? 'utf-8' : 'latin1').decode(name),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packedBytes: packed,
      bytes: size,
      headerAt,
    });
    at = next;
  }
  if (at !== to) throw notZip(file, `byte ${at}`);
  return entries;
};

/** The packed bytes of an entry. Throws InputError where its header is none, or it ends after the archive. */
export const packedBytesOf = (bytes: Uint8Array, entry: ZipEntry, file: string): Uint8Array => {
  const view = viewOf(bytes);
  const { headerAt, packedBytes, path } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== headerMark) throw notZip(file, path);
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const to = from + packedBytes;
  if (to > bytes.length) {
    const ruleValues = { expected: to, unit: 'bytes' };
    throw refuse({ file, place: path, value: `${bytes.length} bytes`, rule: 'truncated', ruleValues });
  }
  return bytes.subarray(from, to);
};
