/** Texts of a language: namespaces, in each a tree whose leaves are texts. */
export type Tree = { readonly [key: string]: string | Tree };

/** Every text by its dotted key. */
export const leavesOf = (tree: Tree, path = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...leavesOf(value, `${path}${key}.`)],
    ),
  );

/** What stands in `{{…}}` of a text, each once. */
const placeholdersOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name))].sort().join(', ');

/** i18next takes values of these names for its own options. */
const reserved = /^(?:context|defaultValue|interpolation|lngs?|ns|ordinal|replace|returnObjects)$/;

const faultsOfText = (key: string, text: string): string[] => [
  ...(text.trim() === '' ? [`${key} is empty`] : []),
  ...(text === text.normalize('NFC') ? [] : [`${key} is not in NFC`]),
  ...(/[{}]/.test(text.replace(/\{\{\w+\}\}/g, '')) ? [`${key} has a brace that holds no value: ${text}`] : []),
  ...placeholdersOf(text)
    .split(', ')
    .filter((name) => reserved.test(name))
    .map((name) => `${key} calls a value ${name}, which is i18next's`),
];

/**
 * What is wrong with the texts themselves: one that a language lacks, that takes other values in one language than in the
 * other, that is empty or not in NFC. A namespace that only one language has holds sentences whose keys are the other's.
 */
export const faultsOfTrees = (languages: Readonly<Record<string, Tree>>): string[] => {
  const trees = Object.values(languages);
  const isShared = (namespace: string): boolean => trees.every((tree) => namespace in tree);
  const texts = Object.entries(languages).map(([language, tree]) => ({ language, leaves: leavesOf(tree) }));
  const keys = new Set(texts.flatMap(({ leaves }) => [...leaves.keys()]));
  const faults = texts.flatMap(({ language, leaves }) =>
    [...leaves].flatMap(([key, text]) => faultsOfText(`${language}: ${key}`, text)),
  );
  for (const key of [...keys].filter((one) => isShared(one.split('.')[0]))) {
    const lacking = texts.filter(({ leaves }) => !leaves.has(key)).map(({ language }) => language);
    if (lacking.length > 0) faults.push(`${key} is missing in ${lacking.join(', ')}`);
    else {
      const taken = texts.map(({ leaves }) => placeholdersOf(leaves.get(key) ?? ''));
      if (new Set(taken).size > 1) faults.push(`${key} takes other values in each language: ${taken.join(' | ')}`);
    }
  }
  return faults;
};
