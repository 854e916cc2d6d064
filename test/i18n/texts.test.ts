import { afterEach, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { formatBillionVnd, formatDate, formatNumber, formatShare } from '../../src/i18n/format.ts';
import { setLanguage, t } from '../../src/i18n/language.ts';
import { vi } from '../../src/i18n/vi.ts';

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...leaves(value, `${path}${key}.`)],
    ),
  );

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

afterEach(() => setLanguage('vi'));

test('both languages have the same keys', () => {
  expect([...leaves(en).keys()].sort()).toEqual([...leaves(vi).keys()].sort());
});

test('no text is empty', () => {
  const empty = [...leaves(vi), ...leaves(en)].filter(([, text]) => text.trim() === '');
  expect(empty).toEqual([]);
});

test('a text takes the same values in both languages', () => {
  const english = leaves(en);
  const differing = [...leaves(vi)].filter(
    ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
  );
  expect(differing).toEqual([]);
});

test('Vietnamese text is in NFC, as the map needs it', () => {
  const decomposed = [...leaves(vi)].filter(([, text]) => text !== text.normalize('NFC'));
  expect(decomposed).toEqual([]);
});

test('texts follow the language', () => {
  expect(t('status.none')).toBe('trắng sóng');
  setLanguage('en');
  expect(t('status.none')).toBe('no signal');
});

test('English has a singular', () => {
  setLanguage('en');
  expect(t('problems.count', { count: 1 })).toBe('1 problem');
  expect(t('problems.count', { count: 2 })).toBe('2 problems');
});

test('numbers are written in the format of the language', () => {
  expect(formatNumber(1234567.891, 1)).toBe('1.234.567,9');
  setLanguage('en');
  expect(formatNumber(1234567.891, 1)).toBe('1,234,567.9');
});

test('a negative number has a true minus, and nothing is minus zero', () => {
  expect(formatNumber(-110)).toBe('−110');
  expect(formatNumber(-0.04, 1)).toBe('0,0');
});

test('a share is a percentage', () => {
  expect(formatShare(0.0925)).toBe('9,3 %');
});

test('money is in thousand millions of đồng, small sums with a decimal', () => {
  expect(formatBillionVnd(123_456_000_000)).toBe('123');
  expect(formatBillionVnd(-1_250_000_000)).toBe('−1,3');
});

test.each([
  ['2020-12-31', '31/12/2020', '31 December 2020'],
  ['2019-04', '4/2019', 'April 2019'],
  ['2020', '2020', '2020'],
])('the date %s stays as exact as it is given', (iso, vietnamese, english) => {
  expect(formatDate(iso)).toBe(vietnamese);
  setLanguage('en');
  expect(formatDate(iso)).toBe(english);
});
