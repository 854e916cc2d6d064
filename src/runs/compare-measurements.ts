import type { TaskOptions } from '../../workers/progress.ts';
import { computeServiceInWorkers } from '../../workers/service/client.ts';
import { sceneOf } from '../coverage/service/scene.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import { compareMeasured, type MeasuredComparison, pairsOf } from '../measured/compare.ts';
import type { Measurement } from '../model/measurement.ts';
import type { Pack } from '../model/pack.ts';

/** Points an operator: enough for every figure, and a minute's work. */
const mostPoints = 4_000;

/** Every so many-th, so that at most `most` are left, from the first to the last. */
const thinned = <T>(list: readonly T[], most: number): T[] => {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, i) => i % step === 0);
};

/**
 * What was measured beside what the study's own run predicts at the same places, at the median of locations. Of a long
 * list every so many-th point is taken. Rejects with an AbortError when cancelled.
 */
export const compareMeasurements = async (
  pack: Pack,
  measurements: readonly Measurement[],
  settings: ServiceSettings,
  { signal, onProgress }: TaskOptions = {},
): Promise<MeasuredComparison> => {
  const operators = [...new Set(measurements.map(({ operator }) => operator))].sort();
  const chosen = operators.map((operator) =>
    thinned(
      measurements.filter((one) => one.operator === operator),
      mostPoints,
    ),
  );
  const total = chosen.reduce((sum, { length }) => sum + length, 0);
  const predicted: number[] = [];
  for (const [o, operator] of operators.entries()) {
    const before = predicted.length;
    const scene = { ...sceneOf(pack), points: chosen[o].map(({ position }) => position), operators: [operator] };
    const { levelDbm } = await computeServiceInWorkers(
      scene,
      { ...settings, locationPercent: 50 },
      { signal, onProgress: ({ phase, done }) => onProgress?.({ phase, done: before + done, total }) },
    );
    for (const level of levelDbm) predicted.push(level);
  }
  return compareMeasured(pairsOf(chosen.flat(), predicted, pack.landCover));
};
