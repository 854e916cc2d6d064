import { areaMask } from '../../geo/area-mask.ts';
import { cellCentre, cellMetres, worldPixels } from '../../geo/grid.ts';
import { terrainHeightM } from '../../geo/sample.ts';
import { type Grid, landCoverClasses } from '../../model/raster.ts';
import { isRebuilding } from '../rebuilding.ts';
import type { Demand, RolloutScene, WhereNextMap } from '../rollout-types.ts';
import { eachInReach, type Reach } from './reach.ts';

/** Places nearer to each other than this serve about the same people. */
const apartM = 500;

const water = Number(Object.entries(landCoverClasses).find(([, is]) => is === 'water')![0]);

/** 1 where a mast may stand: on land of the province whose terrain is known. */
const buildable = (scene: RolloutScene, grid: Grid): Uint8Array => {
  const { province, terrain, ground } = scene;
  const mask = areaMask(grid, province);
  const scale = worldPixels(ground.grid.zoom) / worldPixels(grid.zoom);
  for (let row = 0, i = 0; row < grid.height; row++) {
    for (let col = 0; col < grid.width; col++, i++) {
      if (mask[i] === 0) continue;
      const c = Math.floor((grid.col0 + col + 0.5) * scale) - ground.grid.col0;
      const r = Math.floor((grid.row0 + row + 0.5) * scale) - ground.grid.row0;
      const isInside = c >= 0 && r >= 0 && c < ground.grid.width && r < ground.grid.height;
      const centre = cellCentre(grid, col, row);
      const isWater = isInside && ground.data[r * ground.grid.width + c] === water;
      if (isWater || Number.isNaN(terrainHeightM(terrain, ...centre)) || isRebuilding(scene, centre)) mask[i] = 0;
    }
  }
  return mask;
};

/**
 * People and points that a mast would serve from each cell, summed over points; its peaks, thinned, and the best place of
 * every point are candidates. The same whatever the order in which points were swept.
 */
export const whereNextMap = (
  scene: RolloutScene,
  demands: readonly Demand[],
  reaches: readonly (Reach | null)[],
  grid: Grid,
  heightM: number,
): WhereNextMap => {
  const cells = grid.width * grid.height;
  const people = new Float32Array(cells);
  const points = new Uint16Array(cells);
  const mask = buildable(scene, grid);
  reaches.forEach((reach, d) => {
    if (!reach) return;
    eachInReach(reach, grid, (cell) => {
      if (mask[cell] === 0) return;
      people[cell] += demands[d].people;
      points[cell]++;
    });
  });
  const isBetter = (a: number, b: number): boolean =>
    people[a] !== people[b] ? people[a] > people[b] : points[a] !== points[b] ? points[a] > points[b] : a < b;
  const taken = new Set(thinnedPeaks(grid, people, points));
  for (const reach of reaches) {
    let best = -1;
    if (reach) {
      eachInReach(reach, grid, (cell) => {
        if (points[cell] > 0 && (best < 0 || isBetter(cell, best))) best = cell;
      });
    }
    if (best >= 0) taken.add(best);
  }
  const candidates = [...taken]
    .sort((a, b) => (isBetter(a, b) ? -1 : 1))
    .map((cell) => ({
      position: cellCentre(grid, cell % grid.width, Math.floor(cell / grid.width)),
      people: people[cell],
      points: points[cell],
    }));
  return { heightM, people: { grid, data: people }, candidates };
};

/** Cells in the order of what they serve, without those too near to one before them. */
const thinnedPeaks = (grid: Grid, people: Float32Array, points: Uint16Array): number[] => {
  const { width, height } = grid;
  const order: number[] = [];
  for (let i = 0; i < points.length; i++) if (points[i] > 0) order.push(i);
  order.sort((a, b) => people[b] - people[a] || points[b] - points[a] || a - b);
  const { eastM, northM } = cellMetres(grid.zoom, cellCentre(grid, 0, height >> 1)[1]);
  const [across, down] = [Math.ceil(apartM / eastM), Math.ceil(apartM / northM)];
  const isNear = new Uint8Array(people.length);
  const found: number[] = [];
  for (const cell of order) {
    if (isNear[cell]) continue;
    found.push(cell);
    const [col, row] = [cell % width, Math.floor(cell / width)];
    for (let r = Math.max(0, row - down); r <= Math.min(height - 1, row + down); r++) {
      for (let c = Math.max(0, col - across); c <= Math.min(width - 1, col + across); c++) {
        if (Math.hypot((c - col) * eastM, (r - row) * northM) < apartM) isNear[r * width + c] = 1;
      }
    }
  }
  return found;
};
