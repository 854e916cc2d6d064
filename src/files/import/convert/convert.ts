import type { Geometry } from 'geojson';
import type { AreaGeometry } from '../../../model/pack.ts';
import { InputError, type Problem } from '../../../model/problem.ts';
import { ProblemList, refuse } from '../../problem-list.ts';
import { type ImportContext, type Reading, readingOf } from '../context.ts';
import { rawPosition } from '../guess/guess-system.ts';
import { extraColumns, type ImportChoice, missingFields, packColumn } from '../guess/propose.ts';
import { cellText, plainName, type RawRow, type RawTable } from '../table/raw-table.ts';
import type { ImportedEntries, ImportedExtras } from './imported.ts';
import { allOnEarth, isOnEarth, moved, type Nested, type Place, placing } from './placing.ts';
import { type RawArea, toBoundaries } from './to-boundaries.ts';
import { type CellRow, toCellRow, toCellSites } from './to-cell-sites.ts';
import { type RawLine, toFibre, toFibreNode } from './to-fibre.ts';
import { toHamlet, toMeasurement, toPackHamlet, toPoint } from './to-places.ts';
import { toPackSite, toSite } from './to-sites.ts';

/** What came of a file: entries, and what is wrong with the rows left out. */
export interface ImportResult {
  entries: ImportedEntries;
  /** Errors first, each a row left out; then warnings. */
  problems: readonly Problem[];
  /** Rows of the file, and those that are in the entries. */
  rows: number;
  taken: number;
}

/** Rows between two reports of progress. */
const slice = 2_000;
const maxWarnings = 200;

/** Problems found, the first 200 of each severity and how many more. */
const listed = (problems: ProblemList, file: string): Problem[] => {
  const warnings = problems.warnings.slice(0, maxWarnings);
  const unlisted = problems.warnings.length - warnings.length;
  const more: Problem[] =
    unlisted > 0
      ? [{ file, place: '', value: '', rule: 'more-problems', ruleValues: { count: unlisted }, severity: 'warning' }]
      : [];
  try {
    problems.throwIfErrors(file);
    return [...warnings, ...more];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.problems, ...warnings, ...more];
  }
};

