import { itmCodes, itmWarnings } from './itm-codes.ts';
import type { ItmInput } from './itm-input.ts';

/** What is wrong with an input: the code of what can't be computed, `success` where all can, and warnings so far. */
export interface InputCheck {
  code: number;
  warnings: number;
}

const isWithin = (value: number, min: number, max: number): boolean => value >= min && value <= max;
const isShare = (percent: number): boolean => percent > 0 && percent < 100;

/** Ranges the model answers in, and the narrower ones it was made from. */
const antennaHeightM = { answered: [0.5, 3000], madeFrom: [1, 1000] } as const;
const frequencyMHz = { answered: [20, 20_000], madeFrom: [40, 10_000] } as const;

/**
 * Checks an input in the order the model does: the first fault is told, and the warnings before it. A value that has a
 * range to be answered in warns outside the one the model was made from.
 */
export const checkInput = (input: ItmInput): InputCheck => {
  let warnings = 0;
  const refused = (code: number): InputCheck => ({ code, warnings });

  if (!isWithin(input.txHeightM, ...antennaHeightM.madeFrom)) warnings |= itmWarnings.txHeight;
  if (!isWithin(input.txHeightM, ...antennaHeightM.answered)) return refused(itmCodes.txHeight);
  if (!isWithin(input.rxHeightM, ...antennaHeightM.madeFrom)) warnings |= itmWarnings.rxHeight;
  if (!isWithin(input.rxHeightM, ...antennaHeightM.answered)) return refused(itmCodes.rxHeight);
  if (![1, 2, 3, 4, 5, 6, 7].includes(input.climate)) return refused(itmCodes.climate);
  if (!isWithin(input.refractivityN0, 250, 400)) return refused(itmCodes.refractivity);
  if (!isWithin(input.frequencyMHz, ...frequencyMHz.madeFrom)) warnings |= itmWarnings.frequency;
  if (!isWithin(input.frequencyMHz, ...frequencyMHz.answered)) return refused(itmCodes.frequency);
  if (input.polarisation === null) return refused(itmCodes.polarisation);
  if (!(input.permittivity >= 1)) return refused(itmCodes.permittivity);
  if (!(input.conductivitySPerM > 0)) return refused(itmCodes.conductivity);
  const { variabilityMode } = input;
  const isMode = isWithin(variabilityMode, 0, 23) && [0, 1, 2, 3].includes(variabilityMode % 10);
  if (!isMode) return refused(itmCodes.variabilityMode);
  if (!isShare(input.timePercent)) return refused(itmCodes.time);
  if (!isShare(input.locationPercent)) return refused(itmCodes.location);
  if (!isShare(input.situationPercent)) return refused(itmCodes.situation);
  return refused(itmCodes.success);
};
