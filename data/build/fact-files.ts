import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A table of data/facts as it is written. The app has the tables in itself: `scripts/facts-in-the-app.ts` puts them there. */
export const factText = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../facts/${name}`, import.meta.url)), 'utf8');
