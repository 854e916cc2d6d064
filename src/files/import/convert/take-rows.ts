import type { Position } from 'geojson';
import type { AreaGeometry } from '../../../model/pack.ts';
import { limits } from '../../limits.ts';
import type { ImportContext } from '../context.ts';
import { extraColumns, type ImportChoice, packColumn } from '../guess/propose.ts';
import { cellText, plainName, type RawRow, type RawTable } from '../table/raw-table.ts';
import { positionText } from './column-values.ts';
import { crossesAntimeridian, type GeometryParts, partsOf } from './geometry-parts.ts';
import type { ImportedEntries, ImportedExtras } from './imported.ts';
import { isBeyondAntimeridian, isOnEarth, type Place } from './placing.ts';
import { type Reading, type ReadingOf, readingOf } from './reading.ts';
import type { RawArea } from './to-boundaries.ts';
import { type CellRow, toCellRow } from './to-cell-sites.ts';
import { type RawLine, toFibreNode } from './to-fibre.ts';
import { type LevelColumn, levelColumn, toMeasurement } from './to-measurement.ts';
import { toHamlet, toPackHamlet, toPoint } from './to-places.ts';
import { toPackSite, toSite } from './to-sites.ts';

/** Characters of a value that is kept beside an entry; more is cut, with a sign that it was. */
const keptCharacters = 2_000;

/** Names that mean something to JavaScript objects are no columns to keep. */
const isOrdinary = (name: string): boolean => !['__proto__', 'constructor', 'prototype'].includes(name);

