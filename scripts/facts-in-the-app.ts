import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const reader = /\/data\/build\/fact-files\.ts$/;

/** A page has no folder to read facts from: the builder of packs is given their texts instead. */
export const factsInTheApp = (): Plugin => ({
  name: 'facts-in-the-app',
  // tests read the folder, but the app they build has none
  apply: (_, { command }) => command === 'build' || !process.env.VITEST,
  enforce: 'pre',
  load(id) {
    if (!reader.test(id)) return null;
    const folder = join(import.meta.dirname, '../data/facts');
    const texts = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    return `const texts = ${JSON.stringify(texts)}; export const factText = (name) => texts[name];`;
  },
});
