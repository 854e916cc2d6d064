import { destination } from '../geo/distance.ts';
import { terrainHeightM } from '../geo/sample.ts';
import type { LonLat } from '../model/place.ts';
import type { TerrainRaster } from '../model/raster.ts';

/**
 * Ground that falls and rises by more than this within a kilometre is mountain country, where steel is carried up by hand: a
 * common estimate, between hills of 100 m and the ranges of the north of 300 m and more.
 */
const reliefM = 200;
const aroundM = [500, 1000] as const;
const directions = 8;

/** Whether a mast costs there what it costs in the mountains. */
export const isMountainous = (terrain: TerrainRaster, position: LonLat): boolean => {
  let lowest = terrainHeightM(terrain, ...position);
  let highest = lowest;
  for (const lengthM of aroundM) {
    for (let k = 0; k < directions; k++) {
      const h = terrainHeightM(terrain, ...destination(position, (k * 360) / directions, lengthM));
      if (h < lowest) lowest = h;
      if (h > highest) highest = h;
    }
  }
  return highest - lowest > reliefM;
};
