import { landCoverEnvironment } from './empirical/environment.ts';
import type { EmpiricalPath, Violation } from './empirical/model.ts';
import { type PropagationModel, propagationModels } from './empirical/propagation-models.ts';
import { freeSpaceLossDb, slantDistanceKm } from './free-space.ts';
import { itmRanges } from './itm/ranges.ts';

/**
 * How a study computes the loss of a path. The first follows the terrain profile: free space and the median diffraction of
 * ITU-R P.1812. The last does, too, and is a second opinion: the Irregular Terrain Model. The others know distance, heights
 * and surroundings only.
 */
export const pathModelIds = [
  'delta-bullington',
  'free-space',
  'okumura-hata',
  'cost-231-hata',
  'tr-38.901-rma',
  'tr-38.901-uma',
  'tr-38.901-umi',
  'itm',
] as const;
export type PathModelId = (typeof pathModelIds)[number];

/** Whether a model looks at the profile, and so at the clutter on it. */
export const followsTerrain = (id: PathModelId): boolean => id === 'delta-bullington' || id === 'itm';

/** The model of that id that needs no profile; null for those that follow the terrain. */
export const empiricalModel = (id: PathModelId): PropagationModel | null =>
  followsTerrain(id) ? null : (propagationModels.find((model) => model.id === id) ?? null);

/** The ranges a model states; null for the one whose ranges are wider than any network. */
export const rangesOf = (id: PathModelId): Pick<PropagationModel, 'validity'> | null =>
  id === 'itm' ? { validity: itmRanges } : empiricalModel(id);

/** A path as a model without a profile is asked about it. */
export interface PathQuestion extends Omit<EmpiricalPath, 'environment'> {
  /** Antennas above sea level. */
  txAltitudeM: number;
  rxAltitudeM: number;
  /** Class of the land around the receiver (`landCoverClasses`). */
  landCover: number;
}

/**
 * What a model without a profile says a path loses beyond free space, dB. Never less than nothing: close to a mast and
 * outside their ranges such formulas can fall below free space, which no path does.
 */
export const excessOverFreeSpaceDb = (model: PropagationModel, path: PathQuestion): number => {
  const { lossDb } = model.loss({ ...path, environment: landCoverEnvironment(path.landCover) });
  const slantKm = slantDistanceKm(path.distanceKm, path.txAltitudeM, path.rxAltitudeM);
  return Math.max(0, lossDb - freeSpaceLossDb(slantKm, path.frequencyMHz));
};

/** Where a network asked of a model lies outside the model's ranges: each quantity once, with its farthest value. */
export const outsideRange = (
  { validity }: Pick<PropagationModel, 'validity'>,
  values: Readonly<Partial<Record<keyof EmpiricalPath, readonly number[]>>>,
): Violation[] =>
  (['frequencyMHz', 'distanceKm', 'txHeightM', 'rxHeightM'] as const).flatMap((quantity) => {
    const range = validity[quantity];
    if (!range) return [];
    const [min, max] = range;
    const outside = (values[quantity] ?? []).filter((value) => value < min || value > max);
    if (outside.length === 0) return [];
    const farthest = outside.reduce((a, b) => (Math.max(min - b, b - max) > Math.max(min - a, a - max) ? b : a));
    return [{ quantity, value: farthest, min, max }];
  });
