import { distanceM } from '../../../src/geo/distance.ts';
import { cellIndexAt, cellMetres, pixelToLonLat } from '../../../src/geo/grid.ts';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { LandCoverRaster } from '../../../src/model/raster.ts';
import type { Site } from '../../../src/model/site.ts';
import { cover } from './land-cover-codes.ts';
import { walkLine } from './road-distance.ts';

/** Yards, gardens and fields around homes. */
const clearingM = 100;
/** People keep the way open to a mast so near: its track and its power line. */
const openWayM = 500;

/**
 * Land cover made up from slopes alone puts homes under trees. People clear where they live, and between a home and a
 * mast of the hamlet; forest there is open ground.
 */
export const withClearings = (
  landCover: LandCoverRaster,
  hamlets: readonly Hamlet[],
  sites: readonly Site[],
): LandCoverRaster => {
  const { grid } = landCover;
  const data = landCover.data.slice();
  const clear = (cell: number): void => {
    if (data[cell] === cover.forest) data[cell] = cover.open;
  };
  const [, middleLat] = pixelToLonLat(grid.zoom, grid.col0, grid.row0 + grid.height / 2);
  const { eastM, northM } = cellMetres(grid.zoom, middleLat);
  const [reachX, reachY] = [Math.ceil(clearingM / eastM), Math.ceil(clearingM / northM)];
  const clearAround = (position: LonLat): void => {
    const cell = cellIndexAt(grid, ...position);
    if (cell < 0) return;
    const [col, row] = [cell % grid.width, Math.floor(cell / grid.width)];
    for (let dy = Math.max(-reachY, -row); dy <= Math.min(reachY, grid.height - 1 - row); dy++) {
      for (let dx = Math.max(-reachX, -col); dx <= Math.min(reachX, grid.width - 1 - col); dx++) {
        if (Math.hypot(dx * eastM, dy * northM) <= clearingM) clear(cell + dy * grid.width + dx);
      }
    }
  };
  for (const { centre, clusters } of hamlets) {
    for (const home of [centre, ...clusters.map(({ position }) => position)]) {
      clearAround(home);
      for (const { position } of sites) {
        if (distanceM(home, position) <= openWayM) walkLine(grid, [home, position], clear);
      }
    }
  }
  return { grid, data };
};
