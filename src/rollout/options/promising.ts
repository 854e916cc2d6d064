import { cellIndexAt } from '../../geo/grid.ts';
import type { Grid } from '../../model/raster.ts';
import type { FibreWay } from '../feed/fibre-ways.ts';
import type { WhereNextMap } from '../rollout-types.ts';
import { isInReach, type Reach } from '../where-next/reach.ts';

/** Candidates kept of every point, by each of three measures. */
const keptEach = 8;

type Candidate = WhereNextMap['candidates'][number];

/**
 * Candidates that may be worth a mast, as indices: of those in every point's reach the ones that serve most people, most
 * points, and are cheapest to lay cable to. The path is worked out from these alone.
 */
export const promisingCandidates = (
  candidates: readonly Candidate[],
  ways: readonly (FibreWay | null)[],
  reaches: readonly (Reach | null)[],
  grid: Grid,
): number[] => {
  const cells = candidates.map(({ position }) => cellIndexAt(grid, ...position));
  const kept = new Set<number>();
  const keepFirst = (of: readonly number[], worth: (candidate: number) => number): void => {
    const best = [...of].sort((a, b) => worth(b) - worth(a) || a - b);
    for (const candidate of best.slice(0, keptEach)) kept.add(candidate);
  };
  for (const reach of reaches) {
    if (!reach) continue;
    const within = candidates.flatMap((_, k) => {
      const col = cells[k] % grid.width;
      return isInReach(reach, col, (cells[k] - col) / grid.width) ? [k] : [];
    });
    keepFirst(within, (k) => candidates[k].people);
    keepFirst(within, (k) => candidates[k].points);
    keepFirst(within, (k) => -(ways[k]?.costVnd.central ?? Number.POSITIVE_INFINITY));
  }
  return [...kept].sort((a, b) => a - b);
};
