import { expect, test } from 'vitest';
import { selectionFeatures } from '../../src/map/selection-data.ts';
import type { Pack } from '../../src/model/pack.ts';
import { aPack } from '../files/pack/small-pack.ts';
import { aHamletFinding, aService, someFindings } from './some-findings.ts';

const pack = aPack() as Pack;
const roles = (...args: Parameters<typeof selectionFeatures>) =>
  selectionFeatures(...args).features.map(({ properties }) => properties);
const hamlet = { kind: 'hamlet', id: 'H-05431-01' } as const;

test('nothing selected marks nothing', () => {
  expect(roles(pack, null, null)).toEqual([]);
});

test('a commune is marked by its outline, a site by its point', () => {
  expect(roles(pack, null, { kind: 'commune', id: '05434' })).toEqual([{ role: 'area' }]);
  expect(roles(pack, null, { kind: 'site', id: 'TN-0001' })).toEqual([{ role: 'point' }]);
});

test('an area of interest is marked by its outline, any other position by a point', () => {
  const [area] = pack.areas.features;
  const [outline] = selectionFeatures(pack, null, { kind: 'area', id: area.properties.id }).features;
  expect(outline).toMatchObject({ geometry: area.geometry, properties: { role: 'area' } });
  const [point] = selectionFeatures(pack, null, { kind: 'point', id: '105.8,21.6' }).features;
  expect(point).toMatchObject({ geometry: { coordinates: [105.8, 21.6] }, properties: { role: 'point' } });
  expect(roles(pack, null, { kind: 'point', id: 'nowhere' })).toEqual([]);
});

test('a mast that can be dragged has a handle, and a line from where it stood once it is away', () => {
  const site = { kind: 'site', id: 'TN-0001' } as const;
  const from = [105.8, 21.6] as const;
  expect(roles(pack, null, site, { at: from, from })).toEqual([{ role: 'point' }, { role: 'handle' }]);
  const [link, point] = selectionFeatures(pack, null, site, { at: [105.81, 21.61], from }).features;
  expect(link.properties).toEqual({ role: 'link' });
  expect(point.geometry).toMatchObject({ coordinates: [105.81, 21.61] });
});

test('a hamlet before a run shows its clusters, of which nothing is known', () => {
  expect(roles(pack, null, hamlet)).toEqual([{ role: 'cluster' }, { role: 'point' }]);
});

test('a served hamlet is linked to its serving site', () => {
  const findings = someFindings({ hamlets: [aHamletFinding()] });
  const [link, cluster] = selectionFeatures(pack, findings, hamlet).features;
  expect(link.properties).toEqual({ role: 'link' });
  expect(link.geometry).toMatchObject({
    coordinates: [
      [105.82, 21.62],
      [105.83, 21.63],
    ],
  });
  expect(cluster.properties).toEqual({ role: 'cluster', reached: true });
});

test('a hamlet out of reach has no link, and its cluster is marked as out of reach', () => {
  const operators = [
    aService({ status: 'none', clusterLevelDbm: [-111] }),
    aService({ clusterLevelDbm: [null], siteId: null }),
  ];
  const findings = someFindings({ hamlets: [aHamletFinding({ operators })] });
  expect(roles(pack, findings, hamlet)).toEqual([{ role: 'cluster', reached: false }, { role: 'point' }]);
});

test('an id that is not in the pack marks nothing', () => {
  expect(roles(pack, null, { kind: 'hamlet', id: 'gone' })).toEqual([]);
});
