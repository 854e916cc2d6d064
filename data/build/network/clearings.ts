import { distanceM } from '../../../src/geo/distance.ts';
import { cellIndexAt, cellMetres, lonLatToPixel, pixelToLonLat } from '../../../src/geo/grid.ts';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { Grid, LandCoverRaster } from '../../../src/model/raster.ts';
import type { Site } from '../../../src/model/site.ts';
import { cover } from './land-cover-codes.ts';

/** Yards, gardens and fields around homes. */
const clearingM = 100;
/** People keep the way open to a mast so near: its track and its power line. */
const openWayM = 500;
/** How far beside a way, in cells, it is open too: a great circle is not quite a straight line of the grid. */
const besideCells = 0.03;

/**
 * Every cell that the straight way between two positions passes, corners too: whatever point of it a profile looks at,
 * it looks into one of these.
 */
const cellsAlong = (grid: Grid, from: LonLat, to: LonLat, take: (cell: number) => void): void => {
  const [x0, y0] = lonLatToPixel(grid.zoom, ...from);
  const [x1, y1] = lonLatToPixel(grid.zoom, ...to);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  // a cell is passed where its middle is no farther aside than its corners reach
  const aside = (Math.abs(dx) + Math.abs(dy)) / 2 + besideCells * length;
  const rows = [Math.floor(Math.min(y0, y1) - besideCells), Math.max(y0, y1) + besideCells];
  const cols = [Math.floor(Math.min(x0, x1) - besideCells), Math.max(x0, x1) + besideCells];
  for (let row = rows[0]; row <= rows[1]; row++) {
    for (let col = cols[0]; col <= cols[1]; col++) {
      if (Math.abs(dx * (row + 0.5 - y0) - dy * (col + 0.5 - x0)) > aside) continue;
      const [c, r] = [col - grid.col0, row - grid.row0];
      if (c >= 0 && r >= 0 && c < grid.width && r < grid.height) take(r * grid.width + c);
    }
  }
};

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
        if (distanceM(home, position) <= openWayM) cellsAlong(grid, home, position, clear);
      }
    }
  }
  return { grid, data };
};
