import * as Comlink from 'comlink';
import { canSpawn, openThread, unlessEnded } from '../thread.ts';
import type { BuiltProvince, ProvinceApi, ProvinceProgress, ProvinceQuestion, ProvinceRow, SourceRow } from './api.ts';

export type {
  BuiltProvince,
  PlaceAsked,
  ProvinceProgress,
  ProvinceQuestion,
  ProvinceRow,
  SourceRow,
} from './api.ts';

/** Public data off the page's thread. Nothing is asked of anybody before `build`. */
export interface ProvinceBuilder {
  provinces: () => Promise<ProvinceRow[]>;
  plan: (question: ProvinceQuestion) => Promise<SourceRow[]>;
  /** Rejects with an InputError where sources or files gave nothing that can be used. */
  build: (question: ProvinceQuestion, onProgress: (progress: ProvinceProgress) => void) => Promise<BuiltProvince>;
  /** Ends the worker at once; what had come whole is kept for the next one. */
  close: () => void;
}

export const openProvinceBuilder = (): ProvinceBuilder => {
  const thread = canSpawn()
    ? openThread<ProvinceApi>(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), 'province')
    : null;
  const api: Promise<ProvinceApi> = thread
    ? Promise.resolve(thread.api as unknown as ProvinceApi)
    : import('./api.ts').then(({ createProvinceApi }) => createProvinceApi());
  const closing = new AbortController();
  const during = <T>(ask: (api: ProvinceApi) => T | Promise<T>): Promise<T> =>
    unlessEnded(api.then(ask), closing.signal, thread?.crash);
  return {
    provinces: () => during((of) => of.provinces()),
    plan: (question) => during((of) => of.plan(question)),
    build: (question, onProgress) =>
      during((of) => of.build(question, thread ? Comlink.proxy(onProgress) : onProgress)),
    close: () => {
      thread?.terminate();
      closing.abort();
    },
  };
};