const stemOf = (file: string): string =>
  plainName(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')).slice(0, 20) || 'file';

/**
 * Everything a table makes of a target, in WGS 84, checked against the context. A bad row is told and left out. Throws
 * InputError where the whole can't be read: an unknown reference system, a needed column without a place.
 */
export const convertTable = async (
  table: RawTable,
  choice: ImportChoice,
  context: ImportContext,
  file: string,
  onProgress?: (done: number, total: number) => void,
): Promise<ImportResult> => {
  const { target, columns } = choice;
  const [missing] = missingFields(table, choice);
  if (missing) throw refuse({ file, place: 'row 1', value: '', rule: 'missing-field', ruleValues: { field: missing } });
  const place = await placing(choice, file);
  const problems = new ProblemList();
  if (choice.swapped) problems.warning({ file, place: '', value: '', rule: 'swapped' });
  problems.add(table.warnings);
  const stem = stemOf(file);
  const kept = extraColumns(table, columns);

  const entries: Required<ImportedEntries> = {
    sites: [],
    hamlets: [],
    communes: [],
    fibreNodes: [],
    fibreRoutes: [],
    points: [],
    measurements: [],
    extras: [],
  };
  const cells: CellRow[] = [];
  const areas: RawArea[] = [];
  const lines: RawLine[] = [];
  const placeOfId = new Map<string, string>();
  let taken = 0;

  /** Takes an entry unless its id was there before in the file. */
  const take = <T>(list: T[], layer: string, entry: T | undefined, id: string, { row, tell }: Reading): void => {
    if (entry === undefined) return;
    const first = placeOfId.get(id);
    if (first !== undefined) {
      tell('duplicate-id', id, { first });
      return;
    }
    placeOfId.set(id, row.place);
    list.push(entry);
    taken++;
    const values = extrasOf(row, kept, table.columns);
    if (values) entries.extras.push({ of: `${layer}/${id}`, values });
  };

  const takeRow = (row: RawRow, i: number): void => {
    const raw = rawPosition(row, columns);
    if (!raw) {
      const value =
        columns.lon === undefined
          ? ''
          : [columns.lon, columns.lat ?? -1].map((at) => cellText(row.values[at])).join(', ');
      problems.error({
        file,
        place: row.place,
        value: value.slice(0, 80),
        rule: 'bad-geometry',
        ruleValues: { detail: 'x, y' },
      });
      return;
    }
    const position = place(...raw);
    const reading = readingOf(row, position, columns, table.columns, file, problems);
    if (!position.every(Number.isFinite) || !isOnEarth(position)) {
      const detail = 'longitude −180…180, latitude −90…90';
      reading.tell('bad-geometry', raw.join(', '), { detail });
      return;
    }
    const id = `${stem}-${String(i + 1).padStart(4, '0')}`;
    const geometry = row.geometry && placedGeometry(row.geometry, place, reading);
    if (target === 'boundaries') {
      if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') {
        areas.push({ place: row.place, code: reading.text('communeCode'), geometry: geometry as AreaGeometry });
      } else reading.tell('bad-geometry', row.geometry?.type ?? '', { detail: 'Polygon, MultiPolygon' });
    } else if (target === 'fibre' && (geometry?.type === 'LineString' || geometry?.type === 'MultiLineString')) {
      const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
      parts.forEach((part, p) => {
        const name = reading.text('id') || id;
        const line = part.map(([lon, lat]) => [lon, lat] as const);
        if (line.length >= 2) lines.push({ reading, id: parts.length > 1 ? `${name}-${p + 1}` : name, line });
        else reading.tell('bad-geometry', '', { detail: 'LineString' });
      });
    } else if (row.geometry && row.geometry.type !== 'Point') {
      reading.tell('bad-geometry', row.geometry.type, { detail: 'Point' });
    } else if (target === 'cells') {
      const cell = toCellRow(reading, context);
      if (cell) cells.push(cell);
    } else takePoint(reading, id);
  };

  const properties = (row: RawRow): Record<string, unknown> =>
    Object.fromEntries(
      table.columns.flatMap((name, c) =>
        isOrdinary(name) && row.values[c] !== undefined ? [[name, row.values[c]]] : [],
      ),
    );

  const takePoint = (reading: Reading, id: string): void => {
    if (target === 'sites') {
      const site =
        packColumn(table, 'tenants') >= 0
          ? toPackSite(reading, properties(reading.row), file, context, problems)
          : toSite(reading, id, context);
      take(entries.sites, 'sites', site, site?.id ?? '', reading);
    } else if (target === 'hamlets') {
      const hamlet =
        packColumn(table, 'clusters') >= 0
          ? toPackHamlet(reading, properties(reading.row), file, context, problems)
          : toHamlet(reading, id, context);
      take(entries.hamlets, 'hamlets', hamlet, hamlet?.id ?? '', reading);
    } else if (target === 'points') {
      const point = toPoint(reading, id, context);
      take(entries.points, 'points', point, point?.properties.id ?? '', reading);
    } else if (target === 'measurements') {
      const measurement = toMeasurement(reading, id, context);
      take(entries.measurements, 'measurements', measurement, measurement?.id ?? '', reading);
    } else {
      const node = toFibreNode(reading, id, context);
      take(entries.fibreNodes, 'fibreNodes', node, node?.properties.id ?? '', reading);
    }
  };

  table.rows.forEach((row, i) => {
    takeRow(row, i);
    if ((i + 1) % slice === 0) onProgress?.(i + 1, table.rows.length);
  });
  if (target === 'cells') {
    entries.sites = toCellSites(cells, context);
    taken = cells.length;
  }
  if (target === 'boundaries') {
    entries.communes = toBoundaries(areas, context.communes, file, problems);
    taken = entries.communes.length;
  }
  if (target === 'fibre' && lines.length > 0) {
    const { nodes, routes } = toFibre(lines, entries.fibreNodes, context);
    entries.fibreNodes = nodes;
    entries.fibreRoutes = routes;
    taken += routes.length;
  }
  if (entries.sites.length > 0 && packColumn(table, 'tenants') < 0) {
    problems.warning({
      file,
      place: '',
      value: '',
      rule: 'assumed-equipment',
      ruleValues: { count: entries.sites.length },
    });
  }
  onProgress?.(table.rows.length, table.rows.length);
  const filled = Object.fromEntries(Object.entries(entries).filter(([, list]) => list.length > 0)) as ImportedEntries;
  return { entries: filled, problems: listed(problems, file), rows: table.rows.length, taken };
};

const placedGeometry = (geometry: Geometry, place: Place, reading: Reading): Geometry | null => {
  if (!('coordinates' in geometry)) return null;
  const coordinates = moved(geometry.coordinates as Nested, place);
  if (!allOnEarth(coordinates)) {
    reading.tell('bad-geometry', geometry.type, { detail: 'longitude −180…180, latitude −90…90' });
    return null;
  }
  return { type: geometry.type, coordinates } as Geometry;
};

/** Names that mean something to JavaScript objects are no columns to keep. */
const isOrdinary = (name: string): boolean => !['__proto__', 'constructor', 'prototype'].includes(name);

const extrasOf = (
  row: RawRow,
  kept: readonly number[],
  columns: readonly string[],
): ImportedExtras['values'] | null => {
  const values = kept.flatMap((at): [string, string][] => {
    const text = cellText(row.values[at]);
    return text !== '' && isOrdinary(columns[at]) ? [[columns[at], text.slice(0, 500)]] : [];
  });
  return values.length > 0 ? Object.fromEntries(values) : null;
};
