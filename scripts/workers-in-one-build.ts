import { basename, dirname } from 'node:path/posix';
import type { Plugin, Rolldown } from 'vite';

type Build = Pick<Rolldown.PluginContext, 'emitFile'>;

const preloadHelper = '\0vite/preload-helper.js';
const asked = /\?worker&url$/;
const spawned = /new URL\('\.\/worker\.ts', import\.meta\.url\)/g;

/**
 * Has workers built together with the page instead of each by itself, so that what several of them use is one file: it
 * is fetched once and kept once.
 */
export const workersInOneBuild = (): Plugin => {
  /** Code that gives the address of a worker, which is told from others by its folder. */
  const addressOf = (build: Build, id: string): string => {
    const name = `worker-${basename(dirname(id))}`;
    return `import.meta.ROLLUP_FILE_URL_${build.emitFile({ type: 'chunk', id, name })}`;
  };
  return {
    name: 'workers-in-one-build',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!asked.test(source)) return null;
      const worker = await this.resolve(source.replace(asked, ''), importer);
      return worker && `\0worker-address:${worker.id}`;
    },
    load(id) {
      // it puts links into the page's head, and a worker has none
      if (id === preloadHelper) return 'export const __vitePreload = (load) => load();';
      if (!id.startsWith('\0worker-address:')) return null;
      return `export default ${addressOf(this, id.slice(id.indexOf(':') + 1))};`;
    },
    async transform(code, id) {
      if (id.startsWith('\0') || code.search(spawned) < 0) return null;
      const worker = await this.resolve('./worker.ts', id);
      if (!worker) return null;
      const address = addressOf(this, worker.id);
      return { code: code.replace(spawned, () => address), map: null };
    },
  };
};
