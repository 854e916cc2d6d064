import { expect, test } from 'vitest';
import { askedFor, bestOf, findable } from '../../../src/ui/find/plain-text.ts';

const places = [
  { id: 'hamlet', of: findable('Xóm Khuổi Mèo', 'xã Sảng Mộc Huyện Võ Nhai', '05746-003') },
  { id: 'commune', of: findable('Sảng Mộc', 'xã Huyện Võ Nhai', '05746') },
  { id: 'likeness', of: findable('Sang Mộc Đông') },
  { id: 'site', of: findable('TN-0123', 'Sảng Mộc', 'TN-0123') },
  { id: 'dong', of: findable('Đồng Hỷ') },
];
const found = (text: string): string[] => bestOf(askedFor(text), places).map(({ id }) => id);

test('accents may be left out, and the whole name comes before its beginning', () => {
  expect(found('sang moc')).toEqual(['commune', 'likeness', 'site', 'hamlet']);
  expect(found('dong hy')).toEqual(['dong']);
});

test('of equals the one with the accents that were typed comes first', () => {
  const alike = [
    { id: 'tân', of: findable('Tân Long') },
    { id: 'tấn', of: findable('Tấn Long') },
  ];
  expect(bestOf(askedFor('Tấn Long'), alike).map(({ id }) => id)).toEqual(['tấn', 'tân']);
});

test('a code is found with and without its signs, and by its beginning', () => {
  expect(found('tn0123')).toEqual(['site']);
  expect(found('TN-01')).toEqual(['site']);
  expect(found('05746-003')).toEqual(['hamlet']);
  expect(found('05746')).toEqual(['commune', 'hamlet']);
});

test('words of what lies around narrow a name down', () => {
  expect(found('khuoi sang moc')).toEqual(['hamlet']);
  expect(found('khuoi dinh hoa')).toEqual([]);
});

test('nothing is found by nothing', () => {
  expect(found('  ')).toEqual([]);
});
