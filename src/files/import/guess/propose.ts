import type { BoundingBox } from '../../../model/place.ts';
import { plainName, type RawTable } from '../table/raw-table.ts';
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
}

const kindOfGeometry = ({ rows }: RawTable): 'point' | 'line' | 'area' | null => {
  const type = rows.find(({ geometry }) => geometry)?.geometry?.type ?? '';
  if (/Point/.test(type)) return 'point';
  if (/Line/.test(type)) return 'line';
  return /Polygon/.test(type) ? 'area' : null;
};

/** Features as our own packs write them carry everything in properties of these names. */
export const packColumn = (table: Pick<RawTable, 'columns'>, name: 'tenants' | 'clusters'): number =>
  table.columns.indexOf(name);

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
  if (kindOfGeometry(table) === null) needed.push('lon', 'lat');
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
  const { epsg, swapped, insideShare } = await guessSystem(table, columns, box);
  // X is the northing in Vietnamese surveys; the heading alone does not tell
  const choice: ImportChoice = { target, columns, epsg, swapped };
  return { choice, insideShare, missing: missingFields(table, choice) };
};

/** Columns that no field takes; their values are kept beside what the row becomes. */
export const extraColumns = (table: Pick<RawTable, 'columns'>, columns: ColumnChoice): number[] => {
  const used = new Set(Object.values(columns));
  return table.columns.flatMap((name, i) => (used.has(i) || plainName(name) === '' ? [] : [i]));
};