const stemOf = (file: string): string =>
  plainName(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')).slice(0, 20) || 'file';

const onEarth = 'longitude −180…180, latitude −90…90';

/** Takes the rows of a table one by one: entries of what makes one, and what is wrong with what does not. */
export class RowTaker {
  readonly entries: Required<ImportedEntries> = {
    sites: [],
    hamlets: [],
    communes: [],
    fibreNodes: [],
    fibreRoutes: [],
    points: [],
    measurements: [],
    extras: [],
  };
  /** What becomes entries only with all of its kind. */
  readonly cells: CellRow[] = [];
  readonly areas: RawArea[] = [];
  readonly lines: RawLine[] = [];
  taken = 0;
  /** Sites of which the file does not state the equipment. */
  assumed = 0;

  readonly #table: RawTable;
  readonly #choice: ImportChoice;
  readonly #context: ImportContext;
  readonly #place: Place;
  readonly #of: ReadingOf;
  readonly #stem: string;
  readonly #kept: readonly number[];
  readonly #level: LevelColumn;
  readonly #placeOfId = new Map<string, string>();

  constructor(table: RawTable, choice: ImportChoice, context: ImportContext, place: Place, of: ReadingOf) {
    this.#table = table;
    this.#choice = choice;
    this.#context = context;
    this.#place = place;
    this.#of = of;
    this.#stem = stemOf(of.file);
    this.#kept = extraColumns(table, choice.columns);
    this.#level = levelColumn(table, choice.columns);
  }

  take(row: RawRow, i: number): void {
    const { columns } = this.#choice;
    const raw = this.#of.values.position(row);
    const reading = readingOf(row, raw ? this.#place(...raw) : [0, 0], this.#of);
    if (!raw) {
      reading.tell('bad-geometry', positionText(row, columns), { detail: 'x, y' });
      return;
    }
    if (!this.#placed(raw, reading) || !this.#hasItsColumns(row, reading)) return;
    const id = `${this.#stem}-${String(i + 1).padStart(4, '0')}`;
    this.#takePlace(reading, id, row.geometry ? partsOf(row.geometry) : { points: [[...raw]], lines: [], areas: [] });
    reading.settle();
  }

  /** A row with more cells than the table has columns has moved: which cell is of which column can't be told. */
  #hasItsColumns({ values }: RawRow, reading: Reading): boolean {
    const { columns } = this.#table;
    for (let c = values.length - 1; c >= columns.length; c--) {
      if (cellText(values[c]) === '') continue;
      const found = (c >= limits.tableColumns ? c - limits.tableColumns : c) + 1;
      reading.tell('too-many-cells', cellText(values[c]), { found, columns: columns.length });
      return false;
    }
    return true;
  }

  /** A position of the file in degrees; undefined, and told, where it is none on Earth. */
  #placed(raw: readonly [number, number] | Position, reading: Reading): [number, number] | undefined {
    const [lon, lat] = this.#place(raw[0], raw[1]);
    if (Number.isFinite(lon) && Number.isFinite(lat) && isOnEarth([lon, lat])) return [lon, lat];
    if (isBeyondAntimeridian([lon, lat])) reading.tell('antimeridian', raw.slice(0, 2).join(', '));
    else reading.tell('bad-geometry', raw.slice(0, 2).join(', '), { detail: onEarth });
    return undefined;
  }

  /** A line in degrees; undefined, and told, where it leaves the Earth or goes round its back. */
  #placedLine(line: readonly Position[], reading: Reading): [number, number][] | undefined {
    const placed: [number, number][] = [];
    for (const raw of line) {
      const position = this.#placed(raw, reading);
      if (!position) return undefined;
      placed.push(position);
    }
    if (!crossesAntimeridian(placed)) return placed;
    reading.tell('antimeridian', '');
    return undefined;
  }

  #takePlace(reading: Reading, id: string, parts: GeometryParts): void {
    const { target } = this.#choice;
    const { points, lines, areas } = parts;
    const type = reading.row.geometry?.type ?? '';
    const leave = (kind: string, count: number): void => {
      if (count > 0) reading.note('geometry-left', '', { kind });
    };
    if (target === 'boundaries') {
      if (areas.length === 0) reading.tell('bad-geometry', type, { detail: 'Polygon, MultiPolygon' });
      else this.#takeArea(reading, areas);
      leave('Polygon', areas.length > 0 ? points.length + lines.length : 0);
    } else if (target === 'fibre' && lines.length > 0) {
      leave('LineString, Point', areas.length);
      this.#takeLines(reading, id, lines);
      points.forEach((point, n) => {
        this.#takePoint(reading, `${id}-p${n + 1}`, point);
      });
    } else if (points.length === 0) {
      reading.tell('bad-geometry', type, { detail: 'Point' });
    } else if (points.length > 1 && (target === 'hamlets' || target === 'measurements' || target === 'cells')) {
      // people, levels and cells are of one place: several would count them as often
      reading.tell('bad-geometry', `${type} (${points.length})`, { detail: 'Point' });
    } else {
      leave('Point', lines.length + areas.length);
      points.forEach((point, n) => {
        this.#takePoint(reading, points.length > 1 ? `${id}-${n + 1}` : id, point, points.length > 1 ? n + 1 : 0);
      });
    }
  }

  #takeArea(reading: Reading, areas: Position[][][]): void {
    const placed: [number, number][][][] = [];
    for (const rings of areas) {
      const polygon: [number, number][][] = [];
      for (const ring of rings) {
        const line = this.#placedLine(ring, reading);
        if (!line) return;
        const [first, last] = [line[0], line[line.length - 1]];
        if (line.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
          reading.tell('bad-geometry', String(line.length), { detail: 'LinearRing' });
          return;
        }
        polygon.push(line);
      }
      placed.push(polygon);
    }
    const geometry: AreaGeometry =
      placed.length === 1 ? { type: 'Polygon', coordinates: placed[0] } : { type: 'MultiPolygon', coordinates: placed };
    const [code, name] = [reading.text('communeCode'), reading.text('name')];
    this.areas.push({ place: reading.row.place, code, name, geometry });
  }

  #takeLines(reading: Reading, id: string, lines: Position[][]): void {
    const name = reading.id(this.#context.nextId?.('fibreRoutes') ?? id);
    lines.forEach((raw, n) => {
      const line = this.#placedLine(raw, reading);
      if (!line) return;
      if (line.length < 2) reading.tell('bad-geometry', '', { detail: 'LineString' });
      else this.lines.push({ reading, id: lines.length > 1 ? `${name}-${n + 1}` : name, line });
    });
  }

  /** Takes what stands at a point. `part` counts the points of one row, which have its id with a number behind. */
  #takePoint(reading: Reading, id: string, point: Position, part = 0): void {
    const position = this.#placed(point, reading);
    if (!position || reading.isBad()) return;
    const { target } = this.#choice;
    const { entries } = this;
    const context = this.#context;
    const idOf: Reading['id'] = (made) => {
      const stated = reading.id('');
      return stated === '' ? made : part > 0 ? `${stated}-${part}` : stated;
    };
    const there: Reading = { ...reading, position, id: idOf };
    const nextId = (layer: keyof ImportedEntries): string => context.nextId?.(layer) ?? id;
    if (target === 'sites') {
      const site = this.#holdsList(reading.row, 'tenants')
        ? toPackSite(there, this.#properties(reading.row), this.#of.file, context, this.#of.problems)
        : toSite(there, nextId('sites'), context);
      this.#enter(entries.sites, 'sites', site, site?.id ?? '', there);
      if (site && !this.#holdsList(reading.row, 'tenants')) this.assumed++;
    } else if (target === 'hamlets') {
      const hamlet = this.#holdsList(reading.row, 'clusters')
        ? toPackHamlet(there, this.#properties(reading.row), this.#of.file, context, this.#of.problems)
        : toHamlet(there, nextId('hamlets'), context);
      this.#enter(entries.hamlets, 'hamlets', hamlet, hamlet?.id ?? '', there);
    } else if (target === 'points') {
      const place = toPoint(there, nextId('points'), context);
      this.#enter(entries.points, 'points', place, place?.properties.id ?? '', there);
    } else if (target === 'measurements') {
      const measurement = toMeasurement(there, nextId('measurements'), context, this.#level);
      this.#enter(entries.measurements, 'measurements', measurement, measurement?.id ?? '', there);
    } else if (target === 'cells') {
      const cell = toCellRow(there, context);
      if (cell) this.cells.push(cell);
    } else {
      const node = toFibreNode(there, nextId('fibreNodes'), context);
      this.#enter(entries.fibreNodes, 'fibreNodes', node, node?.properties.id ?? '', there);
    }
  }

  /** Whether a row states what its entry is made of in full, as our own packs do. */
  #holdsList({ values }: RawRow, name: 'tenants' | 'clusters'): boolean {
    return Array.isArray(values[packColumn(this.#table, name)]);
  }

  /** Takes an entry unless its id was there before in the file. */
  #enter<T>(list: T[], layer: string, entry: T | undefined, id: string, { row, tell }: Reading): void {
    if (entry === undefined) return;
    const first = this.#placeOfId.get(id);
    if (first !== undefined) {
      tell('duplicate-id', id, { first });
      return;
    }
    this.#placeOfId.set(id, row.place);
    list.push(entry);
    this.taken++;
    const values = this.#extrasOf(row);
    if (values) this.entries.extras.push({ of: `${layer}/${id}`, values });
  }

  #properties({ values }: RawRow): Record<string, unknown> {
    const { columns } = this.#table;
    return Object.fromEntries(
      columns.flatMap((name, c) => (isOrdinary(name) && values[c] !== undefined ? [[name, values[c]]] : [])),
    );
  }

  #extrasOf({ values }: RawRow): ImportedExtras['values'] | null {
    const { columns } = this.#table;
    const kept = this.#kept.flatMap((at): [string, string][] => {
      const text = cellText(values[at]);
      const shown = text.length > keptCharacters ? `${text.slice(0, keptCharacters - 1)}…` : text;
      return text !== '' && isOrdinary(columns[at]) ? [[columns[at], shown]] : [];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : null;
  }
}
