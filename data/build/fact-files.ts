import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A table of data/facts as it is written. The app has the tables in itself: `scripts/facts-in-the-app.ts` puts them there. */
export const factText = (name: string): string =>
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../facts', name), 'utf8');
