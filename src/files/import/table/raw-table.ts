import type { Geometry } from 'geojson';
import type { Problem } from '../../../model/problem.ts';

export type ImportFormat = 'csv' | 'xlsx' | 'geojson' | 'kml' | 'shapefile';

/** A row of a table or a feature of a map file, before anything is made of it. */
export interface RawRow {
  /** 'row 17' or 'features[3]'. */
  place: string;
  /** One value a column; undefined where the row has none. */
  values: readonly unknown[];
  geometry: Geometry | null;
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
  warnings: readonly Problem[];
}

/** A cell as trimmed text in NFC; empty where there is nothing. A list, as features may have one, is told with commas. */
export const cellText = (value: unknown): string => {
  if (typeof value === 'string') return value.trim().normalize('NFC');
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return Array.isArray(value) ? value.map((part) => (Array.isArray(part) ? '' : cellText(part))).join(', ') : '';
};

/** A name without case, accents and separators: 'Mã_Xã', 'ma xa' and 'MAXA' are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
