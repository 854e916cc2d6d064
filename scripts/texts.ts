import { readdirSync } from 'node:fs';
import { join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { languages } from '../src/i18n/languages.ts';
import { faultsOfTexts } from './texts/faults.ts';
import type { Tree } from './texts/trees.ts';
import { readUses } from './texts/uses.ts';

/**
 * Holds the texts of src/i18n against each other and against all code: none missing, none unused, the same values in every
 * language.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const textsFolder = join(root, 'src/i18n');

/** Rules by their id, and what a pack says of itself by its own sentence: test/i18n holds them against both. */
const byData = ['pack', 'rule'];

const treeOf = async (language: string): Promise<Tree> => {
  const folders = readdirSync(join(textsFolder, language)).sort();
  const bundles: Tree[] = await Promise.all(
    folders.map((folder) => import(`../src/i18n/${language}/${folder}/index.ts`)),
  );
  const entries = bundles.flatMap((bundle) => Object.entries(bundle));
  const names = entries.map(([name]) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`Two namespaces of ${language} are called ${twice}`);
  return Object.fromEntries(entries);
};

const trees = Object.fromEntries(
  await Promise.all(languages.map(async (language) => [language, await treeOf(language)] as const)),
);
const isText = (path: string): boolean => languages.some((language) => path.startsWith(`${textsFolder}/${language}/`));
const isCode = (path: string): boolean =>
  ['src', 'workers'].some((folder) => path.startsWith(join(root, folder, '/'))) && !isText(path);
const uses = readUses(join(root, 'tsconfig.json'), isCode);
const { faults, keys } = faultsOfTexts(trees, byData, uses);
for (const fault of faults) console.error(fault.replace(root, ''));
console.log(`Texts: ${keys} keys, asked for in ${uses.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
