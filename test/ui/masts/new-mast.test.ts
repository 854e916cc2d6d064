import { expect, test } from 'vitest';
import { isRefusal } from '../../../src/study/moment.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { equipmentByOperator, newMast } from '../../../src/ui/masts/new-mast.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith, aStudy } from '../../study/a-study.ts';

const pack = aPackWith([aSite()], [aHamlet()]);
const equipment = equipmentByOperator(pack, '4G');
const able = [...equipment].flatMap(([operator, kit]) => (kit ? [operator] : []));
const wish = { position: aSite().position, structure: 'monopole', heightM: 30, operators: able.slice(0, 1) } as const;

test('a new mast carries what its operator builds elsewhere, in three sectors below its top', () => {
  const site = newMast(pack, wish, equipment);
  const [tenant] = site.tenants;
  expect(site.tenants).toHaveLength(1);
  expect(site.owner).toBe(tenant.operator);
  expect(tenant.antennaHeightM).toBeLessThan(30);
  expect(tenant.cells.map(({ azimuthDeg }) => azimuthDeg)).toEqual([0, 120, 240]);
  expect(new Set(tenant.cells.map(({ band }) => band))).toEqual(new Set([equipment.get(tenant.operator)?.band]));
});

test('the study takes it, and a second one at the same place has an id of its own', () => {
  const first = newMast(pack, wish, equipment);
  const outcome = operations.addSite(aStudy(), { site: first });
  expect(isRefusal(outcome)).toBe(false);
  const second = newMast({ sites: [...pack.sites, { ...first, communeCode: '' }] }, wish, equipment);
  expect(second.id).not.toBe(first.id);
});
