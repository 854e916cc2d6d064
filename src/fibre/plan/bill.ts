import type { Range } from '../../model/facts.ts';
import { exactly, plus, scaled, total } from '../../money/range.ts';
import type { FibreBill } from '../fibre-types.ts';
import type { FibreParameters } from '../parameters.ts';
import type { TreeSegment } from './tree-segments.ts';

/** Pieces of a length, the most where they are shortest. */
const pieces = (km: number, pieceKm: Range, count: (pieces: number) => number): Range => ({
  low: count(km / pieceKm.high),
  central: count(km / pieceKm.central),
  high: count(km / pieceKm.low),
});

/** What has to be ordered for a tree: cable and poles by length, closures where it branches and where a drum ends. */
export const billOf = (
  segments: readonly TreeSegment[],
  homes: number,
  { poleSpacingM, reelKm, homeVnd }: FibreParameters,
): FibreBill => {
  const kmOf = (is: (segment: TreeSegment) => boolean): number =>
    segments.reduce((sum, segment) => sum + (is(segment) ? segment.km : 0), 0);
  const aerialKm = kmOf(({ kind }) => kind === 'aerial');
  const buriedKm = kmOf(({ kind }) => kind === 'buried');
  const children = new Int32Array(segments.length);
  for (const { parent } of segments) if (parent >= 0) children[parent]++;
  const branches = children.filter((count) => count > 1).length;
  const joints = pieces(aerialKm + buriedKm, reelKm, Math.floor);
  return {
    aerialKm,
    buriedKm,
    roadKm: kmOf(({ way }) => way === 'road'),
    countryKm: kmOf(({ way }) => way === 'country'),
    poles: pieces(aerialKm, scaled(poleSpacingM, 1 / 1000), Math.ceil),
    closures: plus(exactly(branches), joints),
    hamletNodes: segments.filter(({ hamlet }) => hamlet >= 0).length,
    homes,
    cableVnd: total(segments.map(({ costVnd }) => costVnd)),
    homesVnd: scaled(homeVnd, homes),
  };
};
