import type { ResilienceQuestion, ResilienceScene } from '../../src/resilience/resilience-types.ts';
import { createThreads, type HamletHold } from '../../src/resilience/threads.ts';

export const createResilienceApi = () => {
  let threads: ReturnType<typeof createThreads> | null = null;
  return {
    setUp: (scene: ResilienceScene, question: ResilienceQuestion): void => {
      threads = createThreads(scene, question);
    },
    /** What holds the hamlets [from, to). */
    run: (from: number, to: number): HamletHold[] => {
      const known = threads;
      if (!known) throw new Error('Resilience was asked for before the scene was given');
      return Array.from({ length: to - from }, (_, i) => known.ofHamlet(from + i));
    },
  };
};
export type ResilienceApi = ReturnType<typeof createResilienceApi>;
