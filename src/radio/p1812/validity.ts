import type { P1812Input } from './p1812-input.ts';

/** Limits of ITU-R P.1812-7 §1 and table 1. */
const limits = {
  frequencyMHz: [30, 6000],
  distanceKm: [0.25, 3000],
  txHeightM: [1, 3000],
  rxHeightM: [1, 3000],
  locationPercent: [1, 99],
} as const;

/** An input outside the Recommendation's range, and the range. */
export interface OutsideRange {
  input: keyof typeof limits;
  value: number;
  min: number;
  max: number;
}

/** Inputs for which the model still gives a value that the Recommendation does not vouch for. */
export const outsideValidity = (input: P1812Input): OutsideRange[] => {
  const { distanceKm } = input.profile;
  const values: Record<keyof typeof limits, number> = {
    frequencyMHz: input.frequencyMHz,
    distanceKm: distanceKm[distanceKm.length - 1],
    txHeightM: input.txHeightM,
    rxHeightM: input.rxHeightM,
    locationPercent: input.locationPercent ?? 50,
  };
  return (Object.keys(limits) as (keyof typeof limits)[]).flatMap((name) => {
    const [min, max] = limits[name];
    return values[name] >= min && values[name] <= max ? [] : [{ input: name, value: values[name], min, max }];
  });
};
