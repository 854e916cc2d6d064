import { itmCodes, itmWarnings } from './itm-codes.ts';
import type { ItmInput } from './itm-input.ts';
import { itmRanges } from './ranges.ts';

/** What is wrong with an input: the code of what can't be computed, `success` where all can, and warnings so far. */
export interface InputCheck {
  code: number;
  warnings: number;
}

const isWithin = (value: number, min: number, max: number): boolean => value >= min && value <= max;
const isShare = (percent: number): boolean => percent > 0 && percent < 100;

/** Ranges the model answers in. */
const antennaHeightM = [0.5, 3000] as const;
const frequencyMHz = [20, 20_000] as const;

/**
 * Checks an input in the order the model does: the first fault is told, and the warnings before it. A value that has a
 * range to be answered in warns outside the one the model was made from.
 */
export const checkInput = (input: ItmInput): InputCheck => {
  const { environment } = input;
  let warnings = 0;
  const refused = (code: number): InputCheck => ({ code, warnings });

  if (!isWithin(input.txHeightM, ...itmRanges.txHeightM)) warnings |= itmWarnings.txHeight;
  if (!isWithin(input.txHeightM, ...antennaHeightM)) return refused(itmCodes.txHeight);
  if (!isWithin(input.rxHeightM, ...itmRanges.rxHeightM)) warnings |= itmWarnings.rxHeight;
  if (!isWithin(input.rxHeightM, ...antennaHeightM)) return refused(itmCodes.rxHeight);
  if (![1, 2, 3, 4, 5, 6, 7].includes(environment.climate)) return refused(itmCodes.climate);
  if (!isWithin(environment.refractivityN0, 250, 400)) return refused(itmCodes.refractivity);
  if (!isWithin(input.frequencyMHz, ...itmRanges.frequencyMHz)) warnings |= itmWarnings.frequency;
  if (!isWithin(input.frequencyMHz, ...frequencyMHz)) return refused(itmCodes.frequency);
  if (input.polarisation === null) return refused(itmCodes.polarisation);
  if (!(environment.permittivity >= 1)) return refused(itmCodes.permittivity);
  if (!(environment.conductivitySPerM > 0)) return refused(itmCodes.conductivity);
  const isMode =
    isWithin(environment.variabilityMode, 0, 23) && [0, 1, 2, 3].includes(environment.variabilityMode % 10);
  if (!isMode) return refused(itmCodes.variabilityMode);
  if (!isShare(environment.timePercent)) return refused(itmCodes.time);
  if (!isShare(environment.locationPercent)) return refused(itmCodes.location);
  if (!isShare(environment.situationPercent)) return refused(itmCodes.situation);
  return refused(itmCodes.success);
};
