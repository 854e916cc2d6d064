import { expect, test } from 'vitest';
import { fibreWords as english } from '../../src/i18n/en/fibre.ts';
import { fibreWords as vietnamese } from '../../src/i18n/vi/fibre.ts';
import type { FibreWords } from '../../src/report/fibre/fibre-words.ts';

const leaves = (words: object): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[key, value]] : leaves(value).map(([inner, text]) => [`${key}.${inner}`, text]),
  );

const languages: FibreWords[] = [vietnamese, english];

test('the words of a fibre plan are the same in both languages, whole and in NFC', () => {
  const [vi, en] = languages.map(leaves);
  expect(en.map(([key]) => key)).toEqual(vi.map(([key]) => key));
  for (const [key, text] of [...vi, ...en]) {
    expect(text.trim(), key).not.toBe('');
    expect(text, key).toBe(text.normalize('NFC'));
  }
});
