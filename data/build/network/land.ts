import { cellIndexAt, cellMetres, pixelToLonLat } from '../../../src/geo/grid.ts';
import type { Commune, LonLat } from '../../../src/model/place.ts';
import { NO_HEIGHT } from '../../../src/model/raster.ts';
import type { Ground } from '../ground.ts';
import { type LandBlocks, landBlocks } from './land-blocks.ts';
import { roadDistances } from './road-distance.ts';

/** Heights of a commune's known cells; NaN where it has none. */
export interface CommuneRelief {
  knownShare: number;
  p10M: number;
  medianM: number;
  p75M: number;
  p90M: number;
}

/** A ground read once, so that the layers built on it can ask about any cell quickly. */
export interface Land {
  ground: Ground;
  communes: readonly Commune[];
  width: number;
  /** Metres a cell spans, at the middle of the grid. */
  cellM: number;
  /** The commune's cells whose eight neighbours are its own too: a point in one is inside, whatever the rounding. */
  innerCells: (commune: number) => Int32Array;
  isInner: (commune: number, cell: number) => boolean;
  reliefOf: (commune: number) => CommuneRelief;
  /** NaN where unknown. */
  heightM: (cell: number) => number;
  /** Rise over run; NaN where unknown. */
  slope: (cell: number) => number;
  landCover: (cell: number) => number;
  /** Metres from a cell to the nearest road, to 5 %; a thousand kilometres where there is none. */
  roadM: Float32Array;
  blocks: LandBlocks;
  /** Flat metres east and south of the grid's north-west corner. */
  flat: (cell: number) => [x: number, y: number];
  /** A position in a cell, u and v 0..1 across it, rounded to six decimals. */
  positionIn: (cell: number, u: number, v: number) => LonLat;
  /** The inverse of `flat`. */
  cellAtFlat: (x: number, y: number) => number;
  /** −1 outside. */
  cellAt: (position: LonLat) => number;
  /** −1 outside the province. */
  communeAt: (cell: number) => number;
}

/** Whether a cell and its eight neighbours are all a commune's. */
const innerTest = ({ terrain, communeIndex }: Ground): ((commune: number, cell: number) => boolean) => {
  const { width } = terrain.grid;
  return (c, i) =>
    communeIndex[i] === c &&
    communeIndex[i - width - 1] === c &&
    communeIndex[i - width] === c &&
    communeIndex[i - width + 1] === c &&
    communeIndex[i - 1] === c &&
    communeIndex[i + 1] === c &&
    communeIndex[i + width - 1] === c &&
    communeIndex[i + width] === c &&
    communeIndex[i + width + 1] === c;
};

const cellsByCommune = (ground: Ground, isInner: (commune: number, cell: number) => boolean): Int32Array[] => {
  const { width, height } = ground.terrain.grid;
  const { communeIndex } = ground;
  const counts = new Int32Array(ground.communes.features.length);
  const visit = (take: (cell: number, commune: number) => void): void => {
    for (let row = 1; row < height - 1; row++) {
      for (let i = row * width + 1; i < (row + 1) * width - 1; i++) {
        const c = communeIndex[i];
        if (c >= 0 && isInner(c, i)) take(i, c);
      }
    }
  };
  visit((_, c) => counts[c]++);
  const lists = Array.from(counts, (n) => new Int32Array(n));
  const filled = new Int32Array(counts.length);
  visit((i, c) => {
    lists[c][filled[c]++] = i;
  });
  return lists;
};

const reliefOfCells = (ground: Ground): CommuneRelief[] => {
  const { data } = ground.terrain;
  const { communeIndex } = ground;
  const all = new Int32Array(ground.communes.features.length);
  const known = new Int32Array(all.length);
  for (let i = 0; i < communeIndex.length; i++) {
    const c = communeIndex[i];
    if (c < 0) continue;
    all[c]++;
    if (data[i] !== NO_HEIGHT) known[c]++;
  }
  const heights = Array.from(known, (n) => new Int16Array(n));
  known.fill(0);
  for (let i = 0; i < communeIndex.length; i++) {
    const c = communeIndex[i];
    if (c >= 0 && data[i] !== NO_HEIGHT) heights[c][known[c]++] = data[i];
  }
  return heights.map((h, c) => {
    h.sort();
    const at = (share: number): number => (h.length ? h[Math.floor(share * (h.length - 1))] : Number.NaN);
    return {
      knownShare: all[c] ? h.length / all[c] : 0,
      p10M: at(0.1),
      medianM: at(0.5),
      p75M: at(0.75),
      p90M: at(0.9),
    };
  });
};

const readLand = (ground: Ground): Land => {
  const { grid, data } = ground.terrain;
  const { width } = grid;
  const [, middleLat] = pixelToLonLat(grid.zoom, grid.col0, grid.row0 + grid.height / 2);
  const { eastM, northM } = cellMetres(grid.zoom, middleLat);
  const isInner = innerTest(ground);
  const cells = cellsByCommune(ground, isInner);
  const relief = reliefOfCells(ground);
  const heightM = (cell: number): number => (data[cell] === NO_HEIGHT ? Number.NaN : data[cell]);
  return {
    ground,
    communes: ground.communes.features.map((f) => f.properties),
    width,
    cellM: eastM,
    innerCells: (commune) => cells[commune],
    isInner,
    reliefOf: (commune) => relief[commune],
    heightM,
    slope: (cell) =>
      Math.hypot(
        (heightM(cell + 1) - heightM(cell - 1)) / (2 * eastM),
        (heightM(cell + width) - heightM(cell - width)) / (2 * northM),
      ),
    landCover: (cell) => ground.landCover.data[cell],
    roadM: roadDistances(ground, eastM),
    blocks: landBlocks(ground, eastM),
    flat: (cell) => [((cell % width) + 0.5) * eastM, (Math.floor(cell / width) + 0.5) * northM],
    cellAtFlat: (x, y) => Math.floor(y / northM) * width + Math.floor(x / eastM),
    positionIn: (cell, u, v) => {
      const [lon, lat] = pixelToLonLat(
        grid.zoom,
        grid.col0 + (cell % width) + u,
        grid.row0 + Math.floor(cell / width) + v,
      );
      return [roundDegrees(lon), roundDegrees(lat)];
    },
    cellAt: (position) => cellIndexAt(grid, position[0], position[1]),
    communeAt: (cell) => (cell < 0 ? -1 : ground.communeIndex[cell]),
  };
};

/** Six decimals: 0.1 m. */
export const roundDegrees = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const lands = new WeakMap<Ground, Land>();

/** The land of a ground; read on the first call for each ground. Throws when land cover and terrain differ in grid. */
export const landOf = (ground: Ground): Land => {
  const known = lands.get(ground);
  if (known) return known;
  const cells = ground.terrain.grid.width * ground.terrain.grid.height;
  if (ground.landCover.data.length !== cells || ground.communeIndex.length !== cells) {
    throw new Error(
      `Terrain has ${cells} cells, land cover ${ground.landCover.data.length}, commune index ${ground.communeIndex.length}: one grid is needed`,
    );
  }
  const land = readLand(ground);
  lands.set(ground, land);
  return land;
};
