import { distanceM } from '../../src/geo/distance.ts';
import { cellCentre } from '../../src/geo/grid.ts';
import type { LonLat } from '../../src/model/place.ts';
import type { Grid, TerrainRaster } from '../../src/model/raster.ts';
import { BuildError } from './build-error.ts';
import { landForm } from './land-form.ts';
import { quantiles, type ReliefTarget, reliefCurve } from './relief-curve.ts';
import { settleCommunes } from './terrain-settle.ts';

/** A place with the relief the ground around it should have. */
export interface ReliefPlace {
  point: LonLat;
  target: ReliefTarget | null;
}

/** Cells a side of the coarse net on which height curves are kept and blended. */
const netCells = 8;
/** Levels of the land form at which a height curve is kept. */
const levels = 16;
/** Standard deviation of the blending, in net cells: 0.4 km at z = 12. */
const blendCells = 1.4;
const fitRounds = 18;
const damping = 0.6;
/** Every this many cells in each direction are looked at while fitting. */
const fitStride = 6;
const seed = 20201231;

interface Net {
  cols: number;
  rows: number;
  /** Commune whose curve a net node takes. */
  owner: Int16Array;
}

/**
 * Synthetic terrain whose heights in every commune follow its measured relief figures: a land form of valleys and
 * ridges, turned into metres by height curves that blend from commune to commune and are corrected until the
 * communes' quantiles are met.
 *
 * @param communeIndex commune of every cell, −1 outside, as `places` are numbered
 */
export const buildTerrain = (grid: Grid, places: readonly ReliefPlace[], communeIndex: Int16Array): TerrainRaster => {
  const form = landForm(grid, seed);
  const steps = formLevels(form);
  const targets = completeTargets(places);
  const net = layNet(grid, places, communeIndex);
  const samples = sampleCells(grid, communeIndex, places.length);

  // each commune's own curve over the levels: quantile of the level inside the commune, then the relief at it
  const shares = samples.map((cells, commune) => levelShares(cells, form, steps, commune));
  const curves = targets.map((target, k) => Float64Array.from(shares[k], reliefCurve(target)));

  for (let round = 0; round < fitRounds; round++) {
    const blended = blend(net, curves);
    samples.forEach((cells, k) => {
      if (cells.length === 0) return;
      const heights = Float64Array.from(cells, (i) => heightAt(i, grid, form, steps, net, blended)).sort();
      const target = targets[k];
      const wanted = [target.minM, target.p10M, target.medianM, target.p90M, target.maxM];
      const errors = quantiles.map((q, n) => wanted[n] - heights[Math.round(q * (heights.length - 1))]);
      // the extremes are single cells: let the neighbours' 10 and 90 % steer them
      errors[0] = (errors[0] + errors[1]) / 2;
      errors[4] = (errors[4] + errors[3]) / 2;
      const meanError = target.meanM - heights.reduce((sum, h) => sum + h, 0) / heights.length;
      const curve = curves[k];
      const slack = 0.4 * (target.maxM - target.minM) + 10;
      for (let n = 0; n < levels; n++) {
        const corrected = curve[n] + damping * (0.7 * interpolate(errors, shares[k][n]) + 0.3 * meanError);
        curve[n] = Math.min(target.maxM + slack, Math.max(target.minM - slack, corrected));
      }
      makeMonotone(curve);
    });
  }

  const blended = blend(net, curves);
  const data = new Int16Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) data[i] = Math.max(1, Math.round(heightAt(i, grid, form, steps, net, blended)));
  settleCommunes(
    grid,
    data,
    communeIndex,
    places.map((place) => place.target),
  );
  return { grid, data };
};

/** Values of the land form that split it into equal parts. */
const formLevels = (form: Float32Array): Float64Array => {
  const sorted = form.filter((_, i) => i % 97 === 0).sort();
  return Float64Array.from({ length: levels }, (_, n) => sorted[Math.round((n / (levels - 1)) * (sorted.length - 1))]);
};

/** The nearest curve that never falls: runs that fall are pooled to their mean. */
const makeMonotone = (curve: Float64Array): void => {
  const means: number[] = [];
  const counts: number[] = [];
  for (const value of curve) {
    let mean = value;
    let count = 1;
    while (means.length > 0 && means[means.length - 1] > mean) {
      const before = counts.pop() as number;
      mean = (mean * count + (means.pop() as number) * before) / (count + before);
      count += before;
    }
    means.push(mean);
    counts.push(count);
  }
  let n = 0;
  means.forEach((mean, k) => {
    curve.fill(mean, n, n + counts[k]);
    n += counts[k];
  });
};

/** Error at a quantile, linear between the five. */
const interpolate = (errors: readonly number[], q: number): number => {
  for (let n = 1; n < quantiles.length; n++) {
    if (q <= quantiles[n]) {
      const t = (q - quantiles[n - 1]) / (quantiles[n] - quantiles[n - 1]);
      return errors[n - 1] + (errors[n] - errors[n - 1]) * t;
    }
  }
  return errors[errors.length - 1];
};

