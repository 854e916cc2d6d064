import { zipSync } from 'fflate';

interface Row {
  x: number;
  y: number;
  name: string;
  people: number;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Points as ESRI's Shapefile Technical Description (1998) lays them out. */
export const aShp = (points: readonly (readonly [x: number, y: number])[]): Uint8Array => {
  const bytes = new Uint8Array(100 + points.length * 28);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  points.forEach(([x, y], i) => {
    const at = 100 + i * 28;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, 1, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  return bytes;
};

interface DbfLook {
  /** dBASE III without a memo; 0x30 is Visual FoxPro, whose header ends in a link of 263 bytes. */
  version?: number;
  languageByte?: number;
  /** Records marked as deleted. */
  deleted?: readonly number[];
  types?: readonly string[];
}

/** A table of text of 40 bytes a column, or of other types with their bytes as given. */
export const aDbf = (
  columns: readonly string[],
  rows: readonly (readonly Uint8Array[])[],
  { version = 3, languageByte = 0, deleted = [], types }: DbfLook = {},
): Uint8Array => {
  const typeOf = (c: number): string => types?.[c] ?? 'C';
  const lengths = columns.map((_, c) => (typeOf(c) === 'C' || typeOf(c) === 'N' ? 40 : (rows[0]?.[c].length ?? 1)));
  const header = 32 + columns.length * 32 + 1 + (version === 0x30 ? 263 : 0);
  const record = 1 + lengths.reduce((sum, length) => sum + length, 0);
  const bytes = new Uint8Array(header + rows.length * record + 1).fill(0x20);
  bytes.fill(0, 0, header);
  const view = new DataView(bytes.buffer);
  bytes[0] = version;
  bytes[29] = languageByte;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, record, true);
  columns.forEach((name, c) => {
    const at = 32 + c * 32;
    bytes.set(encode(name).slice(0, 11), at);
    bytes[at + 11] = typeOf(c).charCodeAt(0);
    bytes[at + 16] = lengths[c];
  });
  bytes[32 + columns.length * 32] = 0x0d;
  rows.forEach((row, r) => {
    let at = header + r * record;
    if (deleted.includes(r)) bytes[at] = 0x2a;
    at++;
    row.forEach((cell, c) => {
      bytes.set(cell.slice(0, lengths[c]), at);
      at += lengths[c];
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
};

/** A zipped shapefile of hamlets, its text in UTF-8. */
export const aShapefile = (rows: readonly Row[]): Uint8Array =>
  zipSync({
    'xom.shp': aShp(rows.map(({ x, y }) => [x, y])),
    'xom.dbf': aDbf(
      ['TEN_XOM', 'DAN_SO'],
      rows.map(({ name, people }) => [encode(name), encode(String(people).padStart(10))]),
      { types: ['C', 'N'] },
    ),
    'xom.cpg': encode('UTF-8'),
  });
