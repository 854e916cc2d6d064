import { strongestOf } from '../../coverage/raster/composite-best-server.ts';
import { type CoverageLayer, type CoverageResult, NO_SERVER, NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import { cellIndexAt } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';
import type { Grid } from '../../model/raster.ts';

/** Levels to draw: tenths of dBm, `NO_SIGNAL` where none, row by row from the north-west. */
export interface CoverageImage {
  grid: Grid;
  levelTenthsDbm: Int16Array;
}

/** The layers meant: one operator's, or every operator's for null. */
const layersOfOperator = (result: CoverageResult, operator: string | null): CoverageLayer[] =>
  result.layers.filter((layer) => operator === null || layer.operator === operator);

/** The strongest level of the layers, cell by cell. */
export const coverageImage = (result: CoverageResult, operator: string | null): CoverageImage => ({
  grid: result.grid,
  levelTenthsDbm: strongestOf(result, operator),
});

/** What is received at a place, and from where. */
export interface CoverageValue {
  levelDbm: number;
  operator: string;
  /** Index into the sites of the run; null where the level has no server beside it. */
  site: number | null;
  /** Index into the cells of the operator's tenant there. */
  cell: number | null;
}

/** The strongest of the layers meant in the cell a position falls in; null where nothing is received or outside. */
export const coverageAt = (result: CoverageResult, operator: string | null, at: LonLat): CoverageValue | null => {
  const index = cellIndexAt(result.grid, ...at);
  if (index < 0) return null;
  let best: CoverageLayer | null = null;
  for (const layer of layersOfOperator(result, operator)) {
    if (
      layer.levelTenthsDbm[index] !== NO_SIGNAL &&
      (!best || layer.levelTenthsDbm[index] > best.levelTenthsDbm[index])
    )
      best = layer;
  }
  if (!best) return null;
  const server = best.server[index] === NO_SERVER ? undefined : best.servers[best.server[index]];
  return {
    levelDbm: best.levelTenthsDbm[index] / 10,
    operator: best.operator,
    site: server?.site ?? null,
    cell: server?.cell ?? null,
  };
};
