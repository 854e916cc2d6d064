import { gzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { fromTcvn3, fromVni } from '../../../src/files/import/text/legacy-encodings.ts';
import { aDbf, aShp } from './a-shapefile.ts';

/** A list of hamlets as its writer knows it. */
export interface ListRow {
  id: string;
  name: string;
  lon: number;
  lat: number;
  people: number;
  households: number;
  hasFibre: boolean;
}

/** How somebody writes it. */
export interface Writing {
  format: 'csv' | 'xlsx' | 'geojson' | 'geojson lines' | 'geojson array' | 'kml' | 'kmz' | 'shapefile';
  encoding:
    | 'UTF-8'
    | 'UTF-8 with a mark'
    | 'UTF-16LE'
    | 'UTF-16BE'
    | 'UTF-16 without a mark'
    | 'windows-1258'
    | 'TCVN3'
    | 'VNI';
  delimiter: ';' | ',' | '\t' | '|';
  headings: 'vi' | 'en';
  decimal: '.' | ',';
  thousands: '' | '.' | ',' | ' ' | "'";
  degrees: 'decimal' | 'signs' | 'letters' | 'blanks' | 'one column';
  flags: readonly [yes: string, no: string];
  unit: '' | ' người';
  title: boolean;
  lineEnd: '\n' | '\r\n' | '\r';
  gzip: boolean;
}

const names = {
  vi: ['Mã xóm', 'Tên xóm', 'Kinh độ', 'Vĩ độ', 'Dân số', 'Số hộ', 'Cáp quang'],
  en: ['id', 'name', 'longitude', 'latitude', 'population', 'households', 'has_fibre'],
} as const;
const bothNames = { vi: 'Tọa độ', en: 'lat, lon' } as const;

const grouped = (value: number, mark: string): string =>
  mark === '' ? String(value) : String(value).replace(/\B(?=(\d{3})+$)/g, mark);

/** An angle to a hundredth of a second. */
const sexagesimal = (value: number, [d, m, s]: readonly string[], decimal: string): string => {
  const hundredths = Math.round(value * 360_000);
  const seconds = ((hundredths % 6_000) / 100).toFixed(2).replace('.', decimal);
  return `${Math.floor(hundredths / 360_000)}${d}${Math.floor((hundredths % 360_000) / 6_000)}${m}${seconds}${s}`;
};
const angleSigns = { signs: ['°', "'", '"'], letters: ['d', 'm', 's'], blanks: [' ', ' ', ''] } as const;

const degreesOf = (value: number, { degrees, decimal }: Writing): string =>
  degrees === 'decimal' || degrees === 'one column'
    ? value.toFixed(6).replace('.', decimal)
    : sexagesimal(value, angleSigns[degrees], decimal);

/** A row as the texts of its cells. */
const cellsOf = (row: ListRow, writing: Writing): string[] => {
  const count = (value: number): string => `${grouped(value, writing.thousands)}`;
  const [lon, lat] = [degreesOf(row.lon, writing), degreesOf(row.lat, writing)];
  const place = writing.degrees === 'one column' ? [`${lat}; ${lon}`] : [lon, lat];
  const fibre = writing.flags[row.hasFibre ? 0 : 1];
  return [row.id, row.name, ...place, `${count(row.people)}${writing.unit}`, count(row.households), fibre];
};

const headingsOf = ({ headings, degrees }: Writing): string[] => {
  const [id, name, lon, lat, ...rest] = names[headings];
  return [id, name, ...(degrees === 'one column' ? [bothNames[headings]] : [lon, lat]), ...rest];
};

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

const csvOf = (rows: readonly ListRow[], writing: Writing): string => {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => quoted(cell, writing.delimiter)).join(writing.delimiter);
  const title = writing.title ? [line(['DANH SÁCH XÓM NĂM 2020', '', '']), ''] : [];
  return [...title, line(headingsOf(writing)), ...rows.map((row) => line(cellsOf(row, writing))), ''].join(
    writing.lineEnd,
  );
};

const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return bytes;
};

/** Bytes for the letters of an encoding of one byte a letter, found by turning every one of them. */
const latin = (text: string, turn: (text: string) => string, pieces: readonly string[]): Uint8Array => {
  const by = new Map(pieces.map((piece) => [turn(piece), piece]));
  const out = [...text.normalize('NFC')].map((letter) => (letter < '\x80' ? letter : (by.get(letter) ?? '?'))).join('');
  return Uint8Array.from([...out].map((letter) => letter.charCodeAt(0)));
};
const high = Array.from({ length: 0x60 }, (_, i) => String.fromCharCode(0xa0 + i));
// a letter that stands for itself is written as its pair where it has one
const vniPieces = high.concat([...'aeouyôöAEOUYÔÖ'].flatMap((vowel) => high.map((mark) => vowel + mark)));

