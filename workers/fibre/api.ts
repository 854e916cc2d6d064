import type { FibreFinding, FibreQuestion, FibreScene } from '../../src/fibre/fibre-types.ts';
import { planFibre } from '../../src/fibre/plan-fibre.ts';

export const fibreApi = {
  /** Throws as `planFibre` does; `onProgress` is told how many hamlets are settled. */
  plan: (scene: FibreScene, question: FibreQuestion, onProgress: (done: number, total: number) => void): FibreFinding =>
    planFibre(scene, question, onProgress),
};
