import type { Quantity } from '../empirical/model.ts';
import type { ItmResult } from './itm.ts';
import type { ItmInput } from './itm-input.ts';
import { smoothHorizonM } from './path-geometry.ts';
import { horizonShares, itmRanges, lengthPerHeight, steepestHorizonMrad } from './ranges.ts';

/** What the model states a range of. */
type ItmQuantity = Extract<
  Quantity,
  'frequencyMHz' | 'distanceKm' | 'txHeightM' | 'rxHeightM' | 'horizonKm' | 'horizonMrad'
>;

/** A quantity of a path outside the range the model was made from. */
export interface ItmOutsideRange {
  quantity: ItmQuantity;
  value: number;
  min: number;
  max: number;
}

const farther = (a: ItmOutsideRange, b: ItmOutsideRange): ItmOutsideRange => {
  // shares of the bound that is passed, since distances span decades
  const beyond = ({ value, min, max }: ItmOutsideRange): number => {
    if (value > max) return value / max;
    return min < 0 ? value / min : min / value;
  };
  return beyond(b) > beyond(a) ? b : a;
};

/**
 * The model's warnings about a path, each quantity once with what was found and its range: of two ends the one that lies
 * farther out.
 */
export const outsideItmRanges = (
  input: Pick<ItmInput, 'frequencyMHz' | 'txHeightM' | 'rxHeightM'>,
  {
    lengthM,
    horizons,
    effectiveHeightM,
    earthRadiusM,
  }: Pick<ItmResult, 'lengthM' | 'horizons' | 'effectiveHeightM' | 'earthRadiusM'>,
): ItmOutsideRange[] => {
  const [nearestKm, farthestKm] = itmRanges.distanceKm;
  const apartM = lengthPerHeight * Math.abs(effectiveHeightM[0] - effectiveHeightM[1]);
  const ends = ([0, 1] as const).flatMap((end): ItmOutsideRange[] => {
    const smoothKm = smoothHorizonM(effectiveHeightM[end], earthRadiusM) / 1000;
    const [least, most] = horizonShares;
    return [
      {
        quantity: 'horizonMrad',
        value: 1000 * horizons.elevationRad[end],
        min: -steepestHorizonMrad,
        max: steepestHorizonMrad,
      },
      {
        quantity: 'horizonKm',
        value: horizons.distanceM[end] / 1000,
        min: least * smoothKm,
        max: most * smoothKm,
      },
    ];
  });
  const of = (quantity: 'frequencyMHz' | 'txHeightM' | 'rxHeightM'): ItmOutsideRange => {
    const [min, max] = itmRanges[quantity];
    return { quantity, value: input[quantity], min, max };
  };
  const all: ItmOutsideRange[] = [
    of('frequencyMHz'),
    { quantity: 'distanceKm', value: lengthM / 1000, min: Math.max(nearestKm, apartM / 1000), max: farthestKm },
    of('txHeightM'),
    of('rxHeightM'),
    ...ends,
  ];
  const outside = all.filter(({ value, min, max }) => value < min || value > max);
  const byQuantity = new Map<ItmQuantity, ItmOutsideRange>();
  for (const one of outside) {
    const known = byQuantity.get(one.quantity);
    byQuantity.set(one.quantity, known ? farther(known, one) : one);
  }
  return [...byQuantity.values()];
};
