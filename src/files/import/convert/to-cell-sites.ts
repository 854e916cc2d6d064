import KDBush from 'kdbush';
import { metresPerDegree } from '../../../geo/ellipsoid.ts';
import type { LonLat } from '../../../model/place.ts';
import type { Site, Technology } from '../../../model/site.ts';
import { communeOf, type ImportContext, operatorOf } from '../context.ts';
import type { Reading } from './reading.ts';
import { technologyOf } from './technology.ts';
import { usualCells } from './to-sites.ts';

/** One cell of a crowd-sourced list. */
export interface CellRow {
  reading: Reading;
  operator: string;
  technology: Technology;
  /** What the cells of one mast have in common: area and the cell number without its sector. */
  mast: string;
  samples: number;
}

/** Heights are not in such lists: a usual mast, so that it can be computed with; its structure stays unknown. */
const assumedHeightM = 40;
/** Technologies of one operator whose estimated positions are this near stand on one mast. */
const sameMastM = 150;

/**
 * The part of a cell number that its mast's other cells share. LTE: the eNodeB, all but the last 8 bits. NR: all but the
 * last 14 of 36 bits. GSM and UMTS number the sectors of a mast in the last decimal digit.
 */
const mastOf = (technology: Technology, cell: number): number => {
  if (technology === '4G') return Math.floor(cell / 256);
  if (technology === '5G') return Math.floor(cell / 2 ** 14);
  return Math.floor((technology === '3G' ? cell % 65_536 : cell) / 10);
};

/** A row of OpenCellID or a list like it; undefined, and told, where it does not make a cell. */
export const toCellRow = (reading: Reading, context: ImportContext): CellRow | undefined => {
  const { text, count, tell } = reading;
  const technology = technologyOf(text('technology'));
  if (!technology) tell('not-one-of', text('technology'), { allowed: 'GSM, UMTS, LTE, NR' }, 'technology');
  const [mcc, mnc] = [count('mcc', 0, 999), count('mnc', 0, 999)];
  const cell = count('cell', 0, 2 ** 36);
  const area = count('area', 0, 2 ** 24);
  for (const [field, value] of Object.entries({ mcc, mnc, cell })) {
    if (Number.isNaN(value) && !reading.isBad()) tell('missing-field', '', { field });
  }
  if (!technology || reading.isBad()) return undefined;
  const operator = operatorOf(reading, `${mcc}-${String(mnc).padStart(2, '0')}`, context);
  if (operator === undefined) return undefined;
  const samples = count('samples', 0, 1e9);
  return {
    reading,
    operator,
    technology,
    mast: [operator, technology, Number.isNaN(area) ? '' : area, mastOf(technology, cell)].join('-'),
    samples: samples > 0 ? samples : 1,
  };
};

interface Mast {
  id: string;
  operator: string;
  technology: Technology;
  position: LonLat;
  first: Reading;
}

/** Masts by what their cells have in common, each where its cells were heard, weighted by how often. */
const mastsOf = (rows: readonly CellRow[]): Mast[] => {
  const groups = new Map<string, CellRow[]>();
  for (const row of rows) {
    const group = groups.get(row.mast);
    if (group) group.push(row);
    else groups.set(row.mast, [row]);
  }
  return [...groups].map(([id, cells]) => {
    const weight = cells.reduce((sum, { samples }) => sum + samples, 0);
    const mean = (axis: 0 | 1) =>
      cells.reduce((sum, { reading, samples }) => sum + reading.position[axis] * samples, 0) / weight;
    const [{ operator, technology, reading: first }] = cells;
    return { id, operator, technology, position: [mean(0), mean(1)] as const, first };
  });
};

/** Masts of one operator that stand together, in the order of the rows. */
const together = (masts: readonly Mast[]): Mast[][] => {
  if (masts.length === 0) return [];
  const { eastM, northM } = metresPerDegree(masts[0].position[1]);
  const index = new KDBush(masts.length);
  for (const { position } of masts) index.add(position[0] * eastM, position[1] * northM);
  index.finish();
  const taken = new Set<number>();
  return masts.flatMap((mast, i): Mast[][] => {
    if (taken.has(i)) return [];
    const near = index
      .within(mast.position[0] * eastM, mast.position[1] * northM, sameMastM)
      .filter((n) => !taken.has(n) && masts[n].operator === mast.operator)
      .sort((a, b) => a - b);
    for (const n of near) taken.add(n);
    return [near.map((n) => masts[n])];
  });
};

/** Sites of a list of cells: cells of one mast gathered, an operator's technologies at one place on one structure. */
export const toCellSites = (rows: readonly CellRow[], context: ImportContext): Site[] =>
  together(mastsOf(rows)).flatMap((masts): Site[] => {
    const [{ id, operator, position, first }] = masts;
    const communeCode = communeOf({ ...first, position }, context);
    if (communeCode === undefined) return [];
    const used = [...new Set(masts.map(({ technology }) => technology))].sort();
    return [
      {
        id: `OC-${id}`,
        position,
        communeCode,
        structure: 'unknown',
        heightM: assumedHeightM,
        owner: operator,
        tenants: [
          {
            operator,
            antennaHeightM: assumedHeightM - 1,
            cells: used.flatMap((technology) => usualCells(context, operator, technology, `OC-${id}`)),
          },
        ],
      },
    ];
  });
