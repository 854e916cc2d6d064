import { expect, test } from 'vitest';
import { readPosition } from '../../../src/ui/find/coordinates.ts';

test.each([
  ['21.594 105.848'],
  ['21.594, 105.848'],
  ['21.594,105.848'],
  ['21,594 105,848'],
  ['21,594; 105,848'],
  ['21.594° B, 105.848° Đ'],
  ['105.848, 21.594'],
  ['105.848E 21.594N'],
  ['E105.848 N21.594'],
  ['21°35\'38.4"N 105°50\'52.8"E'],
  ['21° 35\' 38,4" B; 105° 50\' 52,8" Đ'],
  ['21°35′38.4″ 105°50′52.8″'],
  ["21°35.64' 105°50.88'"],
])('%s is latitude 21.594, longitude 105.848', (text) => {
  const read = readPosition(text);
  expect(read?.kind).toBe('degrees');
  const [lon, lat] = read?.kind === 'degrees' ? read.at : [];
  expect(lat).toBeCloseTo(21.594, 9);
  expect(lon).toBeCloseTo(105.848, 9);
});

test.each([
  ['2388123 431200.5'],
  ['431200,5 2388123'],
  ['2388123; 431200,5'],
  ['X=2388123 Y=431200.5'],
  ['2.388.123 431.200,5'],
])('%s is a northing and an easting of VN-2000', (text) => {
  expect(readPosition(text)).toEqual({ kind: 'metres', northingM: 2_388_123, eastingM: 431_200.5 });
});

test.each([
  ['Sảng Mộc'],
  ['TN-0123'],
  ['05605-003'],
  ['21.594'],
  ['21.594 105.848 7'],
  ["121 21°70'"],
  ['21N 105N'],
  ["21.5°30' 105.8"],
  ['95 98'],
  [''],
])('«%s» is no position', (text) => {
  expect(readPosition(text)).toBeNull();
});

test('degrees south and west are below zero', () => {
  expect(readPosition('1.5S 2.5W')).toEqual({ kind: 'degrees', at: [-2.5, -1.5] });
});
