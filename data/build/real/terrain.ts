import { ProblemList } from '../../../src/files/problem-list.ts';
import type { HeightTile } from '../../../src/files/raster/elevation-tile.ts';
import { fillFromSynthetic } from '../../../src/files/raster/terrain-blend.ts';
import { terrainFromTiles } from '../../../src/files/raster/terrain-grid.ts';
import type { Commune } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { Grid, TerrainRaster } from '../../../src/model/raster.ts';
import type { Relief } from '../ground.ts';
import { measureRelief } from './relief.ts';

export interface MeasuredTerrain {
  terrain: TerrainRaster;
  /** Share of the province's cells the source covers, 0..1. */
  coveredShare: number;
  /** Communes that stand on synthetic ground in part or whole, with the share of theirs that does, 0..1. */
  lacking: readonly { commune: Commune; share: number }[];
  /** Measured figures only; nothing of the synthetic ground. */
  relief: ReadonlyMap<string, Relief>;
  warnings: readonly Problem[];
}

/** Shares above this are whole: the last cells along a border are a matter of rounding. */
const whole = 0.9995;

/**
 * Elevation tiles on the province's grid. Voids are filled and counted; where the tiles do not reach, `synthetic`
 * stands in, and every commune concerned is named with the share it lacks. Throws InputError when none of them touches
 * the province.
 */
export const layTerrain = (
  tiles: readonly HeightTile[],
  grid: Grid,
  communes: readonly Commune[],
  communeIndex: Int16Array,
  synthetic: () => TerrainRaster,
): MeasuredTerrain => {
  const { terrain: measured, voids } = terrainFromTiles(tiles, grid);
  const reliefs = measureRelief(measured, communeIndex, communes.length);
  const coveredShare = shareOf(reliefs, communeIndex, communes.length);
  const file = tiles.map((tile) => tile.file).join(', ');
  const problems = new ProblemList();
  if (coveredShare === 0)
    problems.error({ file, place: '', value: '', rule: 'partial-cover', ruleValues: { share: 0 } });
  problems.throwIfErrors(file);

  problems.add(tiles.flatMap(({ notes }) => notes));
  for (const { file: tile, filled, left } of voids) {
    const value = left > 0 ? `+ ${left}` : '';
    if (filled + left > 0) {
      problems.warning({ file: tile, place: '', value, rule: 'voids-filled', ruleValues: { count: filled } });
    }
  }
  if (coveredShare < whole) {
    const ruleValues = { share: percent(coveredShare) };
    problems.warning({ file, place: '', value: '', rule: 'partial-cover', ruleValues });
  }
  const lacking = communes
    .map((commune, i) => ({ commune, share: 1 - reliefs[i].coveredShare }))
    .filter(({ share }) => share > 1 - whole);
  for (const { commune, share } of lacking) {
    const place = `${commune.name} (${commune.code})`;
    problems.warning({ file, place, value: '', rule: 'synthetic-ground', ruleValues: { share: percent(share) } });
  }
  return {
    terrain: coveredShare < 1 ? fillFromSynthetic(measured, synthetic()) : measured,
    coveredShare,
    lacking,
    relief: new Map(communes.map((commune, i) => [commune.code, reliefs[i]])),
    warnings: problems.warnings,
  };
};

const percent = (share: number): number => Math.round(share * 1000) / 10;

const shareOf = (reliefs: readonly Relief[], communeIndex: Int16Array, communes: number): number => {
  const cells = new Int32Array(communes);
  for (const commune of communeIndex) if (commune >= 0) cells[commune]++;
  const known = reliefs.reduce((sum, relief, i) => sum + relief.coveredShare * cells[i], 0);
  const all = cells.reduce((sum, n) => sum + n, 0);
  return Math.round((known / all) * 1e6) / 1e6;
};
