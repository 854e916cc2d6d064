import { plainName } from '../table/raw-table.ts';
import { framed, headings, type ImportField, otherThings } from './headings.ts';

export type { ImportField };

/** What a file may bring. `cells` are rows of single cells, as OpenCellID gives them, gathered into sites. */
export const importTargets = ['sites', 'cells', 'hamlets', 'boundaries', 'fibre', 'points', 'measurements'] as const;
export type ImportTarget = (typeof importTargets)[number];

interface TargetFields {
  needed: readonly ImportField[];
  taken: readonly ImportField[];
  /** Fields that tell this target from the others. */
  telling: readonly ImportField[];
}

/** Which fields each target takes; positions are needed where the file has no geometry. */
export const targetFields: Readonly<Record<ImportTarget, TargetFields>> = {
  sites: {
    needed: ['operator'],
    taken: ['id', 'name', 'operator', 'technology', 'height', 'structure', 'owner', 'communeCode'],
    telling: ['height', 'structure', 'owner', 'technology', 'operator'],
  },
  cells: {
    needed: ['technology', 'mcc', 'mnc', 'cell'],
    taken: ['technology', 'mcc', 'mnc', 'area', 'cell', 'samples'],
    telling: ['mcc', 'mnc', 'area', 'cell', 'samples', 'technology'],
  },
  hamlets: {
    needed: ['name', 'people'],
    taken: ['id', 'name', 'people', 'households', 'hasFibre', 'communeCode'],
    telling: ['people', 'households', 'hasFibre'],
  },
  boundaries: { needed: ['communeCode'], taken: ['communeCode', 'name'], telling: ['communeCode'] },
  fibre: { needed: [], taken: ['id', 'kind', 'from', 'to', 'communeCode'], telling: ['from', 'to'] },
  points: { needed: ['name'], taken: ['id', 'name', 'kind', 'communeCode'], telling: ['kind'] },
  measurements: {
    needed: ['rsrp'],
    taken: ['id', 'operator', 'technology', 'mcc', 'mnc', 'rsrp'],
    telling: ['rsrp'],
  },
};

/** Fields of a position, which a file with geometries does not need. */
export const positionFields: readonly ImportField[] = ['lon', 'lat', 'position'];

/** Fields of a target with those of a position. */
export const fieldsOf = (target: ImportTarget): readonly ImportField[] => [
  ...positionFields,
  ...targetFields[target].taken,
];

/** Which column holds a field: index into the table's columns. */
export type ColumnChoice = Partial<Record<ImportField, number>>;

/** What a heading is without its unit: 'Chiều cao (m)' and 'height_ft' are of heights. */
const fits = (field: ImportField, heading: string, column: string, isWhole: boolean): boolean =>
  column !== '' &&
  !otherThings[field]?.test(column) &&
  // 'Chiều cao cột (m)', 'Kinh độ WGS84': a heading of some length may have more around it
  (isWhole ? heading === column : heading.length >= 5 && column.startsWith(heading));

/** The column of each field by its heading; the first heading in our order wins, a column serves one field. */
export const guessColumns = (columns: readonly string[], fields: readonly ImportField[]): ColumnChoice => {
  const plain = columns.map(plainName);
  const taken = new Set<number>();
  const choice: ColumnChoice = {};
  const claim = (field: ImportField, isWhole: boolean): void => {
    if (choice[field] !== undefined) return;
    const find = (isIt: (column: string) => boolean): boolean => {
      const at = plain.findIndex((column, i) => !taken.has(i) && isIt(column));
      if (at < 0) return false;
      choice[field] = at;
      taken.add(at);
      return true;
    };
    const isFound = headings[field].some((heading) => find((column) => fits(field, heading, column, isWhole)));
    if (!isFound && !isWhole) find((column) => framed[field]?.test(column) === true);
  };
  for (const field of fields) claim(field, true);
  for (const field of fields) claim(field, false);
  // one column for both is only needed where the two are not there
  if (choice.lon !== undefined && choice.lat !== undefined) delete choice.position;
  return choice;
};

/** Columns that no field has and whose heading would fit a field as well as the one chosen. */
export const otherColumns = (columns: readonly string[], choice: ColumnChoice, field: ImportField): number[] => {
  const taken = new Set(Object.values(choice));
  return columns.flatMap((name, at) => {
    const plain = plainName(name);
    const isAlike = headings[field].some(
      (heading) => fits(field, heading, plain, true) || fits(field, heading, plain, false),
    );
    return isAlike && !taken.has(at) ? [at] : [];
  });
};

/** How many headings of a row we know; tells the row of headings from a title above it. */
export const knownHeadings = (cells: readonly string[]): number => {
  const all = Object.keys(headings) as ImportField[];
  return Object.keys(guessColumns(cells, all)).length;
};
