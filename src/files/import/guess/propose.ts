import type { BoundingBox } from '../../../model/place.ts';
import { columnValues } from '../convert/column-values.ts';
import { type ColumnDoubt, columnDoubts } from '../convert/doubts.ts';
import { plainName, type RawTable, type UnreadPart } from '../table/raw-table.ts';
import {
  type ColumnChoice,
  fieldsOf,
  guessColumns,
  type ImportField,
  type ImportTarget,
  importTargets,
  targetFields,
} from './fields.ts';
import { guessSystem, type SystemGuess } from './guess-system.ts';

/** How a file is to be read. Guessed, then the user's. */
export interface ImportChoice {
  target: ImportTarget;
  columns: ColumnChoice;
  epsg: number;
  swapped: boolean;
}

export interface ImportProposal {
  choice: ImportChoice;
  insideShare: SystemGuess['insideShare'];
  /** Fields that must be given a column before the file can enter. */
  missing: readonly ImportField[];
  /** What of the columns is a guess, and what else would fit. */
  doubts: readonly ColumnDoubt[];
  /** Parts of the file that are left unread. */
  unread: readonly UnreadPart[];
}

const kindOfGeometry = ({ rows }: RawTable): 'point' | 'line' | 'area' | null => {
  let geometry = rows.find((row) => row.geometry)?.geometry;
  while (geometry?.type === 'GeometryCollection') geometry = geometry.geometries[0];
  const type = geometry?.type ?? '';
  if (/Point/.test(type)) return 'point';
  if (/Line/.test(type)) return 'line';
  return /Polygon/.test(type) ? 'area' : null;
};

/** Features as our own packs write them carry everything in properties of these names. */
export const packColumn = (table: Pick<RawTable, 'columns'>, name: 'tenants' | 'clusters'): number =>
  table.columns.indexOf(name);

/** Of boundaries a bare code is the commune's; of anything else it is its own. */
const bareCode = (columns: readonly string[]): number | undefined => {
  const at = columns.findIndex((name) => ['code', 'ma'].includes(plainName(name)));
  return at < 0 ? undefined : at;
};

/** A column called a place or coordinates may hold words: at least half of what is in it must be positions. */
const holdsPositions = (table: RawTable, columns: ColumnChoice): boolean => {
  const values = columnValues(table, columns);
  const sample = table.rows.slice(0, 200);
  return sample.filter((row) => values.position(row)).length > sample.length / 2;
};

const guessTarget = (table: RawTable): ImportTarget => {
  const geometry = kindOfGeometry(table);
  if (geometry === 'area') return 'boundaries';
  if (geometry === 'line') return 'fibre';
  if (packColumn(table, 'tenants') >= 0) return 'sites';
  if (packColumn(table, 'clusters') >= 0) return 'hamlets';
  const known = (target: ImportTarget, fields: readonly ImportField[]): number => {
    const choice = guessColumns(table.columns, fieldsOf(target));
    return fields.filter((field) => choice[field] !== undefined).length;
  };
  const complete = (target: ImportTarget): boolean =>
    targetFields[target].needed.length > 0 &&
    known(target, targetFields[target].needed) === targetFields[target].needed.length;
  const ranked = (['cells', 'measurements', 'hamlets', 'sites'] as const).filter(complete);
  if (ranked.length > 0) return ranked[0];
  const byTelling = importTargets.map((target) => ({ target, count: known(target, targetFields[target].telling) }));
  const best = byTelling.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 && best.target !== 'boundaries' ? best.target : 'points';
};

/** Fields a target needs that no column gives. Positions come from columns only where the file has no geometry. */
export const missingFields = (
  table: RawTable,
  { target, columns }: Pick<ImportChoice, 'target' | 'columns'>,
): ImportField[] => {
  const isOurs =
    (target === 'sites' && packColumn(table, 'tenants') >= 0) ||
    (target === 'hamlets' && packColumn(table, 'clusters') >= 0);
  const needed: ImportField[] = isOurs ? [] : [...targetFields[target].needed];
  if (kindOfGeometry(table) === null && columns.position === undefined) needed.push('lon', 'lat');
  return needed.filter((field) => columns[field] === undefined);
};

/** What a file seems to be and where its columns are. `box` is where its positions should fall. */
export const proposeImport = async (
  table: RawTable,
  box: BoundingBox | null,
  asked?: ImportTarget,
): Promise<ImportProposal> => {
  const target = asked ?? guessTarget(table);
  const columns = guessColumns(table.columns, fieldsOf(target));
  if (target === 'boundaries') columns.communeCode ??= bareCode(table.columns);
  if (columns.position !== undefined && !holdsPositions(table, columns)) delete columns.position;
  const { epsg, swapped, insideShare } = await guessSystem(table, columns, box);
  const choice: ImportChoice = { target, columns, epsg, swapped };
  const missing = missingFields(table, choice);
  return { choice, insideShare, missing, doubts: columnDoubts(table, columns), unread: table.unread };
};

/** Columns that no field takes; their values are kept beside what the row becomes. */
export const extraColumns = (table: Pick<RawTable, 'columns'>, columns: ColumnChoice): number[] => {
  const used = new Set(Object.values(columns));
  return table.columns.flatMap((name, i) => (used.has(i) || name === '' ? [] : [i]));
};
