import * as v from 'valibot';
import type { LonLat } from '../../model/place.ts';
import { unshowable } from '../../model/printable.ts';
import { limits } from '../limits.ts';

/** Messages of the checks whose rule can't be told from their type. */
export const notNfc = 'not-nfc';
export const notShown = 'bad-characters';
const allowedStart = 'one of ';
export const notAllowed = (values: readonly number[]): string => `${allowedStart}${values.join(', ')}`;
/** The values of a `notAllowed` message; undefined for another message. */
export const allowedIn = (message: string): string | undefined =>
  message.startsWith(allowedStart) ? message.slice(allowedStart.length) : undefined;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
export const text = v.string();
export const name = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(limits.nameCharacters),
  v.check((value) => unshowable(value) === null, notShown),
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
