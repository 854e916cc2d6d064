import * as v from 'valibot';
import type { LonLat } from '../../model/place.ts';

/** Message of the one check whose rule can't be told from its type. */
export const notNfc = 'not-nfc';

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
export const text = v.string();
export const name = v.pipe(
  v.string(),
  v.minLength(1),
  v.check((value) => value === value.normalize('NFC'), notNfc),
);
export const between = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
export const wholeBetween = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
/** A count of people or homes; a province has a few million. */
export const count = wholeBetween(0, 1e8);
export const figure = v.pipe(v.number(), v.finite());
export const lonLat: v.GenericSchema<unknown, LonLat> = v.strictTuple([between(-180, 180), between(-90, 90)]);
export const isoDate = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/));
