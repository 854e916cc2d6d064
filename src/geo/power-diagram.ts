/** A point of the plane, in km. */
export type Point = readonly [x: number, y: number];

/** One cell: its corners counter-clockwise, and which site lies beyond each side (−1: the box). */
export interface PowerCell {
  corners: Point[];
  beyond: number[];
}

/**
 * Cut a convex polygon by the half-plane a·x ≤ b; the new side gets `beyond`.
 * Side k runs from corner k to corner k + 1.
 */
const clip = ({ corners, beyond }: PowerCell, ax: number, ay: number, b: number, site: number): PowerCell => {
  const n = corners.length;
  const out: PowerCell = { corners: [], beyond: [] };
  for (let k = 0; k < n; k++) {
    const p = corners[k];
    const q = corners[(k + 1) % n];
    const dp = ax * p[0] + ay * p[1] - b;
    const dq = ax * q[0] + ay * q[1] - b;
    const cross = (): Point => {
      const t = dp / (dp - dq);
      return [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
    };
    if (dp <= 0) {
      out.corners.push(p);
      out.beyond.push(beyond[k]);
      if (dq > 0) {
        out.corners.push(cross());
        out.beyond.push(site);
      }
    } else if (dq <= 0) {
      out.corners.push(cross());
      out.beyond.push(beyond[k]);
    }
  }
  return out;
};

/**
 * The power (Laguerre) cell of one site: where |x − pᵢ|² − wᵢ is least. `order` lists the other sites nearest first;
 * the walk ends when no farther one can reach the cell.
 */
export const powerCell = (
  i: number,
  sites: readonly Point[],
  weights: Float64Array,
  order: readonly number[],
  box: readonly Point[],
): PowerCell => {
  const [px, py] = sites[i];
  let cell: PowerCell = { corners: [...box], beyond: box.map(() => -1) };
  for (const j of order) {
    const [qx, qy] = sites[j];
    const ax = 2 * (qx - px);
    const ay = 2 * (qy - py);
    const b = qx * qx + qy * qy - px * px - py * py - weights[j] + weights[i];
    cell = clip(cell, ax, ay, b, j);
    if (cell.corners.length < 3) return { corners: [], beyond: [] };
  }
  return cell;
};

export const areaOf = (corners: readonly Point[]): number => {
  let twice = 0;
  for (let k = 0, n = corners.length; k < n; k++) {
    const [x0, y0] = corners[k];
    const [x1, y1] = corners[(k + 1) % n];
    twice += x0 * y1 - x1 * y0;
  }
  return twice / 2;
};

/** The sites other than `i`, nearest first, no more than `most`. */
const nearest = (i: number, sites: readonly Point[], most: number): number[] =>
  sites
    .map((p, j) => ({ j, d: Math.hypot(p[0] - sites[i][0], p[1] - sites[i][1]) }))
    .filter(({ j }) => j !== i)
    .sort((a, b) => a.d - b.d || a.j - b.j)
    .slice(0, most)
    .map(({ j }) => j);

/** Solve a symmetric positive definite system in place by Cholesky factors. */
const solve = (matrix: Float64Array[], right: Float64Array): Float64Array => {
  const n = right.length;
  for (let k = 0; k < n; k++) {
    for (let j = 0; j <= k; j++) {
      let sum = matrix[k][j];
      for (let m = 0; m < j; m++) sum -= matrix[k][m] * matrix[j][m];
      matrix[k][j] = k === j ? Math.sqrt(sum) : sum / matrix[j][j];
    }
  }
  const x = Float64Array.from(right);
  for (let k = 0; k < n; k++) {
    for (let m = 0; m < k; m++) x[k] -= matrix[k][m] * x[m];
    x[k] /= matrix[k][k];
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let m = k + 1; m < n; m++) x[k] -= matrix[m][k] * x[m];
    x[k] /= matrix[k][k];
  }
  return x;
};

/** Sites that could touch a cell after the weights are fitted; a power cell has about six neighbours. */
const neighboursLookedAt = 60;
const mostRounds = 60;

/**
 * The cells of the first `areasKm2.length` sites, with weights fitted by damped Newton steps until every area is met
 * to `tolerance` (relative). The remaining sites bound them from outside with weight 0.
 *
 * @throws Error when the weights do not settle, with the worst deviation
 */
export const fitPowerDiagram = (
  sites: readonly Point[],
  areasKm2: readonly number[],
  box: readonly Point[],
  tolerance: number,
): PowerCell[] => {
  const n = areasKm2.length;
  const orders = areasKm2.map((_, i) => nearest(i, sites, neighboursLookedAt));
  const cellsFor = (weights: Float64Array) => orders.map((order, i) => powerCell(i, sites, weights, order, box));
  const worstOf = (cells: readonly PowerCell[]) =>
    Math.max(...cells.map((cell, i) => Math.abs(areaOf(cell.corners) / areasKm2[i] - 1)));
  const normOf = (cells: readonly PowerCell[]) =>
    cells.reduce((sum, cell, i) => sum + (areaOf(cell.corners) - areasKm2[i]) ** 2, 0);

  let weights = new Float64Array(sites.length);
  let cells = cellsFor(weights);
  for (let round = 0; round < mostRounds && worstOf(cells) > tolerance; round++) {
    const matrix = cells.map(() => new Float64Array(n));
    const missing = Float64Array.from(cells, (cell, i) => areasKm2[i] - areaOf(cell.corners));
    cells.forEach(({ corners, beyond }, i) => {
      corners.forEach((p, k) => {
        const j = beyond[k];
        if (j < 0) return;
        const q = corners[(k + 1) % corners.length];
        const side = Math.hypot(q[0] - p[0], q[1] - p[1]);
        const change = side / (2 * Math.hypot(sites[i][0] - sites[j][0], sites[i][1] - sites[j][1]));
        matrix[i][i] += change;
        if (j < n) matrix[i][j] -= change;
      });
    });
    const step = solve(matrix, missing);
    // no cell may vanish on the way: halve the step until all stand and the misfit falls
    let taken = false;
    for (let share = 1; share > 1e-4 && !taken; share /= 2) {
      const tried = Float64Array.from(weights, (w, i) => (i < n ? w + share * step[i] : w));
      const next = cellsFor(tried);
      if (next.every((cell) => areaOf(cell.corners) > 0) && normOf(next) < normOf(cells)) {
        weights = tried;
        cells = next;
        taken = true;
      }
    }
    if (!taken) break;
  }
  const worst = worstOf(cells);
  if (worst > tolerance)
    throw new Error(`The communes' areas do not settle: worst deviation ${(worst * 100).toFixed(2)} %`);
  return cells;
};
