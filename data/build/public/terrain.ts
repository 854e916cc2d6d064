import { fillFromSynthetic } from '../../../src/files/raster/terrain-blend.ts';
import type { Commune } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { type Grid, NO_HEIGHT, type TerrainRaster } from '../../../src/model/raster.ts';
import type { Gathered } from '../../../src/sources/gather.ts';
import type { GroundGiven } from '../../../src/sources/raster/ground.ts';
import type { CommuneFacts } from '../facts.ts';
import type { Relief } from '../ground.ts';
import { measureRelief } from '../real/relief.ts';
import { targetOf } from '../relief-curve.ts';
import { buildTerrain } from '../terrain.ts';

export interface GroundLaid {
  terrain: TerrainRaster;
  relief: ReadonlyMap<string, Relief>;
  coveredShare: number;
  /** What is said of the terrain. */
  note: string;
  warnings: readonly Problem[];
}

/** Shares above this are whole: the last cells along a border are a matter of rounding. */
const whole = 0.9995;
/** A unit known by less than this does not tell how high its land is. */
const tellingShare = 0.3;

const percent = (share: number): number => Math.round(share * 1000) / 10;

/**
 * Terrain of a source, with voids filled and counted. Where the source does not reach, ground made after the relief of the
 * units it does reach stands in, lifted to the measured level along the seam; every unit concerned is named.
 */
const layGiven = (
  given: GroundGiven,
  source: string,
  communes: readonly Commune[],
  communeIndex: Int16Array,
  reliefFacts: readonly CommuneFacts[],
): GroundLaid => {
  const { terrain, voids } = given;
  const measured = measureRelief(terrain, communeIndex, communes.length);
  const cells = new Int32Array(communes.length);
  for (const commune of communeIndex) if (commune >= 0) cells[commune]++;
  const sum = (counts: (commune: number) => number) => communes.reduce((total, _, c) => total + counts(c), 0);
  const coveredShare = Math.round((sum((c) => measured[c].coveredShare * cells[c]) / sum((c) => cells[c])) * 1e6) / 1e6;

  const warnings: Problem[] = [];
  const warn = (problem: Omit<Problem, 'file' | 'severity'>) =>
    warnings.push({ file: source, ...problem, severity: 'warning' });
  const filled = voids.reduce((total, count) => total + count.filled, 0);
  const left = voids.reduce((total, count) => total + count.left, 0);
  if (filled + left > 0) {
    warn({ place: '', value: left > 0 ? `+ ${left}` : '', rule: 'voids-filled', ruleValues: { count: filled } });
  }
  const lacking = communes.flatMap((commune, c) => {
    const share = 1 - measured[c].coveredShare;
    return share > 1 - whole ? [{ name: `${commune.name} (${commune.code})`, share }] : [];
  });
  if (coveredShare < whole)
    warn({ place: '', value: '', rule: 'partial-cover', ruleValues: { share: percent(coveredShare) } });
  for (const { name, share } of lacking) {
    warn({ place: name, value: '', rule: 'synthetic-ground', ruleValues: { share: percent(share) } });
  }
  const said = [
    'Surface model: trees and roofs are in it.',
    filled + left > 0 ? `${filled} void samples filled${left > 0 ? `, ${left} left` : ''}.` : 'No voids.',
    ...(lacking.length > 0
      ? [
          `The source lacks ${percent(1 - coveredShare)} % of the area, which stands on synthetic ground: ${lacking.map(({ name, share }) => `${name} ${percent(share)} %`).join(', ')}.`,
        ]
      : []),
  ];
  return {
    terrain: coveredShare < whole ? filledIn(terrain, communes, communeIndex, measured, reliefFacts) : terrain,
    relief: new Map(communes.map(({ code }, c) => [code, measured[c]])),
    coveredShare,
    note: said.join(' '),
    warnings,
  };
};

/** Ground that is all made up, where no source of terrain was asked. */
const layNothing = (
  grid: Grid,
  communes: readonly Commune[],
  communeIndex: Int16Array,
  reliefFacts: readonly CommuneFacts[],
): GroundLaid => {
  const unknown = { grid, data: new Int16Array(grid.width * grid.height).fill(NO_HEIGHT) };
  const measured = measureRelief(unknown, communeIndex, communes.length);
  const terrain = filledIn(unknown, communes, communeIndex, measured, reliefFacts);
  const relief = new Map(communes.map(({ code }, c) => [code, measured[c]]));
  return { terrain, relief, coveredShare: 0, note: '', warnings: [] };
};

/** Terrain of what was gathered. */
export const layGround = (
  { ground, grid, receipts }: Gathered,
  communes: readonly Commune[],
  communeIndex: Int16Array,
  reliefFacts: readonly CommuneFacts[],
): GroundLaid =>
  ground
    ? layGiven(ground, receipts.terrain?.source.name ?? '', communes, communeIndex, reliefFacts)
    : layNothing(grid, communes, communeIndex, reliefFacts);

/**
 * The terrain with ground made up where it has none, after the relief that is known of each unit: measured here, else of
 * the facts, else of its neighbours. As it is where nothing is known of any.
 */
const filledIn = (
  terrain: TerrainRaster,
  communes: readonly Commune[],
  communeIndex: Int16Array,
  measured: readonly Relief[],
  facts: readonly CommuneFacts[],
): TerrainRaster => {
  const known = new Map(facts.map(({ commune, relief }) => [`${commune.vintage} ${commune.code}`, relief]));
  const places = communes.map(({ code, vintage, point }, c) => {
    const own = measured[c].coveredShare >= tellingShare ? measured[c] : known.get(`${vintage} ${code}`);
    return { point, target: own ? targetOf(own) : null };
  });
  if (!places.some(({ target }) => target)) return terrain;
  return fillFromSynthetic(terrain, buildTerrain(terrain.grid, places, communeIndex));
};
