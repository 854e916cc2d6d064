import { type ColumnChoice, type ImportField, positionFields } from '../guess/fields.ts';
import { cellText, type RawRow, type RawTable } from '../table/raw-table.ts';
import { parseDegrees, parsePair } from './degrees.ts';
import { type Notation, type NumberKind, notationOf, tallyOf } from './notation.ts';
import { type Mark, parseNumber } from './numbers.ts';
import { unitOfHeading, withoutUnit } from './units.ts';

/** What the numbers of each field are of, and the range they lie in. */
const numeric: Partial<Record<ImportField, readonly [kind: NumberKind, min: number, max: number]>> = {
  lon: ['degrees-or-metres', -180, 180],
  lat: ['degrees-or-metres', -180, 180],
  people: ['count', 0, 100_000],
  households: ['count', 0, 100_000],
  mcc: ['count', 0, 999],
  mnc: ['count', 0, 999],
  area: ['count', 0, 2 ** 24],
  cell: ['count', 0, 2 ** 36],
  samples: ['count', 0, 1e9],
  height: ['figure', 0, 500],
  rsrp: ['figure', -156, -31],
};
const isNumeric = (field: ImportField): boolean => numeric[field] !== undefined;

/** The values of a table's columns as a choice of columns reads them; each is read as its whole column is written. */
export interface ColumnValues {
  /** How a field's column writes its numbers; undefined for a field without one. */
  notation: (field: ImportField) => Notation | undefined;
  /** A cell as a number in the field's own unit; NaN for anything else. */
  number: (field: ImportField, row: RawRow) => number;
  /** Whether most numbers of a column have a fraction, as those of a model do where a count has none. */
  isFractional: (field: ImportField) => boolean;
  /** The numbers a row gives for x and y, in the file's own order; null where it gives none. */
  position: (row: RawRow) => readonly [x: number, y: number] | null;
}

type Table = Pick<RawTable, 'columns' | 'rows'>;

const textsOf = function* (table: Table, at: number, field: ImportField): Generator<string> {
  for (const { values } of table.rows) {
    const value = values[at];
    if (typeof value === 'string' && value.length <= 60) yield withoutUnit(value, field).text;
  }
};

/** The first position of any geometry. */
const firstPosition = (coordinates: unknown): readonly [number, number] | null => {
  let part = coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) part = part[0];
  return Array.isArray(part) && part.length >= 2 ? [part[0], part[1]] : null;
};

const positionOfGeometry = (geometry: NonNullable<RawRow['geometry']>): readonly [number, number] | null =>
  geometry.type === 'GeometryCollection'
    ? (geometry.geometries.map(positionOfGeometry).find((position) => position !== null) ?? null)
    : firstPosition(geometry.coordinates);

/** A number in a field's own unit, to a hundredth where it was converted. */
const scaled = (value: number, factor: number): number =>
  factor === 1 ? value : Math.round(value * factor * 100) / 100;

/** Reads the columns of a table; every numeric one is walked once to see how it writes its numbers. */
export const columnValues = (table: Table, columns: ColumnChoice): ColumnValues => {
  const fields = (Object.keys(columns) as ImportField[]).filter((field) => isNumeric(field));
  const tallies = new Map(fields.map((field) => [field, tallyOf(textsOf(table, columns[field]!, field))]));
  const everywhere = new Set<Mark>([...tallies.values()].flatMap(({ decimals }) => [...decimals]));
  const notations = new Map(
    fields.map((field) => {
      const [kind, min, max] = numeric[field]!;
      return [field, notationOf(tallies.get(field)!, kind, [min, max], everywhere)];
    }),
  );
  const factors = new Map(fields.map((field) => [field, unitOfHeading(table.columns[columns[field]!] ?? '', field)]));
  const decimalOf = (field: ImportField): Mark | null => notations.get(field)?.decimal ?? null;
  const cellOf = (field: ImportField, { values }: RawRow): unknown => {
    const at = columns[field];
    return at === undefined ? undefined : values[at];
  };
  const number = (field: ImportField, row: RawRow): number => {
    const value = cellOf(field, row);
    const factor = factors.get(field) ?? 1;
    if (typeof value === 'number') return scaled(value, factor);
    if (typeof value !== 'string') return Number.NaN;
    const { text, factor: own } = withoutUnit(value, field);
    return scaled(parseNumber(text, decimalOf(field)), own ?? factor);
  };
  const fractional = new Map<ImportField, boolean>();
  return {
    notation: (field) => notations.get(field),
    number,
    isFractional: (field) => {
      let found = fractional.get(field);
      if (found === undefined) {
        const numbers = table.rows.map((row) => number(field, row)).filter(Number.isFinite);
        found = numbers.filter((value) => !Number.isInteger(value)).length > numbers.length / 2;
        fractional.set(field, found);
      }
      return found;
    },
    position: (row) => {
      if (row.geometry) return positionOfGeometry(row.geometry);
      if (columns.position !== undefined) {
        const pair = parsePair(cellText(cellOf('position', row)));
        // in one text the latitude stands first, but for well-known text
        return pair && (pair.isWkt ? [pair.first, pair.second] : [pair.second, pair.first]);
      }
      const x = parseDegrees(cellOf('lon', row), decimalOf('lon'));
      const y = parseDegrees(cellOf('lat', row), decimalOf('lat'));
      return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
    },
  };
};

/** What a row says where its position should be, as it stands. */
export const positionText = (row: RawRow, columns: ColumnChoice): string =>
  positionFields
    .flatMap((field) => (columns[field] === undefined ? [] : cellText(row.values[columns[field]])))
    .join(', ');
