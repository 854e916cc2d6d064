import { gridBounds } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';
import { InputError } from '../../model/problem.ts';
import type { TerrainRaster } from '../../model/raster.ts';

/** Refuses what stands where there is no terrain to compute from, and says how far the terrain reaches. */
export const outsideDem = (what: string, [lon, lat]: LonLat, { grid }: TerrainRaster): InputError => {
  const [west, south, east, north] = gridBounds(grid).map((value) => Number(value.toFixed(3)));
  return new InputError([
    {
      file: 'site',
      place: what,
      value: `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
      rule: 'off-terrain',
      ruleValues: { west, south, east, north },
      severity: 'error',
    },
  ]);
};
