import type { LinkExplanation, LinkQuestion, LinkScene } from '../../src/coverage/explain-link.ts';
import { canSpawn, openThread, type Thread } from '../thread.ts';
import { type PathApi, pathApi } from './api.ts';

/** Answers one question after another over the same ground. */
export interface PathInspector {
  /** Rejects as `explainLink` throws, and when the worker died twice over the same question. */
  explain: (question: LinkQuestion) => Promise<LinkExplanation>;
  close: () => void;
}

/** Explains paths off the page's thread; the ground goes over once. Inline where there are no workers. */
export const openPathInspector = (scene: LinkScene): PathInspector => {
  if (!canSpawn()) {
    return {
      explain: async (question) => {
        pathApi.setUp(scene);
        return pathApi.explain(question);
      },
      close: () => {},
    };
  }
  let open: { thread: Thread<PathApi>; ready: Promise<unknown> } | null = null;
  const thread = async (): Promise<Thread<PathApi>> => {
    if (!open || open.thread.isDead()) {
      const fresh = openThread<PathApi>(
        new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
        'path',
      );
      open = { thread: fresh, ready: Promise.race([fresh.api.setUp(scene), fresh.death]) };
    }
    await open.ready;
    return open.thread;
  };
  const attempt = async (question: LinkQuestion): Promise<LinkExplanation> => {
    const on = await thread();
    return Promise.race([on.api.explain(question), on.death]);
  };
  return {
    explain: async (question) => {
      try {
        return await attempt(question);
      } catch (error) {
        if (!open?.thread.isDead()) throw error;
        return attempt(question);
      }
    },
    close: () => {
      open?.thread.terminate();
      open = null;
    },
  };
};
