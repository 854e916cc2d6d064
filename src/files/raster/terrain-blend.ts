import { NO_HEIGHT, type TerrainRaster } from '../../model/raster.ts';

/** Cells over which the measured level fades into the synthetic one: about 2 km at z=12. */
const fadeCells = 60;
/** Half the window, in cells, over which the difference at the seam is levelled before it is carried outward. */
const levelCells = 8;
/** Cells over which the raw difference gives way to the levelled one. */
const roughCells = 4;

/**
 * Measured ground with its unknown cells taken from synthetic ground. Along the seam the synthetic ground is lifted to
 * the measured level, fading over some 2 km, so that no cliff stands where the source ends.
 */
export const fillFromSynthetic = (measured: TerrainRaster, synthetic: TerrainRaster): TerrainRaster => {
  const { width, height } = measured.grid;
  const nearest = nearestKnown(measured);
  const levelled = new Float32Array(measured.data.length).fill(Number.NaN);
  const data = measured.data.slice();
  for (let i = 0; i < data.length; i++) {
    if (measured.data[i] !== NO_HEIGHT) continue;
    const p = nearest[i];
    let lift = 0;
    if (p >= 0) {
      const d = Math.hypot((i % width) - (p % width), Math.floor(i / width) - Math.floor(p / width));
      if (d < fadeCells) {
        if (Number.isNaN(levelled[p])) levelled[p] = meanDifference(measured, synthetic, p, width, height);
        const raw = measured.data[p] - synthetic.data[p];
        const rough = Math.exp(-d / roughCells);
        const t = d / fadeCells;
        lift = (raw * rough + levelled[p] * (1 - rough)) * (1 - t * t * (3 - 2 * t));
      }
    }
    data[i] = Math.max(1, Math.round(synthetic.data[i] + lift));
  }
  return { grid: measured.grid, data };
};

/** Measured less synthetic, the mean over the known cells of a window. */
const meanDifference = (
  measured: TerrainRaster,
  synthetic: TerrainRaster,
  p: number,
  width: number,
  height: number,
): number => {
  const c = p % width;
  const r = Math.floor(p / width);
  let sum = 0;
  let n = 0;
  for (let y = Math.max(0, r - levelCells); y <= Math.min(height - 1, r + levelCells); y++) {
    for (let x = Math.max(0, c - levelCells); x <= Math.min(width - 1, c + levelCells); x++) {
      const i = y * width + x;
      if (measured.data[i] === NO_HEIGHT) continue;
      sum += measured.data[i] - synthetic.data[i];
      n++;
    }
  }
  return sum / n;
};

/**
 * Index of a known cell near each unknown one, −1 where none is known: offsets handed from neighbour to neighbour in
 * two sweeps (8SSED), off by a fraction of a cell at most.
 */
const nearestKnown = ({ grid, data }: TerrainRaster): Int32Array => {
  const { width: w, height: h } = grid;
  const nearest = Int32Array.from(data, (value, i) => (value === NO_HEIGHT ? -1 : i));
  const distance2 = (i: number, p: number) => ((i % w) - (p % w)) ** 2 + (Math.floor(i / w) - Math.floor(p / w)) ** 2;
  const offer = (i: number, x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= w || y >= h) return;
    const p = nearest[y * w + x];
    if (p >= 0 && (nearest[i] < 0 || distance2(i, p) < distance2(i, nearest[i]))) nearest[i] = p;
  };
  const sweep = (dy: number): void => {
    for (let k = 0; k < h; k++) {
      const y = dy < 0 ? k : h - 1 - k;
      for (let x = 0; x < w; x++) {
        const i = y * w + x;
        if (data[i] !== NO_HEIGHT) continue;
        offer(i, x - 1, y);
        for (let dx = -1; dx <= 1; dx++) offer(i, x + dx, y + dy);
      }
      for (let x = w - 1; x >= 0; x--) if (data[y * w + x] === NO_HEIGHT) offer(y * w + x, x + 1, y);
    }
  };
  sweep(-1);
  sweep(1);
  return nearest;
};
