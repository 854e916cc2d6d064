import { expect, test } from 'vitest';
import { fitWidths } from '../../src/report/document/fit-widths.ts';

const table = { heads: ['Lớp', 'Loại', 'Nguồn'], rows: [['Sông', 'synthetic', 'Tổng cục Thống kê']] };
const sum = (shares: readonly number[]): number => shares.reduce((total, share) => total + share, 0);

test('a table with room for every word is left as it was wished', () => {
  expect(fitWidths({ ...table, widths: [0.3, 0.3, 0.4] }, 165, 11)).toEqual([0.3, 0.3, 0.4]);
});

test('a column too narrow for its longest word gets what it needs, the others give way by their share', () => {
  const fitted = fitWidths({ ...table, widths: [0.48, 0.04, 0.48] }, 165, 11);
  expect(fitted[1] * 165).toBeGreaterThan('synthetic'.length * 11 * 0.353 * 0.4);
  expect(fitted[0]).toBe(fitted[2]);
  expect(sum(fitted)).toBeCloseTo(1, 12);
});

test('a code without an end takes no more than a third', () => {
  const fitted = fitWidths({ heads: ['Mã', 'Tên'], rows: [['f'.repeat(64), 'a']], widths: [0.1, 0.9] }, 165, 11);
  expect(fitted[0]).toBeCloseTo(1 / 3, 12);
});

test('where the words have no room in any way the wish stands', () => {
  const heads = Array.from({ length: 12 }, () => 'Nghiêngngả');
  const widths = heads.map(() => 1 / 12);
  expect(fitWidths({ heads, rows: [], widths }, 100, 12)).toEqual(widths);
});
