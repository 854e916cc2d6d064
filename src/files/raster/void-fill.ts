/** A hole wider than this, in samples each way, stays unknown. */
const reach = 64;
/** Known in at least so many of eight directions: a hole has them, the empty land beside a clipped DEM has not. */
const directionsNeeded = 5;

const directions = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/**
 * Fills unknown samples (NaN) that lie in holes, from the nearest known samples in eight directions, each weighted by
 * one over its distance squared. Only samples known before count, so the order of filling does not matter.
 * Returns a new array, and how many voids were filled and how many had to stay.
 */
export const fillVoids = (
  data: Float32Array,
  width: number,
  height: number,
): { data: Float32Array; filled: number; left: number } => {
  const out = data.slice();
  let filled = 0;
  let left = 0;
  for (let i = 0; i < data.length; i++) {
    if (!Number.isNaN(data[i])) continue;
    const value = fromAround(data, width, height, i % width, Math.floor(i / width));
    if (Number.isNaN(value)) left++;
    else {
      out[i] = value;
      filled++;
    }
  }
  return { data: out, filled, left };
};

const fromAround = (data: Float32Array, width: number, height: number, c: number, r: number): number => {
  let sum = 0;
  let weights = 0;
  let found = 0;
  for (const [dc, dr] of directions) {
    for (let n = 1; n <= reach; n++) {
      const x = c + n * dc;
      const y = r + n * dr;
      if (x < 0 || y < 0 || x >= width || y >= height) break;
      const h = data[y * width + x];
      if (Number.isNaN(h)) continue;
      const w = 1 / (n * n * (dc * dc + dr * dr));
      sum += w * h;
      weights += w;
      found++;
      break;
    }
  }
  return found >= directionsNeeded ? sum / weights : Number.NaN;
};
