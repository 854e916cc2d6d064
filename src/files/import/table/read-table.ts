import { gunzip, gunzippedName, looksGzipped } from '../../archive/gzip.ts';
import { looksZipped, openZip } from '../../archive/zip.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { readKmlTable } from '../kml/read-kml-table.ts';
import { readShapefileTable } from '../shapefile/read-shapefile-table.ts';
import { markedEncoding } from '../text/decode-text.ts';
import type { RawTable } from './raw-table.ts';
import { readCsvTable } from './read-csv-table.ts';
import { readGeoJsonTable } from './read-geojson-table.ts';
import { readXlsxTable } from './read-xlsx-table.ts';

/** What a file is, told by its content before its name. */
export type FileKind = 'pack' | 'study' | 'terrain' | RawTable['format'];

const kindOfZip = (bytes: Uint8Array, file: string): FileKind | null => {
  const { paths } = openZip(bytes, file);
  const has = (pattern: RegExp): boolean => paths.some((name) => pattern.test(name));
  if (paths.includes('study.json')) return 'study';
  if (has(/(?:^|\/)pack\.json$/)) return 'pack';
  if (has(/^xl\/workbook\.xml$/)) return 'xlsx';
  if (has(/\.shp$/i)) return 'shapefile';
  if (has(/\.kml$/i)) return 'kml';
  return has(/\.hgt$/i) ? 'terrain' : null;
};

/** A file and its name as they are without gzip, which any of them may be in. */
export const ungzipped = (bytes: Uint8Array, file: string): readonly [bytes: Uint8Array, file: string] =>
  looksGzipped(bytes) ? [gunzip(bytes, file), gunzippedName(file)] : [bytes, file];

/** Refuses by its size alone a file that is read whole. */
export const refuseTooLarge = (bytes: number, file: string): void => {
  if (bytes <= limits.fileBytes) return;
  const ruleValues = { max: limits.fileBytes, unit: 'bytes' };
  throw refuse({ file, place: '', value: `${bytes} bytes`, rule: 'too-large', ruleValues });
};

const isTerrain = (bytes: Uint8Array, file: string): boolean => {
  if (/\.hgt$/i.test(file)) return true;
  const isTiff = (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);
  return isTiff && (bytes[2] === 42 || bytes[3] === 42 || bytes[2] === 43 || bytes[3] === 43);
};

const firstText = (bytes: Uint8Array): string =>
  new TextDecoder(markedEncoding(bytes) ?? 'utf-8')
    .decode(bytes.subarray(0, 200))
    // the mark of UTF-8, and what parts a feature from the one before
    .replace(/^\ufeff/, '')
    .replaceAll('\u001e', '')
    .trimStart();

/** How JSON and its lines begin; a list of words may begin with a bracket, too. */
const jsonStart = /^(?:\{|\[\s*[{\]])/;

/** Whether a file that begins so is a table of text, which can be read piece by piece. */
export const isText = (start: Uint8Array, file: string): boolean => {
  if (looksZipped(start) || looksGzipped(start) || isTerrain(start, file)) return false;
  const text = firstText(start);
  return !text.startsWith('<') && !jsonStart.test(text);
};

/** What the app opens. */
const everyKind = 'CSV, XLSX, GeoJSON, KML, KMZ, Shapefile, HGT, GeoTIFF, MSI, *.phusong, pack.json';

/** A zero byte is in no text that we read, but for UTF-16, which is told by its mark or its zeros; terrain and archives are known by then. */
const isBinary = (bytes: Uint8Array): boolean => markedEncoding(bytes) === null && bytes.subarray(0, 1000).includes(0);

/** Throws InputError for a file with nothing in it, and for one of no kind we read. */
export const refuseUnread = (start: Uint8Array, file: string): void => {
  if (start.length === 0) throw refuse({ file, place: '', value: '', rule: 'empty-file' });
  if (looksZipped(start) || looksGzipped(start) || isTerrain(start, file) || !isBinary(start)) return;
  throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: everyKind } });
};

/** Tells what a file is. Throws InputError for a broken archive and for one that holds nothing we read. */
export const fileKind = (bytes: Uint8Array, file: string): FileKind => {
  refuseTooLarge(bytes.length, file);
  refuseUnread(bytes, file);
  if (looksGzipped(bytes)) return fileKind(...ungzipped(bytes, file));
  if (looksZipped(bytes)) {
    const kind = kindOfZip(bytes, file);
    if (kind) return kind;
    const ruleValues = { expected: 'pack.json, *.phusong, XLSX, Shapefile, KMZ, HGT' };
    throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues });
  }
  if (isTerrain(bytes, file)) return 'terrain';
  const start = firstText(bytes);
  if (jsonStart.test(start)) return 'geojson';
  if (start.startsWith('<')) return 'kml';
  return 'csv';
};

/**
 * A file of places as rows and columns. With `limit`, tables of text are read only so far. Throws InputError when the
 * file is not what it seems, is cut short, or holds more than fits.
 */
export const readTable = async (given: Uint8Array, name: string, limit?: number): Promise<RawTable> => {
  const [bytes, file] = ungzipped(given, name);
  const kind = fileKind(bytes, file);
  if (kind === 'csv') return readCsvTable(bytes, file, limit);
  if (kind === 'geojson') return readGeoJsonTable(bytes, file);
  if (kind === 'kml') return readKmlTable(bytes, file);
  if (kind === 'xlsx') return readXlsxTable(bytes, file);
  if (kind === 'shapefile') return readShapefileTable(bytes, file);
  const ruleValues = { expected: 'GeoJSON, CSV, XLSX, KML, Shapefile' };
  throw refuse({ file, place: '', value: kind, rule: 'not-this-format', ruleValues });
};
