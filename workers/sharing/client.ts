import * as Comlink from 'comlink';
import type { Frontier } from '../../src/sharing/plan/frontier.ts';
import type { SharingPlan } from '../../src/sharing/plan/plan.ts';
import type { TaskOptions } from '../progress.ts';
import { openSession } from '../session.ts';
import type { KnownMerges, PlannedSharing, SharingApi, SharingQuestion, SharingScene } from './api.ts';

export type { SharingScene };

/** Between two changes of a plan the worker waits; 60 MB are too much to keep for long. */
const idleTimeoutMs = 15_000;

/** Plans one after another over the same network. */
export interface SharingSession {
  /** @throws InputError when what is asked is refused */
  plan: (question: SharingQuestion, options?: TaskOptions) => Promise<SharingPlan>;
  /** @throws InputError when what is asked is refused */
  frontier: (question: SharingQuestion, options?: TaskOptions) => Promise<Frontier>;
  /** What is known of the network's merges so far. */
  known: () => KnownMerges;
  close: () => void;
}

const phases = { checking: 'sharing', choosing: 'choosing' } as const;

/** A worker that is given the network once. What it finds of the merges outlives it: cancelling costs little. */
export const openSharing = (scene: SharingScene, before: KnownMerges = new Map()): SharingSession => {
  let known = before;
  const session = openSession<SharingApi>({
    name: 'sharing',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).createSharingApi(),
    setUp: async (api, hand) => api.setUp(hand(scene), known),
    idleTimeoutMs,
  });
  return {
    plan: async (question, { signal, onProgress } = {}) => {
      const report = (stage: keyof typeof phases, done: number, total: number): void =>
        onProgress?.({ phase: phases[stage], done, total });
      const planned = await session.ask<PlannedSharing>((api) => api.plan(question, Comlink.proxy(report)), signal);
      known = planned.known;
      return { finding: planned.finding, placed: planned.placed };
    },
    frontier: (question, { signal, onProgress } = {}) => {
      const report = (done: number, total: number): void => onProgress?.({ phase: 'frontier', done, total });
      return session.ask<Frontier>((api) => api.frontier(question, Comlink.proxy(report)), signal);
    },
    known: () => known,
    close: session.close,
  };
};
