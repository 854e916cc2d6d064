/** Words of a text without case, accents and signs, a space between them: 'Sảng Mộc' gives 'sang moc'. */
const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The same without spaces: codes are typed with and without their signs. */
const plainCode = (text: string): string => plainText(text).replaceAll(' ', '');

/** What somebody looks for. */
export interface Asked {
  /** As it was typed, in one case. */
  typed: string;
  plain: string;
  words: readonly string[];
  code: string;
}

const oneCase = (text: string): string => text.normalize('NFC').toLowerCase();

export const askedFor = (text: string): Asked => {
  const plain = plainText(text);
  return { typed: oneCase(text.trim()), plain, words: plain.split(' '), code: plainCode(text) };
};

/** A text that can be found, with what comparing needs made once. */
export interface Findable {
  name: string;
  plain: string;
  /** Words that narrow the name down, as the commune of a hamlet does. */
  plainAround: string;
  code: string;
}

export const findable = (name: string, around = '', code = ''): Findable => ({
  name: oneCase(name),
  plain: plainText(name),
  plainAround: plainText(around),
  code: plainCode(code),
});

const beginsAWord = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);

/**
 * How well a text fits what is looked for; less is better, null where it does not. The whole name or code comes before
 * its beginning, that before words from its midst, and accents typed as they are written before those left out.
 */
const fitOf = (asked: Asked, { name, plain, plainAround, code }: Findable): number | null => {
  if (asked.plain === '') return null;
  const accents = name.includes(asked.typed) ? 0 : 0.5;
  if (plain === asked.plain || (code !== '' && code === asked.code)) return accents;
  if (plain.startsWith(asked.plain)) return 1 + accents;
  if (code !== '' && asked.code.length > 1 && code.startsWith(asked.code)) return 2;
  if (beginsAWord(plain, asked.plain)) return 2 + accents;
  if (asked.words.every((word) => beginsAWord(plain, word))) return 3 + accents;
  if (asked.words.every((word) => beginsAWord(plain, word) || beginsAWord(plainAround, word))) return 4 + accents;
  return null;
};

/** Those of many that fit, best first; of equals the shorter name, then the order they came in. */
export const bestOf = <T extends { of: Findable }>(asked: Asked, all: readonly T[]): T[] =>
  all
    .flatMap((item) => {
      const fit = fitOf(asked, item.of);
      return fit === null ? [] : [{ item, fit }];
    })
    .sort((a, b) => a.fit - b.fit || a.item.of.plain.length - b.item.of.plain.length)
    .map(({ item }) => item);
