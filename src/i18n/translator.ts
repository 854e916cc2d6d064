import { addTexts, hasText, sentenceOf, textOf } from './engine.ts';
import type { Language } from './languages.ts';
import type { BranchOf, DataValues, KeyOf, Translate } from './texts.ts';
import * as vietnamese from './vi/shared/index.ts';
import { writeBillion, writeDate, writeNumber, writeShare } from './write.ts';

addTexts('vi', vietnamese);

/** What is at hand wherever something is said: on screen, in files, on the command line. */
export type SharedTexts = typeof vietnamese;

/** Texts, numbers and dates of one language, for whoever writes something in it. */
export interface Translator<Tree> {
  language: Language;
  t: Translate<Tree>;
  /** A text whose values come with the data; one that it lacks is a fault all the same. */
  filled: <Key extends KeyOf<Tree>>(key: Key, values: DataValues) => string;
  /** What the data calls by a name of its own; undefined where the language has no word for it. */
  named: <Table extends BranchOf<Tree>>(table: Table, name: string) => string | undefined;
  /** A sentence that the built-in pack says of itself; another pack's own stays as it is. */
  ofPack: (sentence: string) => string;
  count: (value: number) => string;
  number: (value: number, decimals?: number) => string;
  share: (share: number, decimals?: number) => string;
  billion: (vnd: number) => string;
  date: (iso: string) => string;
}

/** For texts that have been made known: Vietnamese ones always, English ones by `shared-english.ts` and `load.ts`. */
export const translatorIn = <Tree = SharedTexts>(language: Language): Translator<Tree> => ({
  language,
  t: (key, ...[values]) => textOf(language, key, values),
  filled: (key, values) => textOf(language, key, values),
  named: (table, name) => {
    const key = `${table}.${name}`;
    return hasText(language, key) ? textOf(language, key) : undefined;
  },
  ofPack: (sentence) => sentenceOf(language, 'pack', sentence),
  count: (value) => writeNumber(language, value),
  number: (value, decimals) => writeNumber(language, value, decimals),
  share: (share, decimals) => writeShare(language, share, decimals),
  billion: (vnd) => writeBillion(language, vnd),
  date: writeDate,
});
