import { gridBounds } from '../../geo/grid.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import type { LonLat } from '../../model/place.ts';
import { InputError } from '../../model/problem.ts';
import type { TerrainRaster } from '../../model/raster.ts';

/** By place, 1 where there is no terrain to compute from. */
export const whichOutsideDem = (terrain: TerrainRaster, places: readonly LonLat[]): Uint8Array =>
  Uint8Array.from(places, (place) => Number(Number.isNaN(terrainHeightM(terrain, ...place))));

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
