import type { Range } from '../../model/facts.ts';
import { type CableKind, cableKinds, type FibreParameters } from '../parameters.ts';
import type { Ground } from './ground.ts';

/** Which kinds of cable may be laid: one of them, or whichever is cheaper stretch by stretch. */
export const buildChoices = [...cableKinds, 'cheapest'] as const;
export type BuildChoice = (typeof buildChoices)[number];

export type RangeEnd = keyof Range;

/** In place of a cell for a stretch along a road. */
export const onRoad = -1;

/**
 * What a cable over a short straight stretch costs, in whole đồng. `a` and `b` are the cells of ground at its two ends;
 * `onRoad` along a road.
 */
export type LayingCost = (lengthM: number, a: number, b: number, kind: CableKind, end: RangeEnd) => number;

/**
 * Cost a metre: along a road the price of the cable; over open country that times what makes country dearer, by the shares
 * of water and forest in the cells at both ends and the slope between their middles. Ground that is not known is crossed at
 * the price of open level ground.
 */
export const layingCost = (ground: Ground, { laying, country }: FibreParameters): LayingCost => {
  const { heightM, water, forest, cellM } = ground;
  return (lengthM, a, b, kind, end) => {
    const cable = laying[kind];
    const roadVnd = (cable.vndPerKm[end] * lengthM) / 1000;
    if (a === onRoad) return Math.round(roadVnd);
    // the middles of two cells are a cell apart, however short what lies between them is
    const climb = Math.abs(heightM[b] - heightM[a]) / Math.max(lengthM, cellM);
    const slope = 1 + cable.slope[end] * (Number.isNaN(climb) ? 0 : climb);
    const cover =
      1 + ((cable.water[end] - 1) * (water[a] + water[b]) + (cable.forest[end] - 1) * (forest[a] + forest[b])) / 2;
    return Math.round(roadVnd * country[end] * slope * cover);
  };
};

/** The kind that is laid over a stretch, by central costs; hung where both cost the same. */
export const kindOf = (choice: BuildChoice, cost: LayingCost, lengthM: number, a: number, b: number): CableKind => {
  if (choice !== 'cheapest') return choice;
  return cost(lengthM, a, b, 'buried', 'central') < cost(lengthM, a, b, 'aerial', 'central') ? 'buried' : 'aerial';
};
