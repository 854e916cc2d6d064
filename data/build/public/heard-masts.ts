import KDBush from 'kdbush';
import { distanceM } from '../../../src/geo/distance.ts';
import { metresPerDegree } from '../../../src/geo/ellipsoid.ts';
import type { Operator } from '../../../src/model/facts.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { Technology } from '../../../src/model/site.ts';
import type { HeardCell } from '../../../src/sources/opencellid.ts';

/** Where cells that phones have heard have their mast, as far as that can be told. */
export interface TracedSite {
  /** What its cells have in common: '452-04 4G 25112 40321'. */
  id: string;
  operator: string;
  technologies: readonly Technology[];
  position: LonLat;
  /** How far the mast may be from there, metres: an estimate. */
  uncertaintyM: number;
}

/** Networks of one operator whose estimated places are this near stand on one mast. */
const sameMastM = 150;
/** No estimate from phones is better than this. */
const leastM = 100;
/** Taken for a cell whose reach is not told. */
const usualRangeM = 1000;

/**
 * The part of a cell's number that its mast's other cells share. LTE: the eNodeB, all but the last 8 bits. NR: all but the
 * last 14 of 36 bits. GSM and UMTS number the sectors of a mast in the last decimal digit; UMTS has the controller in front.
 */
const siteNumber = ({ technology, cell }: HeardCell): number => {
  if (technology === '4G') return Math.floor(cell / 256);
  if (technology === '5G') return Math.floor(cell / 2 ** 14);
  return Math.floor((technology === '3G' ? cell % 65_536 : cell) / 10);
};

interface Group {
  id: string;
  operator: string;
  technology: Technology;
  position: LonLat;
  uncertaintyM: number;
}

/**
 * A mast stands among the places its cells were heard at, each about half its reach away in its own direction: the mean,
 * weighted by how often, is off by that over the root of how many there are.
 */
const groupOf = (id: string, operator: string, cells: readonly HeardCell[]): Group => {
  const weight = cells.reduce((sum, { samples }) => sum + samples, 0);
  const mean = (value: (cell: HeardCell) => number) =>
    cells.reduce((sum, cell) => sum + value(cell) * cell.samples, 0) / weight;
  const position: LonLat = [mean((cell) => cell.position[0]), mean((cell) => cell.position[1])];
  const spreadM = Math.sqrt(mean((cell) => distanceM(cell.position, position) ** 2));
  const reachM = mean(({ rangeM }) => rangeM || usualRangeM);
  const uncertaintyM = Math.max(leastM, Math.max(spreadM, reachM / 2) / Math.sqrt(cells.length));
  return { id, operator, technology: cells[0].technology, position, uncertaintyM };
};

/**
 * Masts of heard cells: those of one network and number, then an operator's networks that stand together. Cells of
 * operators that are not known are counted and left out.
 */
export const tracedSites = (
  cells: readonly HeardCell[],
  operators: readonly Operator[],
): { masts: TracedSite[]; unknown: number } => {
  const operatorOf = new Map(operators.map(({ id, mccMnc }) => [mccMnc, id]));
  const groups = new Map<string, HeardCell[]>();
  let unknown = 0;
  for (const cell of cells) {
    if (!operatorOf.has(cell.mccMnc)) {
      unknown++;
      continue;
    }
    const id = `${cell.mccMnc} ${cell.technology} ${cell.area} ${siteNumber(cell)}`;
    const group = groups.get(id);
    if (group) group.push(cell);
    else groups.set(id, [cell]);
  }
  const found = [...groups]
    .map(([id, own]) => groupOf(id, operatorOf.get(own[0].mccMnc)!, own))
    .sort((a, b) => a.uncertaintyM - b.uncertaintyM || (a.id < b.id ? -1 : 1));
  return { masts: together(found), unknown };
};

/** The surest first, with whatever of its operator is near. */
const together = (groups: readonly Group[]): TracedSite[] => {
  if (groups.length === 0) return [];
  const { eastM, northM } = metresPerDegree(groups[0].position[1]);
  const index = new KDBush(groups.length);
  for (const { position } of groups) index.add(position[0] * eastM, position[1] * northM);
  index.finish();
  const taken = new Set<number>();
  return groups.flatMap((group, i): TracedSite[] => {
    if (taken.has(i)) return [];
    const near = index
      .within(group.position[0] * eastM, group.position[1] * northM, sameMastM)
      .filter((n) => !taken.has(n) && groups[n].operator === group.operator);
    for (const n of near) taken.add(n);
    const technologies = [...new Set(near.map((n) => groups[n].technology))].sort();
    const { id, operator, position, uncertaintyM } = group;
    return [{ id, operator, technologies, position, uncertaintyM }];
  });
};
