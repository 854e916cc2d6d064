import { ProblemList } from '../../../src/files/problem-list.ts';
import { terrainFromTiles } from '../../../src/files/terrain-grid.ts';
import type { Commune } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { Grid, TerrainRaster } from '../../../src/model/raster.ts';
import type { Relief } from '../ground.ts';
import { fillFromSynthetic } from './blend.ts';
import { measureRelief } from './relief.ts';
import { type InputFile, readTiles } from './tiles.ts';

export interface MeasuredTerrain {
  terrain: TerrainRaster;
  /** Share of the province's cells the source covers, 0..1. */
  coveredShare: number;
  /** Measured figures only; nothing of the synthetic ground. */
  relief: ReadonlyMap<string, Relief>;
  warnings: readonly Problem[];
}

/** Shares above this are whole: the last cells along a border are a matter of rounding. */
const whole = 0.9995;

/**
 * Elevation files on the province's grid. Voids are filled and counted; where the files do not reach, `synthetic`
 * stands in, and every commune concerned is named with the share it lacks. Throws InputError when a file can't be
 * read or none of them touches the province.
 */
export const readTerrain = async (
  files: readonly InputFile[],
  grid: Grid,
  communes: readonly Commune[],
  communeIndex: Int16Array,
  synthetic: () => TerrainRaster,
): Promise<MeasuredTerrain> => {
  const { terrain: measured, voids } = terrainFromTiles(await readTiles(files), grid);
  const reliefs = measureRelief(measured, communeIndex, communes.length);
  const coveredShare = shareOf(reliefs, communeIndex, communes.length);
  const file = files.map(({ name }) => name).join(', ');
  const problems = new ProblemList();
  if (coveredShare === 0)
    problems.error({ file, place: '', value: '', rule: 'partial-cover', ruleValues: { share: 0 } });
  problems.throwIfErrors(file);

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
  communes.forEach(({ name, code }, i) => {
    const lacking = 1 - reliefs[i].coveredShare;
    if (lacking < 1 - whole) return;
    const ruleValues = { share: percent(lacking) };
    problems.warning({ file, place: `${name} (${code})`, value: '', rule: 'synthetic-ground', ruleValues });
  });
  return {
    terrain: coveredShare < 1 ? fillFromSynthetic(measured, synthetic()) : measured,
    coveredShare,
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
