import { distanceM } from '../../src/geo/distance.ts';
import { cellCentre, cellMetres } from '../../src/geo/grid.ts';
import type { Commune } from '../../src/model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../../src/model/raster.ts';

const water = 1;
const open = 2;
const suburban = 3;
const urban = 4;
const forest = 5;
const denseUrban = 6;

/** Slopes steeper than this carry forest, not fields: rise over run. */
const forestSlope = 0.16;
/** Ground this much above the lowest within a kilometre or so is hill, and wooded. */
const forestHeightM = 45;
/** Side of the blocks whose lowest ground is the valley floor, in cells. */
const blockCells = 32;
/** Square metres of built-up ground a person takes. */
const builtM2PerPerson = { dense: 45, urban: 90, suburban: 160 };
const squareMetresPerKm2 = 1e6;

/**
 * Synthetic land cover: forest on slopes and hills, fields on flat low ground, built-up ground around each commune's
 * point as large as its people need, water in the deepest flat cells of wide valleys.
 */
export const buildLandCover = (
  terrain: TerrainRaster,
  communes: readonly Commune[],
  communeIndex: Int16Array,
): LandCoverRaster => {
  const { grid, data: heights } = terrain;
  const { width, height } = grid;
  const floors = valleyFloors(terrain);
  const cover = new Uint8Array(width * height).fill(open);
  const { eastM, northM } = cellMetres(grid.zoom, cellCentre(grid, 0, height >> 1)[1]);
  const blocks = Math.ceil(width / blockCells);
  const towns = communes.map(townOf);

  for (let r = 1; r < height - 1; r++) {
    for (let c = 1; c < width - 1; c++) {
      const i = r * width + c;
      const slope = Math.hypot(
        (heights[i + 1] - heights[i - 1]) / (2 * eastM),
        (heights[i + width] - heights[i - width]) / (2 * northM),
      );
      const floor = floors[Math.floor(r / blockCells) * blocks + Math.floor(c / blockCells)];
      const above = heights[i] - floor;
      if (slope > forestSlope || above > forestHeightM) cover[i] = forest;
      else if (above <= 0 && slope === 0) cover[i] = water;
      const town = towns[communeIndex[i]];
      if (town && slope <= 2 * forestSlope) {
        const built = town(cellCentre(grid, c, r));
        if (built > 0) cover[i] = built;
      }
    }
  }
  return { grid, data: cover };
};

/** Lowest height of every block. */
const valleyFloors = ({ grid: { width, height }, data }: TerrainRaster): Int16Array => {
  const blocks = Math.ceil(width / blockCells);
  const floors = new Int16Array(blocks * Math.ceil(height / blockCells)).fill(32767);
  for (let i = 0; i < data.length; i++) {
    const b = Math.floor(Math.floor(i / width) / blockCells) * blocks + Math.floor((i % width) / blockCells);
    if (data[i] < floors[b]) floors[b] = data[i];
  }
  return floors;
};

/** Built-up class by distance from a commune's point: dense, then urban, then suburban rings; 0 outside. */
const townOf = (commune: Commune): ((position: readonly [number, number]) => number) => {
  const density = commune.population / commune.areaKm2;
  const areaM2 = commune.areaKm2 * squareMetresPerKm2;
  const radiusM = (m2PerPerson: number) => Math.sqrt(Math.min(areaM2, commune.population * m2PerPerson) / Math.PI);
  const isTown = commune.type !== 'xã';
  const denseM = isTown && density > 4000 ? radiusM(builtM2PerPerson.dense) : 0;
  const urbanM = isTown ? radiusM(builtM2PerPerson.urban) : 0;
  const suburbanM = isTown ? radiusM(builtM2PerPerson.suburban) : radiusM(builtM2PerPerson.urban) / 2;
  return (position) => {
    const away = distanceM(commune.point, position);
    if (away < denseM) return denseUrban;
    if (away < urbanM) return urban;
    return away < suburbanM ? suburban : 0;
  };
};
