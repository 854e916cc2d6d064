import type { Range } from '../../model/facts.ts';
import { exactly, plus, scaled } from '../../money/range.ts';
import type { TreeSegment } from './tree-segments.ts';

export interface Share {
  km: number;
  costVnd: Range;
  /** Along the cable from the lit place. */
  distanceKm: number;
  /** Index of the lit place. */
  lit: number;
}

/** Homes of all hamlets that hang on each segment. Segments come after those they hang on. */
export const homesBehind = (segments: readonly TreeSegment[], homes: readonly number[]): number[] => {
  const behind = segments.map(({ hamlet }) => (hamlet >= 0 ? homes[hamlet] : 0));
  for (let s = segments.length - 1; s >= 0; s--) {
    const { parent } = segments[s];
    if (parent >= 0) behind[parent] += behind[s];
  }
  return behind;
};

/**
 * What of the tree each hamlet stands for: every segment is shared among the hamlets behind it by their homes, or alike where
 * none of them has any. The shares of all hamlets make up the whole tree.
 *
 * @returns by index of the hamlet; nothing for those that the tree does not reach
 */
export const sharesOf = (segments: readonly TreeSegment[], homes: readonly number[]): Map<number, Share> => {
  const behind = homesBehind(segments, homes);
  const hamletsBehind = homesBehind(
    segments,
    homes.map(() => 1),
  );
  const shares = new Map<number, Share>();
  segments.forEach(({ hamlet }, end) => {
    if (hamlet < 0) return;
    const share: Share = { km: 0, costVnd: exactly(0), distanceKm: 0, lit: -1 };
    for (let s = end; s >= 0; s = segments[s].parent) {
      const part = behind[s] > 0 ? homes[hamlet] / behind[s] : 1 / hamletsBehind[s];
      share.km += part * segments[s].km;
      share.costVnd = plus(share.costVnd, scaled(segments[s].costVnd, part));
      share.distanceKm += segments[s].km;
      share.lit = segments[s].lit;
    }
    shares.set(hamlet, share);
  });
  return shares;
};
