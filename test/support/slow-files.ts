import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';

/** Test files that say in their first line that they take long: more than some two seconds of a processor. */
export const slowFiles = (): string[] =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((name) => join('test', name.replaceAll('\\', '/')))
    .filter((path) => /\.test\.tsx?$/.test(path) && readFileSync(path, 'utf8').startsWith('// @module-tag slow'));
