import { expect, test } from 'vitest';
import { noFilter } from '../../../src/findings/hamlet-filter.ts';
import { type Address, readAddress, writeAddress } from '../../../src/ui/app-state/address.ts';
import { fc } from '../../support/fast-check.ts';

const anAddress = (change: Partial<Address> = {}): Address => ({
  task: 'overview',
  position: null,
  selection: null,
  filter: noFilter,
  units: null,
  ...change,
});

test('an empty address is the overview with nothing chosen', () => {
  expect(readAddress('')).toEqual(anAddress());
});

test('the address reads as words', () => {
  const address = anAddress({
    task: 'gaps',
    position: { lon: 105.834567891, lat: 21.594, zoom: 11.256 },
    selection: { kind: 'hamlet', id: '05605-003' },
    filter: { ...noFilter, district: '167', statuses: ['none', 'partial'], withoutFibre: true },
    units: '2025',
  });
  expect(writeAddress(address)).toBe(
    '#gaps?at=105.83457,21.594,11.26&select=hamlet:05605-003&units=2025&district=167&status=none,hole&fibre=none',
  );
});

test('what is written is read back', () => {
  const id = fc.string({ minLength: 1, maxLength: 20 });
  const selection = fc.record({ kind: fc.constantFrom('commune', 'hamlet', 'site'), id });
  fc.assert(
    fc.property(
      fc.constantFrom('overview', 'gaps', 'sharing'),
      fc.option(selection),
      fc.option(id),
      fc.option(id),
      fc.subarray(['none', 'partial', 'served'] as const),
      fc.boolean(),
      fc.constantFrom('2020', '2025', null),
      (task, chosen, district, operator, statuses, withoutFibre, units) => {
        const filter = { ...noFilter, district, operator, statuses, withoutFibre };
        const address = { task, position: null, selection: chosen, filter, units } as Address;
        expect(readAddress(writeAddress(address))).toEqual(address);
      },
    ),
  );
});

test.each([
  ['#nowhere', 'overview'],
  ['#gaps?at=400,21,9', 'gaps'],
  ['#gaps?at=x,y,z', 'gaps'],
  ['#gaps?select=planet:3', 'gaps'],
  ['#gaps?status=lost', 'gaps'],
  ['#gaps?units=2019', 'gaps'],
])('%s falls back to defaults', (hash, task) => {
  expect(readAddress(hash)).toEqual(anAddress({ task: task as Address['task'] }));
});
