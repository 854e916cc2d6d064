import { zipSync } from 'fflate';

interface Row {
  x: number;
  y: number;
  name: string;
  people: number;
}

const pad = (text: Uint8Array, length: number, fill: number): Uint8Array => {
  const bytes = new Uint8Array(length).fill(fill);
  bytes.set(text.subarray(0, length));
  return bytes;
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Points as ESRI's Shapefile Technical Description (1998) lays them out. */
const shp = (rows: readonly Row[]): Uint8Array => {
  const bytes = new Uint8Array(100 + rows.length * 28);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  rows.forEach(({ x, y }, i) => {
    const at = 100 + i * 28;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, 1, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  return bytes;
};

/** dBASE III: a name of 40 bytes in UTF-8 and a number of 10 digits. */
const dbf = (rows: readonly Row[]): Uint8Array => {
  const header = 32 + 2 * 32 + 1;
  const record = 1 + 40 + 10;
  const bytes = new Uint8Array(header + rows.length * record + 1).fill(0x20);
  bytes.fill(0, 0, header);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header, true);
  view.setUint16(10, record, true);
  const field = (at: number, name: string, type: string, length: number): void => {
    bytes.set(encode(name), at);
    bytes[at + 11] = type.charCodeAt(0);
    bytes[at + 16] = length;
  };
  field(32, 'TEN_XOM', 'C', 40);
  field(64, 'DAN_SO', 'N', 10);
  bytes[header - 1] = 0x0d;
  rows.forEach(({ name, people }, i) => {
    const at = header + i * record + 1;
    bytes.set(pad(encode(name), 40, 0x20), at);
    bytes.set(encode(String(people).padStart(10)), at + 40);
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
};

/** A zipped shapefile of hamlets. */
export const aShapefile = (rows: readonly Row[]): Uint8Array =>
  zipSync({ 'xom.shp': shp(rows), 'xom.dbf': dbf(rows), 'xom.cpg': encode('UTF-8') });
