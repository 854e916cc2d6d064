import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, transformWithOxc } from 'vite';

const folder = fileURLToPath(new URL('../node_modules/maplibre-gl/src', import.meta.url));
// where a link leads to the folder, modules in it have the name that it leads to
const source = realpathSync(folder).replaceAll('\\', '/');
const parts: Readonly<Record<string, string>> = {
  'maplibre-gl': `${source}/index.ts`,
  'maplibre-gl/dist/maplibre-gl-worker.mjs': `${source}/source/worker.ts`,
};

/** Reads vector tiles of a kind we have none of; it is a tenth of what page and worker share. */
const unused = '@maplibre/mlt';
const stub = `
export const GEOMETRY_TYPE = {};
export const decodeTile = () => { throw new Error('${unused} is not built in'); };
`;

/**
 * Builds MapLibre from the sources in its package. The two files that it publishes, one for the page and one for its
 * worker, both hold the half of it that both need.
 */
export const mapLibreFromSource = (): Plugin => ({
  name: 'maplibre-from-source',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => parts[id] ?? (id === unused ? `\0${unused}` : null),
  load: (id) => (id === `\0${unused}` ? stub : null),
  async transform(code, id) {
    if (!id.startsWith(`${source}/`) || !id.endsWith('.ts')) return null;
    // as its own build has it: a field without a value is a type and no more
    return transformWithOxc(code, id, {
      target: 'es2021',
      typescript: { removeClassFieldsWithoutInitializer: true },
      assumptions: { setPublicClassFields: true },
    });
  },
});
