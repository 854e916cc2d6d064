import { expect, test } from 'vitest';
import type { HamletFinding, OperatorService } from '../../src/findings/findings.ts';
import { filterHamlets, noFilter, statusBy, sumByArea } from '../../src/findings/hamlet-filter.ts';

const by = (operator: string, status: OperatorService['status']): OperatorService => ({
  operator,
  status,
  levelDbm: null,
  marginDb: null,
  certainty: 'certain',
  siteId: null,
  cellId: null,
  distanceKm: null,
  clusterLevelDbm: [],
  peopleUnserved: 0,
});

const aHamlet = (id: string, change: Partial<HamletFinding> = {}): HamletFinding => ({
  id,
  name: `Xóm ${id}`,
  communeCode: '05605',
  communeName: 'Bình Thành',
  districtCode: '167',
  districtName: 'Huyện Định Hóa',
  position: [105.6, 21.8],
  people: 100,
  households: 25,
  hasFibre: true,
  status: 'served',
  certainty: 'certain',
  bestLevelDbm: -90,
  bestOperator: 'viettel',
  peopleUnserved: 0,
  peopleUnknown: 0,
  operators: [],
  ...change,
});

const ids = (hamlets: readonly HamletFinding[]): string[] => hamlets.map(({ id }) => id);

test('no filter lets every hamlet through', () => {
  expect(ids(filterHamlets([aHamlet('a'), aHamlet('b')], noFilter))).toEqual(['a', 'b']);
});

test('statuses are alternatives, district and fibre are limits on top', () => {
  const hamlets = [
    aHamlet('far', { status: 'none', districtCode: '172' }),
    aHamlet('none', { status: 'none', hasFibre: false }),
    aHamlet('hole', { status: 'partial', hasFibre: false }),
    aHamlet('lit', { status: 'partial' }),
    aHamlet('served', { hasFibre: false }),
  ];
  const found = filterHamlets(hamlets, {
    ...noFilter,
    district: '167',
    statuses: ['none', 'partial'],
    withoutFibre: true,
  });
  expect(ids(found).sort()).toEqual(['hole', 'none']);
});

test('a commune keeps only its own hamlets', () => {
  const hamlets = [aHamlet('in'), aHamlet('out', { communeCode: '05719' })];
  expect(ids(filterHamlets(hamlets, { ...noFilter, commune: '05719' }))).toEqual(['out']);
});

test('an operator filter asks for its own status, not the best of all', () => {
  const hamlet = aHamlet('a', { status: 'served', operators: [by('viettel', 'served'), by('mobifone', 'none')] });
  expect(statusBy(hamlet, null)).toBe('served');
  expect(statusBy(hamlet, 'mobifone')).toBe('none');
  expect(ids(filterHamlets([hamlet], { ...noFilter, operator: 'mobifone', statuses: ['none'] }))).toEqual(['a']);
  expect(filterHamlets([hamlet], { ...noFilter, operator: 'viettel', statuses: ['none'] })).toEqual([]);
});

test('hamlets with most people without signal come first, then the largest, then by id', () => {
  const hamlets = [
    aHamlet('b', { people: 50 }),
    aHamlet('a', { people: 50 }),
    aHamlet('large', { people: 900 }),
    aHamlet('unserved', { people: 10, peopleUnserved: 10 }),
  ];
  expect(ids(filterHamlets(hamlets, noFilter))).toEqual(['unserved', 'large', 'a', 'b']);
});

test('sums by district add hamlets and people, most people first', () => {
  const hamlets = [
    aHamlet('a', { people: 40 }),
    aHamlet('b', { people: 30, districtCode: '172', districtName: 'Huyện Phú Bình' }),
    aHamlet('c', { people: 60, districtCode: '172', districtName: 'Huyện Phú Bình' }),
  ];
  expect(sumByArea(hamlets, 'district')).toEqual([
    { code: '172', name: 'Huyện Phú Bình', hamlets: 2, people: 90 },
    { code: '167', name: 'Huyện Định Hóa', hamlets: 1, people: 40 },
  ]);
});
