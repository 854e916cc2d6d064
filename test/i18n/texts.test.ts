import { afterEach, expect, test } from 'vitest';
import { faultsOfTrees, leavesOf, type Tree } from '../../scripts/texts/trees.ts';
import { formatBillionVnd, formatDate, formatNumber, formatShare } from '../../src/i18n/format.ts';
import { filled, named, setLanguage, t } from '../../src/i18n/language.ts';
import { loadReportTexts } from '../../src/i18n/load.ts';
import '../../src/i18n/task-texts.ts';

const bundles = ['shared', 'screen', 'task', 'report', 'command'];
const treeOf = async (language: string): Promise<Tree> => {
  const trees: Tree[] = await Promise.all(bundles.map((one) => import(`../../src/i18n/${language}/${one}/index.ts`)));
  return Object.assign({}, ...trees);
};

afterEach(() => setLanguage('vi'));

test('both languages have the same keys and take the same values, no text is empty, all are in NFC', async () => {
  const trees = { vi: await treeOf('vi'), en: await treeOf('en') };
  expect(leavesOf(trees.vi).size).toBeGreaterThan(1500);
  expect(faultsOfTrees(trees)).toEqual([]);
});

test('texts follow the language', async () => {
  expect(t('status.none')).toBe('trắng sóng');
  await setLanguage('en');
  expect(t('status.none')).toBe('no signal');
});

test('English has a singular', async () => {
  await setLanguage('en');
  expect(t('problems.count', { count: 1 })).toBe('1 problem');
  expect(t('problems.count', { count: 2 })).toBe('2 problems');
});

test('a key that is no text, and a value that is not given, are faults and never shown', () => {
  // @ts-expect-error there is no such text
  expect(() => t('app.nothingOfTheKind')).toThrow('No text in vi for app.nothingOfTheKind');
  // @ts-expect-error there is no such namespace
  expect(() => t('nothing.ofTheKind')).toThrow('No text in vi');
  // @ts-expect-error a branch is no text
  expect(() => t('unit.', {})).toThrow('No text');
  // @ts-expect-error its value is missing
  expect(() => t('unit.km')).toThrow('No value of value for «{{value}} km»');
  // @ts-expect-error a plural needs a number
  expect(() => t('problems.count', { count: '2' })).toThrow('No text in vi for problems.count');
  expect(() => filled('unit.km', {})).toThrow('No value of value for «{{value}} km»');
});

test('a value is taken as it is, whatever it looks like', () => {
  const file = '{{file}} $t(app.name) $& $1 <b>';
  expect(t('saving.done', { file })).toBe(`Đã lưu ${file}`);
});

test('what the data calls by a name of its own is named, or left to the data', () => {
  expect(named('sharing.parameter', 'discount_rate')).toBe('Lãi suất chiết khấu');
  expect(named('sharing.parameter', 'of-our-office')).toBeUndefined();
  expect(named('sharing.parameter', '')).toBeUndefined();
});

test('texts of files load when they are asked for, and write as files do', async () => {
  const [vi, en] = [await loadReportTexts('vi'), await loadReportTexts('en')];
  expect([vi, en].map(({ t: say }) => say('table.title.sites'))).toEqual(['Danh sách vị trí cột', 'All sites']);
  expect([vi, en].map(({ share }) => share(0.0925, 2))).toEqual(['9,25 %', '9.25%']);
  expect([vi, en].map(({ number }) => number(-1234.5, 1))).toEqual(['−1.234,5', '−1,234.5']);
  expect([vi, en].map(({ billion }) => billion(-1_250_000_000))).toEqual(['−1,3', '−1.3']);
  expect([vi, en].map(({ date }) => date('2020-01-05'))).toEqual(['5/1/2020', '5/1/2020']);
  expect(['2020-04', '2020'].map(vi.date)).toEqual(['4/2020', '2020']);
});

test('numbers are written in the format of the language', async () => {
  expect(formatNumber(1234567.891, 1)).toBe('1.234.567,9');
  await setLanguage('en');
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
])('the date %s stays as exact as it is given', async (iso, vietnamese, english) => {
  expect(formatDate(iso)).toBe(vietnamese);
  await setLanguage('en');
  expect(formatDate(iso)).toBe(english);
});
