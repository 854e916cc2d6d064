import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { dbfDecoder } from './dbf-text.ts';

/** A table of attributes as it stands in a .dbf file. */
export interface DbfTable {
  columns: string[];
  /** One value a column, in the file's order; null for a record marked as deleted. */
  rows: (unknown[] | null)[];
  /** Columns of kinds that are kept in another file, or that we don't read. */
  unread: string[];
  encoding: string;
}

interface Field {
  name: Uint8Array;
  type: string;
  at: number;
  length: number;
}

const headerBytes = 32;
const fieldBytes = 32;
const fieldsEnd = 0x0d;
const deletedMark = 0x2a;
/** The first byte of files of Visual FoxPro, whose type B is a number of 8 bytes; elsewhere it is a memo. */
const foxPro = [0x30, 0x31, 0x32];

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const cutShort = (file: string, place: string, expected: number, found: number): Error =>
  refuse({ file, place, value: `${found} bytes`, rule: 'truncated', ruleValues: { expected, unit: 'bytes' } });
const notDbf = (file: string, place: string, value: string): Error =>
  refuse({ file, place, value, rule: 'not-this-format', ruleValues: { expected: 'DBF' } });

/** Records, their length, and the fields they are made of, held against each other and the file's length. */
const readHeader = (bytes: Uint8Array, file: string) => {
  if (bytes.length < headerBytes) throw cutShort(file, '', headerBytes, bytes.length);
  const view = viewOf(bytes);
  const records = view.getUint32(4, true);
  const header = view.getUint16(8, true);
  const length = view.getUint16(10, true);
  if (records > 0 && length === 0) throw notDbf(file, 'byte 10', '0');
  const end = header + records * length;
  if (end > bytes.length) throw cutShort(file, 'byte 4', end, bytes.length);
  const fields: Field[] = [];
  let at = 1;
  for (let from = headerBytes; from + fieldBytes <= header && bytes[from] !== fieldsEnd; from += fieldBytes) {
    const name = bytes.subarray(from, from + 11);
    const nameEnd = name.indexOf(0);
    const type = String.fromCharCode(bytes[from + 11]);
    // text may be longer than a byte tells: its decimals are the high byte, as FoxPro and Clipper have it
    const size = type === 'C' ? view.getUint16(from + 16, true) : bytes[from + 16];
    fields.push({ name: nameEnd < 0 ? name : name.subarray(0, nameEnd), type, at, length: size });
    at += size;
  }
  if (fields.length === 0 || at !== length) throw notDbf(file, 'byte 10', `${length}`);
  if (records > limits.features || records * fields.length > limits.tableCells) {
    const ruleValues = { max: limits.features, unit: 'rows' };
    throw refuse({ file, place: 'byte 4', value: `${records} rows`, rule: 'too-large', ruleValues });
  }
  return { records, header, length, fields };
};

const julianEpoch = 2_440_588;
const dayMs = 86_400_000;

type Read = (field: Uint8Array, view: DataView, text: string) => unknown;
/** How fields of each type become values. Numbers in text stay text: how a column writes them is told by all of it. */
const kinds: Readonly<Record<string, Read>> = {
  C: (_, __, text) => text,
  N: (_, __, text) => text.trim(),
  F: (_, __, text) => text.trim(),
  D: (_, __, text) => text.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'),
  L: (_, __, text) => (/^[YT]/i.test(text) ? true : /^[NF]/i.test(text) ? false : undefined),
  I: (_, view) => view.getInt32(0, true),
  Y: (_, view) => Number(view.getBigInt64(0, true)) / 10_000,
  T: (_, view) => {
    const day = view.getInt32(0, true);
    return day === 0 ? undefined : new Date((day - julianEpoch) * dayMs + view.getInt32(4, true));
  },
};
const double: Read = (_, view) => view.getFloat64(0, true);
const sizes: Readonly<Record<string, number>> = { I: 4, Y: 8, T: 8, B: 8 };
/** FoxPro's own flags of empty fields: no column of the table. */
const system = '0';

/**
 * Attributes of a .dbf file (dBASE III to Visual FoxPro) with records in their place, so that shapes find theirs. What
 * the header claims is held against the file before a record is read.
 *
 * @param cpg the .cpg file beside it, which names its encoding
 */
export const readDbf = (bytes: Uint8Array, cpg: Uint8Array | undefined, file: string): DbfTable => {
  const { records, header, length, fields } = readHeader(bytes, file);
  const isFoxPro = foxPro.includes(bytes[0]);
  const readOf = ({ type, length: size }: Field): Read | undefined => {
    if (sizes[type] !== undefined && sizes[type] !== size) return undefined;
    return type === 'B' ? (isFoxPro ? double : undefined) : kinds[type];
  };
  const read = fields.filter((field) => readOf(field) !== undefined);
  const cellOf = (record: number, { at, length: size }: Field): Uint8Array => {
    const from = header + record * length + at;
    return bytes.subarray(from, from + size);
  };
  const textFields = read.filter(({ type }) => type === 'C');
  const texts = function* () {
    for (const { name } of fields) yield name;
    for (let record = 0; record < records; record++) for (const field of textFields) yield cellOf(record, field);
  };
  const { encoding, decode } = dbfDecoder(texts, bytes[29], cpg, file);
  const rows = Array.from({ length: records }, (_, record): unknown[] | null => {
    if (bytes[header + record * length] === deletedMark) return null;
    return read.map((field) => {
      const cell = cellOf(record, field);
      return readOf(field)!(cell, viewOf(cell), decode(cell));
    });
  });
  const names = (some: readonly Field[]): string[] => some.map(({ name }) => decode(name).trim());
  const unread = fields.filter((field) => !read.includes(field) && field.type !== system);
  return { columns: names(read), rows, unread: names(unread), encoding };
};
