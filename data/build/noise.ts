/** A well-mixed 32-bit hash of a lattice point, the same on every machine. */
const hash = (x: number, y: number, seed: number): number => {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** Eight directions are enough for a gradient, and need no trigonometry. */
const gradientX = [1, -1, 1, -1, 1.4, -1.4, 0, 0];
const gradientY = [1, 1, -1, -1, 0, 0, 1.4, -1.4];

const corner = (ix: number, iy: number, fx: number, fy: number, seed: number): number => {
  const g = hash(ix, iy, seed) & 7;
  return gradientX[g] * fx + gradientY[g] * fy;
};

/** Gradient noise on the unit lattice, about −1..1, zero at lattice points, smooth in between. */
export const gradientNoise = (x: number, y: number, seed: number): number => {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const nw = corner(ix, iy, fx, fy, seed);
  const ne = corner(ix + 1, iy, fx - 1, fy, seed);
  const sw = corner(ix, iy + 1, fx, fy - 1, seed);
  const se = corner(ix + 1, iy + 1, fx - 1, fy - 1, seed);
  const north = nw + (ne - nw) * u;
  const south = sw + (se - sw) * u;
  return north + (south - north) * v;
};
