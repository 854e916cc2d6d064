import { looksZipped, unzip } from '../../archive/zip.ts';
import { refuse } from '../../problem-list.ts';
import type { RawTable } from './raw-table.ts';
import { readCsvTable } from './read-csv-table.ts';
import { readGeoJsonTable } from './read-geojson-table.ts';
import { readKmlTable } from './read-kml-table.ts';
import { readShapefileTable } from './read-shapefile-table.ts';
import { readXlsxTable } from './read-xlsx-table.ts';

/** More than this is not read in a browser's tab. */
const maxBytes = 500_000_000;

/** What a file is, told by its content before its name. */
export type FileKind = 'pack' | 'study' | 'terrain' | RawTable['format'];

const kindOfZip = (bytes: Uint8Array, file: string): FileKind | null => {
  const names = [...unzip(bytes, file).keys()];
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (names.includes('study.json')) return 'study';
  if (has(/(?:^|\/)pack\.json$/)) return 'pack';
  if (has(/^xl\/workbook\.xml$/)) return 'xlsx';
  if (has(/\.shp$/i)) return 'shapefile';
  if (has(/\.kml$/i)) return 'kml';
  return has(/\.hgt$/i) ? 'terrain' : null;
};

/** Refuses by its size alone a file that is read whole. */
export const refuseTooLarge = (bytes: number, file: string): void => {
  if (bytes <= maxBytes) return;
  const ruleValues = { max: maxBytes, unit: 'bytes' };
  throw refuse({ file, place: '', value: `${bytes} bytes`, rule: 'too-large', ruleValues });
};

const isTerrain = (bytes: Uint8Array, file: string): boolean => {
  if (/\.hgt$/i.test(file)) return true;
  const isTiff = (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);
  return isTiff && (bytes[2] === 42 || bytes[3] === 42 || bytes[2] === 43 || bytes[3] === 43);
};

const firstText = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .replace(/^\ufeff/, '')
    .trimStart();

/** Whether a file that begins so is a table of text, which can be read piece by piece. */
export const isText = (start: Uint8Array, file: string): boolean =>
  !looksZipped(start) && !isTerrain(start, file) && !/^[{<]/.test(firstText(start));

/** What the app opens. */
const everyKind = 'CSV, XLSX, GeoJSON, KML, KMZ, Shapefile, HGT, GeoTIFF, MSI, *.phusong, pack.json';

/** A zero byte is in no text that we read, but for UTF-16, which starts with its mark; terrain and archives are known by then. */
const isBinary = (bytes: Uint8Array): boolean =>
  bytes[0] !== 0xff && bytes[0] !== 0xfe && bytes.subarray(0, 1000).includes(0);

/** Throws InputError for a file with nothing in it, and for one of no kind we read. */
export const refuseUnread = (start: Uint8Array, file: string): void => {
  if (start.length === 0) throw refuse({ file, place: '', value: '', rule: 'empty-file' });
  if (looksZipped(start) || isTerrain(start, file) || !isBinary(start)) return;
  throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: everyKind } });
};

/** Tells what a file is. Throws InputError for a broken archive and for one that holds nothing we read. */
export const fileKind = (bytes: Uint8Array, file: string): FileKind => {
  refuseTooLarge(bytes.length, file);
  refuseUnread(bytes, file);
  if (looksZipped(bytes)) {
    const kind = kindOfZip(bytes, file);
    if (kind) return kind;
    const ruleValues = { expected: 'pack.json, *.phusong, XLSX, Shapefile, KMZ, HGT' };
    throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues });
  }
  if (isTerrain(bytes, file)) return 'terrain';
  const start = firstText(bytes);
  if (start.startsWith('{')) return 'geojson';
  if (start.startsWith('<')) return 'kml';
  return 'csv';
};

/**
 * A file of places as rows and columns. With `limit`, tables of text are read only so far. Throws InputError when the
 * file is not what it seems, is cut short, or holds more than fits.
 */
export const readTable = async (bytes: Uint8Array, file: string, limit?: number): Promise<RawTable> => {
  const kind = fileKind(bytes, file);
  if (kind === 'csv') return readCsvTable(bytes, file, limit);
  if (kind === 'geojson') return readGeoJsonTable(bytes, file);
  if (kind === 'kml') return readKmlTable(bytes, file);
  if (kind === 'xlsx') return readXlsxTable(bytes, file);
  if (kind === 'shapefile') return readShapefileTable(bytes, file);
  const ruleValues = { expected: 'GeoJSON, CSV, XLSX, KML, Shapefile' };
  throw refuse({ file, place: '', value: kind, rule: 'not-this-format', ruleValues });
};
