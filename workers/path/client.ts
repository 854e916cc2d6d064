import type { LinkExplanation, LinkQuestion, LinkScene } from '../../src/coverage/service/explain-link.ts';
import { openSession } from '../session.ts';
import type { PathApi } from './api.ts';

/** Answers one question after another over the same ground. */
export interface PathInspector {
  /** Rejects as `explainLink` throws, and when the worker died twice over the same question. */
  explain: (question: LinkQuestion) => Promise<LinkExplanation>;
  close: () => void;
}

/** Explains paths off the page's thread; the ground goes over once. Inline where there are no workers. */
export const openPathInspector = (scene: LinkScene): PathInspector => {
  const { ask, close } = openSession<PathApi>({
    name: 'path',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).createPathApi(),
    setUp: async (api, hand) => api.setUp(hand(scene)),
  });
  return { explain: (question) => ask((api) => api.explain(question)), close };
};
