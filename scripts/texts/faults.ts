import { faultsOfTrees, leavesOf, type Tree } from './trees.ts';
import type { Uses } from './uses.ts';

interface Found {
  faults: string[];
  keys: number;
}

/** Forms of one text share its key. */
const stemOf = (key: string): string => key.replace(/_(?:one|other)$/, '');

/** What a key's last parts may be: a name may have a dot in it. */
const tailsOf = (key: string): string[] => key.split('.').map((_, i, parts) => parts.slice(i).join('.'));

/**
 * Holds the texts of all languages against each other, and against the code that names them. Some namespaces are named by
 * the data: their texts are held against it by tests.
 */
export const faultsOfTexts = (
  languages: Readonly<Record<string, Tree>>,
  byData: readonly string[],
  uses: readonly Uses[],
): Found => {
  const [first] = Object.values(languages);
  const keys = new Set([...leavesOf(first).keys()].map(stemOf));
  const tables = new Set([...byData, ...uses.flatMap((one) => [...one.tables])]);
  const isLookedUp = (key: string): boolean => [...tables].some((table) => key.startsWith(`${table}.`));
  const asked = uses.flatMap(({ path, keys: own }) => [...own].map((key) => ({ path, key })));
  const words = new Set(uses.flatMap((one) => [...one.words]));
  const askedKeys = new Set(asked.map(({ key }) => key));
  // a template over all of a table asks for what no code may ever put into it
  const isUsed = (key: string): boolean =>
    words.has(key) || (askedKeys.has(key) && tailsOf(key).some((tail) => words.has(tail)));
  return {
    faults: [
      ...faultsOfTrees(languages),
      ...asked.filter(({ key }) => !keys.has(key)).map(({ path, key }) => `${path} asks for ${key}, which is no text`),
      ...[...keys].filter((key) => !isUsed(key) && !isLookedUp(key)).map((key) => `${key} is used by no code`),
    ],
    keys: keys.size,
  };
};
