import { freeSpaceLossDb, slantDistanceKm } from '../free-space.ts';
import { itm } from './itm.ts';
import { itmCodes } from './itm-codes.ts';
import { defaultItmEnvironment, type EvenProfile } from './itm-input.ts';
import { type ItmOutsideRange, outsideItmRanges } from './outside-ranges.ts';

/** What a study asks of a path; climate and ground are those of `defaultItmEnvironment`. */
export interface ItmPathRadio {
  frequencyMHz: number;
  txHeightM: number;
  rxHeightM: number;
}

export interface ItmExcess {
  /** Beyond free space along the straight ray. */
  db: number;
  outside: ItmOutsideRange[];
}

const codeName = (code: number): string => Object.entries(itmCodes).find(([, value]) => value === code)?.[0] ?? '';

/**
 * What the Irregular Terrain Model says a vertically polarised path loses beyond free space. Never less than nothing: a part of a
 * decibel that it leaves a path in sight above free space is no planner's to count on. NaN where the terrain is unknown.
 *
 * @throws RangeError for what the model has no answer to, such as an antenna below half a metre
 */
export const itmExcess = (profile: EvenProfile, radio: ItmPathRadio): ItmExcess => {
  const { heightM } = profile;
  const last = heightM.length - 1;
  if (Number.isNaN(heightM[0])) return { db: Number.NaN, outside: [] };
  const { frequencyMHz, txHeightM, rxHeightM } = radio;
  const environment = defaultItmEnvironment;
  const { code, result } = itm({ profile, frequencyMHz, txHeightM, rxHeightM, polarisation: 'vertical', environment });
  if (!result) throw new RangeError(`the Irregular Terrain Model has no answer: ${codeName(code)} (${code})`);
  const slantKm = slantDistanceKm(result.lengthM / 1000, heightM[0] + txHeightM, heightM[last] + rxHeightM);
  return {
    db: Math.max(0, result.lossDb - freeSpaceLossDb(slantKm, frequencyMHz)),
    outside: outsideItmRanges(radio, result),
  };
};
