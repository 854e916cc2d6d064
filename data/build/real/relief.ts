import { NO_HEIGHT, type TerrainRaster } from '../../../src/model/raster.ts';
import type { Relief } from '../ground.ts';

/** Elevations of every commune over its known cells, and what share of its cells those are. */
export const measureRelief = (terrain: TerrainRaster, communeIndex: Int16Array, communes: number): Relief[] => {
  const heights: number[][] = Array.from({ length: communes }, () => []);
  const cells = new Int32Array(communes);
  for (let i = 0; i < communeIndex.length; i++) {
    const commune = communeIndex[i];
    if (commune < 0) continue;
    cells[commune]++;
    if (terrain.data[i] !== NO_HEIGHT) heights[commune].push(terrain.data[i]);
  }
  return heights.map((known, commune) => reliefOf(Float64Array.from(known).sort(), cells[commune]));
};

const reliefOf = (sorted: Float64Array, cells: number): Relief => {
  if (sorted.length === 0) {
    return { coveredShare: 0, minM: null, p10M: null, meanM: null, medianM: null, p90M: null, maxM: null };
  }
  const at = (q: number) => sorted[Math.round(q * (sorted.length - 1))];
  const sum = sorted.reduce((total, heightM) => total + heightM, 0);
  return {
    coveredShare: sorted.length / cells,
    minM: at(0),
    p10M: at(0.1),
    meanM: sum / sorted.length,
    medianM: at(0.5),
    p90M: at(0.9),
    maxM: at(1),
  };
};
