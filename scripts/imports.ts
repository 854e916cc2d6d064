import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { readModules } from './imports/graph.ts';
import { faultsOf } from './imports/rules.ts';

/** Holds the table of `imports/layers.ts` against every file of src, workers and data/build. */
const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const isCode = (name: string): boolean => /\.(?:tsx?|mjs)$/.test(name) && !name.endsWith('.d.ts');
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name.replaceAll('\\', '/')))
    .filter(isCode);

const files = ['src', 'workers', 'data/build'].flatMap(filesOf);
const modules = readModules(new Map(files.map((path) => [path, readFileSync(path, 'utf8')])), existsSync);
const edges = modules.reduce((sum, { imports }) => sum + imports.length, 0);
const faults = faultsOf(modules);
for (const fault of faults) console.error(fault);
console.log(`Imports: ${modules.length} modules, ${edges} edges, ${faults.length} faults`);
// a reader that sees nothing finds no fault
if (modules.length < files.length || edges < files.length) {
  console.error(`${files.length} files are there: not all of them were read`);
  process.exit(1);
}
process.exitCode = faults.length > 0 ? 1 : 0;
