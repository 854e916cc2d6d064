import { expect, test } from 'vitest';
import type { StatusCount } from '../../src/findings/findings.ts';
import { communeAreas, hamletPoints, mergeLines, outsideOf, placeLabels, sitePoints } from '../../src/map/data.ts';
import type { Pack } from '../../src/model/pack.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';
import { aHamletFinding, aService, someFindings } from './some-findings.ts';

const packOf = (change: Parameters<typeof aPack>[0] = {}): Pack => aPack(change) as Pack;

test('a hamlet is pending before a run', () => {
  const [hamlet] = hamletPoints(packOf(), null, null, null).features;
  expect(hamlet.properties).toEqual({ id: 'H-05431-01', name: 'Xóm Đình', status: 'pending' });
  expect(hamlet.geometry.coordinates).toEqual([105.82, 21.62]);
});

test('a hamlet takes the class of the operator asked for', () => {
  const findings = someFindings({ hamlets: [aHamletFinding({ operators: [aService({ status: 'none' })] })] });
  const statusFor = (operator: string | null) =>
    hamletPoints(packOf(), findings, operator, null).features[0].properties.status;
  expect(statusFor(null)).toBe('served');
  expect(statusFor('viettel')).toBe('none');
});

test('only the hamlets asked for are drawn', () => {
  const pack = packOf({ hamlets: [aHamlet(), aHamlet({ id: 'H-2' })] });
  const drawn = hamletPoints(pack, null, null, new Set(['H-2'])).features;
  expect(drawn.map(({ properties }) => properties.id)).toEqual(['H-2']);
});

test.each([
  [1, 'site-1'],
  [2, 'site-2'],
  [3, 'site-3'],
  [4, 'site-3'],
])('a site with %i tenants has the mark %s', (count, icon) => {
  const [tenant] = aSite().tenants;
  const tenants = Array.from({ length: count }, () => tenant);
  const [site] = sitePoints(packOf({ sites: [aSite({ tenants })] })).features;
  expect(site.properties).toEqual({ id: 'TN-0001', tenants: count, icon });
});

test('a commune carries the share of its people without signal, by the operator asked for', () => {
  const count = (peopleUnserved: number): StatusCount =>
    ({ peopleUnserved, unservedShare: peopleUnserved / 200 }) as StatusCount;
  const findings = someFindings({
    communes: [{ code: '05431', people: 200, any: count(10), byOperator: { viettel: count(50) } }],
  });
  const shares = (operator: string | null) =>
    communeAreas(packOf(), findings, operator).features.map(({ properties }) => properties.share);
  expect(shares(null)).toEqual([0.05, 0]);
  expect(shares('viettel')).toEqual([0.25, 0]);
});

test('a commune of which nothing is known has no share, and is drawn as neither', () => {
  const unknown = { peopleUnserved: null, unservedShare: null } as StatusCount;
  const findings = someFindings({ communes: [{ code: '05431', people: 200, any: unknown, byOperator: {} }] });
  expect(communeAreas(packOf(), findings, null).features[0].properties.share).toBeNull();
});

test('a commune without people has no share rather than none at all', () => {
  const findings = someFindings({
    communes: [{ code: '05431', people: 0, any: { peopleUnserved: 0 } as StatusCount, byOperator: {} }],
  });
  expect(communeAreas(packOf(), findings, null).features[0].properties.share).toBe(0);
});

test('a district is named at the mean of its communes', () => {
  const labels = placeLabels(packOf()).features;
  const [district] = labels.filter(({ properties }) => properties.level === 'district');
  expect(district.properties.name).toBe('Thành phố Thái Nguyên');
  expect(district.geometry.coordinates[0]).toBeCloseTo(105.85);
  expect(labels.filter(({ properties }) => properties.level === 'commune')).toHaveLength(2);
});

test('a merge is a line from the moved mast to its host, and a point between them', () => {
  const pack = packOf({ sites: [aSite(), aSite({ id: 'TN-0002', position: [105.84, 21.63] })] });
  const findings = someFindings({ chosen: [{ hostId: 'TN-0001', donorId: 'TN-0002' }] });
  const [line, middle] = mergeLines(pack, findings).features;
  expect(line.geometry.coordinates).toEqual([
    [105.84, 21.63],
    [105.83, 21.63],
  ]);
  expect(middle.geometry.coordinates).toEqual([expect.closeTo(105.835), 21.63]);
});

test('what lies outside is the world with a hole for each part of the province', () => {
  const { province } = packOf();
  const { geometry } = outsideOf(province);
  expect(geometry.coordinates).toHaveLength(2);
  expect(geometry.coordinates[1]).toEqual(
    province.features[0].geometry.type === 'Polygon' && province.features[0].geometry.coordinates[0],
  );
});
