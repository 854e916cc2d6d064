import type { LinkExplanation, LinkQuestion, LinkScene } from '../../src/coverage/explain-link.ts';
import { openStanding, type Standing } from '../standing.ts';
import { type PathApi, pathApi } from './api.ts';

export type PathInspector = Standing<LinkQuestion, LinkExplanation>;

/** Explains paths off the page's thread; the ground goes over once. Rejects as `explainLink` throws. */
export const openPathInspector = (scene: LinkScene): PathInspector =>
  openStanding<PathApi, LinkQuestion, LinkExplanation>({
    name: 'path',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    setUp: (api) => api.setUp(scene),
    ask: (api, question) => api.explain(question),
    inline: (question) => {
      pathApi.setUp(scene);
      return pathApi.explain(question);
    },
  });
