import type { FeatureCollection } from 'geojson';
import type { Facts } from '../../model/facts.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { BoundingBox, Commune, LonLat } from '../../model/place.ts';
import type { RuleId } from '../../model/problem.ts';
import type { ProblemList } from '../problem-list.ts';
import { distanceOutsideKm } from '../vector/inside.ts';
import { communeFinder } from '../vector/locate.ts';
import { asCount, asDecimal } from './convert/numbers.ts';
import type { ColumnChoice, ImportField } from './guess/fields.ts';
import { cellText, plainName, type RawRow } from './table/raw-table.ts';

/** What an import is checked against. Without communes every position is good; without operators every network is. */
export interface ImportContext {
  communes: FeatureCollection<AreaGeometry, Commune> | null;
  facts: Pick<Facts, 'operators' | 'bands' | 'antennas'> | null;
  /** Where positions should fall. */
  box: BoundingBox | null;
}

/** One row under way: what it says by field, and a way to tell what is wrong with it. */
export interface Reading {
  row: RawRow;
  position: LonLat;
  text: (field: ImportField) => string;
  /** NaN, and told, where it is not a number in the range; NaN, and not told, where nothing stands. */
  number: (field: ImportField, min: number, max: number) => number;
  count: (field: ImportField, min: number, max: number) => number;
  flag: (field: ImportField) => boolean;
  tell: (rule: RuleId, value: string, ruleValues?: Record<string, string | number>, field?: string) => void;
  warn: (rule: RuleId, value: string, ruleValues?: Record<string, string | number>) => void;
  /** Whether anything was told of this row. */
  isBad: () => boolean;
}

export const readingOf = (
  row: RawRow,
  position: LonLat,
  columns: ColumnChoice,
  names: readonly string[],
  file: string,
  problems: ProblemList,
): Reading => {
  let bad = false;
  const raw = (field: ImportField): unknown => {
    const at = columns[field];
    return at === undefined ? undefined : row.values[at];
  };
  const tell: Reading['tell'] = (rule, value, ruleValues, field) => {
    bad = true;
    const place = field === undefined ? row.place : `${row.place}, ${field}`;
    problems.error({ file, place, value: value.slice(0, 80), rule, ...(ruleValues && { ruleValues }) });
  };
  const within =
    (parse: (value: unknown) => number) =>
    (field: ImportField, min: number, max: number): number => {
      const text = cellText(raw(field));
      if (text === '') return Number.NaN;
      const value = parse(raw(field));
      const name = names[columns[field] ?? -1] ?? field;
      if (Number.isNaN(value)) tell('wrong-type', text, { expected: 'number' }, name);
      else if (value < min || value > max) tell('out-of-range', text, { min, max }, name);
      else return value;
      return Number.NaN;
    };
  return {
    row,
    position,
    text: (field) => cellText(raw(field)),
    number: within(asDecimal),
    count: within(asCount),
    flag: (field) => /^(true|1|yes|y|x|co|ok|da|dacop|dacquang)$/.test(plainName(cellText(raw(field)))),
    tell,
    warn: (rule, value, ruleValues) =>
      problems.warning({ file, place: row.place, value: value.slice(0, 80), rule, ...(ruleValues && { ruleValues }) }),
    isBad: () => bad,
  };
};

/** A GSO commune code: five digits, whose leading zeros spreadsheets lose. */
export const asCommuneCode = (text: string): string => (/^\d{1,4}$/.test(text) ? text.padStart(5, '0') : text);

/** The commune of a row: the one it names by code, else the one it lies in; undefined, and told, where there is none. */
export const communeOf = (reading: Reading, { communes }: ImportContext): string | undefined => {
  if (!communes) return asCommuneCode(reading.text('communeCode')) || '00000';
  const { position } = reading;
  const there = communeFinder(communes)(position);
  if (!there) {
    const distanceKm = Math.min(...communes.features.map(({ geometry }) => distanceOutsideKm(geometry, position)));
    reading.tell('outside-province', position.join(', '), { distanceKm });
    return undefined;
  }
  const stated = asCommuneCode(reading.text('communeCode'));
  if (stated === '' || stated === there.code) return there.code;
  const named = communes.features.find(({ properties }) => properties.code === stated)?.properties;
  if (!named) {
    reading.tell('unknown-commune', stated, { vintage: there.vintage });
    return undefined;
  }
  reading.warn('outside-commune', position.join(', '), { commune: `${named.name} (${named.code})` });
  return named.code;
};

/** The operator a text means, by id, name or MCC-MNC; undefined, and told, for one the facts do not have. */
export const operatorOf = (reading: Reading, text: string, { facts }: ImportContext): string | undefined => {
  if (!facts) return plainName(text) || undefined;
  const plain = plainName(text);
  const found = facts.operators.find(
    ({ id, name, mccMnc }) => plainName(id) === plain || plainName(name) === plain || plainName(mccMnc) === plain,
  );
  if (!found) {
    reading.tell('not-one-of', text, { allowed: facts.operators.map(({ name }) => name).join(', ') });
  }
  return found?.id;
};