const marks1258: Record<string, number> = {
  '\u0301': 0xec,
  '\u0300': 0xcc,
  '\u0309': 0xd2,
  '\u0303': 0xde,
  '\u0323': 0xf2,
};
const letters1258: Record<string, number> = {
  ...{ â: 0xe2, ê: 0xea, ô: 0xf4, ă: 0xe3, ơ: 0xf5, ư: 0xfd, đ: 0xf0 },
  ...{ Â: 0xc2, Ê: 0xca, Ô: 0xd4, Ă: 0xc3, Ơ: 0xd5, Ư: 0xdd, Đ: 0xd0 },
};
const windows1258 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text.normalize('NFC')].flatMap((letter): number[] => {
      if (letter < '\x80') return [letter.charCodeAt(0)];
      if (letters1258[letter] !== undefined) return [letters1258[letter]];
      const apart = letter.normalize('NFD');
      const tone = [...apart].find((part) => marks1258[part] !== undefined);
      const base = apart.replace(tone ?? '', '').normalize('NFC');
      return [letters1258[base] ?? base.charCodeAt(0), ...(tone ? [marks1258[tone]] : [])];
    }),
  );

export const encoded = (text: string, encoding: Writing['encoding']): Uint8Array => {
  if (encoding === 'UTF-16LE') return utf16(`\ufeff${text}`, true);
  if (encoding === 'UTF-16BE') return utf16(`\ufeff${text}`, false);
  if (encoding === 'UTF-16 without a mark') return utf16(text, true);
  if (encoding === 'windows-1258') return windows1258(text);
  if (encoding === 'TCVN3') return latin(text, fromTcvn3, high);
  if (encoding === 'VNI') return latin(text, fromVni, vniPieces);
  return new TextEncoder().encode(encoding === 'UTF-8' ? text : `\ufeff${text}`);
};

const featureOf = (row: ListRow, writing: Writing) => {
  const headings = names[writing.headings];
  const flat = cellsOf(row, { ...writing, degrees: 'decimal' });
  const properties = Object.fromEntries(headings.flatMap((name, i) => (i === 2 || i === 3 ? [] : [[name, flat[i]]])));
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [row.lon, row.lat] } };
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const kmlOf = (rows: readonly ListRow[], writing: Writing): string =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${rows
    .map((row) => {
      const { properties } = featureOf(row, writing);
      const data = Object.entries(properties).map(
        ([name, value]) => `<Data name="${escaped(name)}"><value>${escaped(value)}</value></Data>`,
      );
      return `<Placemark><ExtendedData>${data.join('')}</ExtendedData><Point><coordinates>${row.lon},${row.lat}</coordinates></Point></Placemark>`;
    })
    .join('')}</Document></kml>`;

const shapefileOf = (rows: readonly ListRow[], writing: Writing): Uint8Array => {
  const columns = ['MA_XOM', 'TEN_XOM', 'DAN_SO', 'SO_HO', 'CAP_QUANG'];
  const table = rows.map((row) => {
    const cells = cellsOf(row, { ...writing, degrees: 'decimal' });
    return [cells[0], cells[1], cells[4], cells[5], cells[6]].map((cell) => encoded(cell, writing.encoding));
  });
  return zipSync({ 'xom.shp': aShp(rows.map(({ lon, lat }) => [lon, lat])), 'xom.dbf': aDbf(columns, table) });
};

const textOf = (rows: readonly ListRow[], writing: Writing): string => {
  if (writing.format === 'csv') return csvOf(rows, writing);
  if (writing.format === 'kml') return kmlOf(rows, writing);
  const features = rows.map((row) => featureOf(row, writing));
  if (writing.format === 'geojson lines') return features.map((one) => JSON.stringify(one)).join('\n');
  return JSON.stringify(writing.format === 'geojson' ? { type: 'FeatureCollection', features } : features);
};

const contentOf = async (rows: readonly ListRow[], writing: Writing): Promise<Uint8Array> => {
  if (writing.format === 'shapefile') return shapefileOf(rows, writing);
  if (writing.format === 'kmz') return zipSync({ 'doc.kml': new TextEncoder().encode(kmlOf(rows, writing)) });
  if (writing.format !== 'xlsx') return encoded(textOf(rows, writing), writing.encoding);
  const cells = [headingsOf(writing), ...rows.map((row) => cellsOf(row, writing))];
  const title = writing.title ? [[{ value: 'DANH SÁCH XÓM' }]] : [];
  const sheet = [...title, ...cells.map((row) => row.map((value) => ({ value })))];
  return new Uint8Array(await writeXlsx(sheet).toBuffer());
};

const endings = { kmz: 'kmz', shapefile: 'zip', xlsx: 'xlsx', csv: 'csv', kml: 'kml' } as const;

/** A file of a list, and where each of its rows stands in it. */
export const writeList = async (rows: readonly ListRow[], writing: Writing) => {
  const { format, title } = writing;
  const isTable = format === 'csv' || format === 'xlsx';
  const first = 2 + (title ? (format === 'csv' ? 2 : 1) : 0);
  const content = await contentOf(rows, writing);
  const ending = format in endings ? endings[format as keyof typeof endings] : 'geojson';
  return {
    file: `xom.${ending}${writing.gzip ? '.gz' : ''}`,
    bytes: writing.gzip ? gzipSync(content) : content,
    places: rows.map((_, i) => (isTable ? `row ${first + i}` : `features[${i}]`)),
  };
};
