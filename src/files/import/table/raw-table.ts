import type { Geometry } from 'geojson';
import type { Problem } from '../../../model/problem.ts';

export type ImportFormat = 'csv' | 'xlsx' | 'geojson' | 'kml' | 'shapefile';

/** A row of a table or a feature of a map file, before anything is made of it. */
export interface RawRow {
  /** 'row 17' or 'features[3]'; with the part of the file it is from where the file has several. */
  place: string;
  /** One value a column; undefined where the row has none. Cells beyond the last column stand behind. */
  values: readonly unknown[];
  geometry: Geometry | null;
}

/** A part of a file that was left unread: a sheet, a layer, a link to another file. */
export interface UnreadPart {
  name: string;
  /** Rows of it; null where it was not opened. */
  rows: number | null;
}

/** A file as rows and columns, whatever its format. */
export interface RawTable {
  format: ImportFormat;
  columns: readonly string[];
  rows: readonly RawRow[];
  /** EPSG code the file states; null where it states none. */
  epsg: number | null;
  /** How text was read: 'UTF-8', 'windows-1258', … ; null for formats that fix it. */
  encoding: string | null;
  /** Whether rows were left unread because only the first were asked for. */
  cut: boolean;
  unread: readonly UnreadPart[];
  warnings: readonly Problem[];
}

/** A cell as trimmed text in NFC; empty where there is nothing. A list, as features may have one, is told with commas. */
export const cellText = (value: unknown): string => {
  if (typeof value === 'string') return value.trim().normalize('NFC');
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value instanceof Date) return dateText(value);
  return Array.isArray(value) ? value.map((part) => (Array.isArray(part) ? '' : cellText(part))).join(', ') : '';
};

/** A day as ISO 8601 has it, with its time where it has one. */
const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const [day, time] = date.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day}T${time.replace(/\.000Z$/, '')}`;
};

/** A name without case, accents and separators: 'Mã_Xã', 'ma xa' and 'MAXA' are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    // the Icelandic letter is typed for the Vietnamese one, which looks the same
    .replace(/[đð]/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