/** A place with no measured relief takes the mean of the six nearest that have, weighted by inverse distance. */
const completeTargets = (places: readonly ReliefPlace[]): ReliefTarget[] =>
  places.map(({ point, target }) => {
    if (target) return target;
    const near = places
      .flatMap((p) => (p.target ? [{ target: p.target, d: distanceM(p.point, point) }] : []))
      .sort((a, b) => a.d - b.d)
      .slice(0, 6);
    const total = near.reduce((sum, p) => sum + 1 / p.d, 0);
    const mean = (key: keyof ReliefTarget) => near.reduce((sum, p) => sum + p.target[key] / p.d, 0) / total;
    return {
      minM: mean('minM'),
      p10M: mean('p10M'),
      medianM: mean('medianM'),
      p90M: mean('p90M'),
      maxM: mean('maxM'),
      meanM: mean('meanM'),
    };
  });

/** Every node takes the commune it lies in, or the one with the nearest point. */
const layNet = (grid: Grid, places: readonly ReliefPlace[], communeIndex: Int16Array): Net => {
  const cols = Math.ceil(grid.width / netCells) + 1;
  const rows = Math.ceil(grid.height / netCells) + 1;
  const owner = new Int16Array(cols * rows);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const col = Math.min(grid.width - 1, c * netCells);
      const row = Math.min(grid.height - 1, r * netCells);
      const inside = communeIndex[row * grid.width + col];
      owner[r * cols + c] = inside >= 0 ? inside : nearestPlace(cellCentre(grid, col, row), places);
    }
  }
  return { cols, rows, owner };
};

const nearestPlace = (position: LonLat, places: readonly ReliefPlace[]): number => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  places.forEach(({ point }, k) => {
    const d = (point[0] - position[0]) ** 2 * 0.865 + (point[1] - position[1]) ** 2;
    if (d < least) {
      least = d;
      best = k;
    }
  });
  return best;
};

const sampleCells = (grid: Grid, communeIndex: Int16Array, communes: number): number[][] => {
  const samples: number[][] = Array.from({ length: communes }, () => []);
  for (let r = 0; r < grid.height; r += fitStride) {
    for (let c = 0; c < grid.width; c += fitStride) {
      const commune = communeIndex[r * grid.width + c];
      if (commune >= 0) samples[commune].push(r * grid.width + c);
    }
  }
  return samples;
};

/** Share of a commune's cells below each level, 0..1. */
const levelShares = (
  cells: readonly number[],
  form: Float32Array,
  steps: Float64Array,
  commune: number,
): Float64Array => {
  if (cells.length === 0) throw new BuildError(`Commune ${commune} is smaller than the terrain can show`);
  const sorted = Float64Array.from(cells, (i) => form[i]).sort();
  let below = 0;
  return Float64Array.from(steps, (step) => {
    while (below < sorted.length && sorted[below] < step) below++;
    return below / sorted.length;
  });
};

/** The curves on the net, blurred by a Gaussian along rows, then columns; one plane a level. */
const blend = (net: Net, curves: readonly Float64Array[]): Float64Array[] => {
  const { cols, rows, owner } = net;
  const reach = Math.ceil(3 * blendCells);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-((k - reach) ** 2) / (2 * blendCells ** 2)));
  const total = kernel.reduce((sum, w) => sum + w, 0);
  const clamp = (v: number, n: number) => Math.min(n - 1, Math.max(0, v));
  return Array.from({ length: levels }, (_, level) => {
    const along = new Float64Array(cols * rows);
    const out = new Float64Array(cols * rows);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) {
        let sum = 0;
        for (let k = -reach; k <= reach; k++)
          sum += kernel[k + reach] * curves[owner[r * cols + clamp(c + k, cols)]][level];
        along[r * cols + c] = sum / total;
      }
    }
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < cols; c++) {
        let sum = 0;
        for (let k = -reach; k <= reach; k++) sum += kernel[k + reach] * along[clamp(r + k, rows) * cols + c];
        out[r * cols + c] = sum / total;
      }
    }
    return out;
  });
};

/** Height of a cell: its land form on the curves of the four nodes around it. */
const heightAt = (
  i: number,
  grid: Grid,
  form: Float32Array,
  steps: Float64Array,
  { cols }: Net,
  blended: readonly Float64Array[],
): number => {
  const f = form[i];
  let n = 1;
  while (n < levels - 1 && f > steps[n]) n++;
  const t = Math.min(1, Math.max(0, (f - steps[n - 1]) / (steps[n] - steps[n - 1])));
  const u = (i % grid.width) / netCells;
  const v = Math.floor(i / grid.width) / netCells;
  const c = Math.floor(u);
  const r = Math.floor(v);
  const at = r * cols + c;
  const low = bilinear(blended[n - 1], at, cols, u - c, v - r);
  return low + (bilinear(blended[n], at, cols, u - c, v - r) - low) * t;
};

const bilinear = (plane: Float64Array, at: number, cols: number, u: number, v: number): number => {
  const north = plane[at] + (plane[at + 1] - plane[at]) * u;
  const south = plane[at + cols] + (plane[at + cols + 1] - plane[at + cols]) * u;
  return north + (south - north) * v;
};
