// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { waitFor } from '@testing-library/dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Pack } from '../../../src/model/pack.ts';
import { operations } from '../../../src/study/operations/index.ts';
import { openStudy } from '../../../src/study/study.ts';
import { commit, lookup, opened, shownPack, study } from '../../../src/ui/app-state/study.ts';
import {
  filter,
  forgetPlaces,
  select,
  selection,
  setFilter,
  sheetTab,
  unitsAsked,
} from '../../../src/ui/app-state/view.ts';
import { followUnits, UnitsSwitch } from '../../../src/ui/units/index.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';
import { shows } from '../rendered.tsx';

// a page has no folder of facts: it carries their texts
vi.mock('../../../data/build/fact-files.ts', () => ({
  factText: (name: string) => readFileSync(`data/facts/${name}`, 'utf8'),
}));

const opens = (pack: Pack = aPackWith([aSite()], [aHamlet({ id: 'H-1', hasFibre: false })])) => {
  study.value = openStudy({ pack, checksum: `${pack.manifest.vintage}${pack.communes.features.length}` });
};
const vintages = () => [opened.value?.pack.manifest.vintage, shownPack.value?.manifest.vintage];
/** The first time units are read, what reads them has to be fetched. */
const patience = { timeout: 60_000 };
const isTold = (vintage: string) => waitFor(() => expect(shownPack.value?.manifest.vintage).toBe(vintage), patience);

let stop = (): void => {};
beforeEach(() => {
  opens();
  forgetPlaces();
  stop = followUnits();
});
afterEach(() => stop());

test('everything is told by the units of 2025, and back; what is computed from stays', async () => {
  const { screen, user } = shows(<UnitsSwitch />);
  expect(screen.getByRole('button', { name: '2020', pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '2025' }));
  await isTold('2025');
  expect(vintages()).toEqual(['2020', '2025']);
  expect(shownPack.value?.communes.features.map(({ properties }) => properties.name)).toEqual(['Quan Triều']);
  expect(lookup.value?.hamlet('H-1')?.communeCode).toBe('05482');
  expect(opened.value?.pack.hamlets[0].communeCode).toBe('05431');
  await screen.findByText(/ghép từ các xã năm 2020/, {}, patience);

  commit((of) => operations.setFibre(of, { id: 'H-1', hasFibre: true }));
  expect(lookup.value?.hamlet('H-1')).toMatchObject({ communeCode: '05482', hasFibre: true });

  await user.click(screen.getByRole('button', { name: '2020' }));
  await isTold('2020');
  expect(lookup.value?.hamlet('H-1')).toMatchObject({ communeCode: '05431', hasFibre: true });
});

test('a commune that is selected and filtered by goes on as the unit it became', async () => {
  const { screen, user } = shows(<UnitsSwitch />);
  select({ kind: 'commune', id: '05434' });
  setFilter({ district: '164', commune: '05431' });
  await user.click(screen.getByRole('button', { name: '2025' }));
  await isTold('2025');
  expect(selection.value).toEqual({ kind: 'commune', id: '05482' });
  expect(filter.value).toMatchObject({ district: null, commune: '05482' });
  // of two communes neither is meant
  await user.click(screen.getByRole('button', { name: '2020' }));
  expect([selection.value, filter.value.commune, sheetTab.value]).toEqual([null, null, 'task']);
});

test('an address brings codes of the units it asks for', async () => {
  shows(<UnitsSwitch />);
  selection.value = { kind: 'commune', id: '05482' };
  unitsAsked.value = '2025';
  await isTold('2025');
  expect(selection.value).toEqual({ kind: 'commune', id: '05482' });
});

test('of communes that are in no list it says so, and stays with them', async () => {
  const pack = aPackWith([aSite()]);
  const [west, ...others] = pack.communes.features;
  const strange = { ...west, properties: { ...west.properties, code: '99999' } };
  opens({ ...pack, communes: { ...pack.communes, features: [strange, strange, ...others] } });
  const { screen, user } = shows(<UnitsSwitch />);
  await user.click(screen.getByRole('button', { name: '2025' }));
  await screen.findByText(/Không rõ đơn vị năm 2020/, {}, patience);
  expect(screen.getByRole('button', { name: '2025' }).hasAttribute('disabled')).toBe(true);
  expect(vintages()).toEqual(['2020', '2020']);
});

test('where units are of no vintage of Vietnam there is nothing to choose', () => {
  const pack = aPackWith([aSite()]);
  opens({ ...pack, manifest: { ...pack.manifest, vintage: '2026' } });
  const { screen } = shows(<UnitsSwitch />);
  expect(screen.queryByRole('button')).toBeNull();
});
