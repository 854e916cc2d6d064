import type { Grid, LandCoverRaster } from '../../../src/model/raster.ts';
import { worldCoverClasses } from '../../../src/sources/worldcover.ts';
import { cover } from '../network/land-cover-codes.ts';

type SourceClass = (typeof worldCoverClasses)[keyof typeof worldCoverClasses];

/** What each class of WorldCover stands for here. Built-up ground is told apart by what is around it. */
const classOf: Record<SourceClass, number> = {
  tree: cover.forest,
  shrub: cover.open,
  grass: cover.open,
  crop: cover.open,
  'built-up': cover.suburban,
  bare: cover.open,
  snow: cover.open,
  water: cover.water,
  wetland: cover.open,
  mangrove: cover.forest,
  moss: cover.open,
};

const builtUp = 50;
/** Built-up ground is urban where so much of the square around it is built up. The source shows no heights of houses. */
const urbanShare = 0.6;
/** Half a side of that square, in cells: about 250 m at z=12. */
const aroundCells = 7;

/** Land cover from WorldCover's codes, cell by cell; 0 stays unknown. */
export const landCoverOf = (codes: Uint8Array, grid: Grid): LandCoverRaster => {
  const { width, height } = grid;
  const built = summedAreas(codes, width, height);
  const data = new Uint8Array(codes.length);
  for (let r = 0, i = 0; r < height; r++) {
    for (let c = 0; c < width; c++, i++) {
      const name = (worldCoverClasses as Readonly<Record<number, SourceClass>>)[codes[i]];
      if (name === undefined) continue;
      data[i] = classOf[name];
      if (name !== 'built-up') continue;
      const [r0, r1] = [Math.max(0, r - aroundCells), Math.min(height, r + aroundCells + 1)];
      const [c0, c1] = [Math.max(0, c - aroundCells), Math.min(width, c + aroundCells + 1)];
      const at = (row: number, column: number): number => built[row * (width + 1) + column];
      const share = (at(r1, c1) - at(r0, c1) - at(r1, c0) + at(r0, c0)) / ((r1 - r0) * (c1 - c0));
      if (share >= urbanShare) data[i] = cover.urban;
    }
  }
  return { grid, data };
};

/** Built-up cells north-west of each corner. */
const summedAreas = (codes: Uint8Array, width: number, height: number): Int32Array => {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let r = 0; r < height; r++) {
    let row = 0;
    for (let c = 0; c < width; c++) {
      if (codes[r * width + c] === builtUp) row++;
      sums[(r + 1) * (width + 1) + c + 1] = sums[r * (width + 1) + c + 1] + row;
    }
  }
  return sums;
};
