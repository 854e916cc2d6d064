import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A folder that is made from other files, and made again only when it or they have changed. */
export interface Product {
  title: string;
  /** What making it takes on a usual machine. */
  usualSeconds: number;
  folder: string;
  /** Files and folders it is made from. */
  inputs: () => readonly string[];
  make: () => Promise<void>;
}

/** Says of a product what it was made from and what came of it, beyond the folder, which is published as it is. */
const noteFile = ({ folder }: Product): string => join('node_modules/.cache/phu-song', `${basename(folder)}.json`);

const filesBelow = (path: string): string[] => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
};

/** SHA-256 of the names and contents of files, and of all that is below folders. */
export const digestOf = (paths: readonly string[]): string => {
  const whole = createHash('sha256');
  for (const file of [...new Set(paths.flatMap(filesBelow))].sort()) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    whole.update(`${file}\0${content}\n`);
  }
  return whole.digest('hex');
};

const noteOf = (product: Product): string =>
  JSON.stringify({ node: process.version, from: digestOf(product.inputs()), made: digestOf([product.folder]) });

const isThere = (product: Product): boolean =>
  existsSync(noteFile(product)) && readFileSync(noteFile(product), 'utf8') === noteOf(product);

/**
 * Makes a product unless it is there as it would be made, and says which.
 *
 * Contents decide, not dates: a checkout of another branch and back makes nothing, and a folder that something else has
 * written to is made again.
 */
export const makeOrReuse = async (product: Product, say: (line: string) => void = console.log): Promise<void> => {
  const { title, usualSeconds, make } = product;
  if (isThere(product)) {
    say(`${title}: reused, nothing it is made from has changed`);
    return;
  }
  say(`${title}: making it, usually ${usualSeconds} s…`);
  const startedMs = performance.now();
  rmSync(noteFile(product), { force: true });
  await make();
  mkdirSync('node_modules/.cache/phu-song', { recursive: true });
  writeFileSync(noteFile(product), noteOf(product));
  say(`${title}: made in ${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
};
