// @module-tag slow
import { beforeAll, expect, test } from 'vitest';
import { otherUnitsOf } from '../../data/build/other-units.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { findingsByUnits } from '../../src/findings/by-units.ts';
import type { AreaRow, Findings } from '../../src/findings/findings.ts';
import { readByUnits } from '../../src/geo/units/read-by-units.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { builtInPack } from '../support/built-in-pack.ts';

/** The pilot communes' successors and what they were made of, by the list of Nghị quyết 1683/NQ-UBTVQH15. */
const traced = [
  ['05719', 'Sảng Mộc', ['05719']],
  ['05857', 'Phúc Thuận', ['05857', '05866', '05872']],
  ['05818', 'La Bằng', ['05803', '05815', '05818']],
  ['05605', 'Bình Thành', ['05599', '05605']],
] as const;

let own: Findings;
let told: Findings;
beforeAll(async () => {
  const whole = await builtInPack();
  const parts: readonly string[] = traced.flatMap(([, , codes]) => codes);
  const first =
    <T extends { communeCode: string }>(those: readonly T[]) =>
    (one: T) =>
      those.find(({ communeCode }) => communeCode === one.communeCode) === one;
  // a hamlet a commune and a site each of those traced: some are served and most are not, in little time
  const sites = whole.sites.filter(({ communeCode }) => parts.includes(communeCode));
  const pack = {
    ...whole,
    hamlets: whole.hamlets.filter((one) => parts.includes(one.communeCode) || first(whole.hamlets)(one)),
    sites: sites.filter(first(sites)),
  };
  const settings = { ...defaultServiceSettings, maxRadiusKm: 10 };
  own = (await runStudy({ pack, checksum: 'c'.repeat(64) }, { settings })).findings;
  const units = otherUnitsOf(pack, '2025')!;
  told = findingsByUnits(own, readByUnits(pack, units), units);
});

/** What rows add up to. */
const figuresOf = (rows: readonly AreaRow[]) => {
  const sum = (of: (row: AreaRow) => number | null) => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  return {
    hamlets: sum((row) => row.hamlets),
    people: sum((row) => row.people),
    households: sum((row) => row.households),
    sites: sum((row) => row.sites),
    sharedSites: sum((row) => row.sharedSites),
    served: sum((row) => row.any.hamlets.served),
    partial: sum((row) => row.any.hamlets.partial),
    none: sum((row) => row.any.hamlets.none),
    unserved: sum((row) => row.any.peopleUnserved),
    byOperator: Object.keys(rows[0].byOperator).map((id) => sum((row) => row.byOperator[id].peopleUnserved)),
    withoutFibre: sum((row) => row.withoutFibre.people),
  };
};

test('178 communes are 55 units with the same sums, and those of the province', () => {
  expect([own.communes.length, own.districts.length]).toEqual([178, 9]);
  expect([told.communes.length, told.districts.length]).toEqual([55, 0]);
  expect(figuresOf(told.communes)).toEqual(figuresOf(own.communes));
  expect(figuresOf(told.communes)).toEqual(figuresOf([told.province]));
  expect(told.province).toEqual(own.province);
});

test.each(traced)('%s %s has the figures of what it was made of', (code, name, parts) => {
  const row = told.communes.find((one) => one.code === code)!;
  expect(row.name).toBe(name);
  expect(row.any.hamlets.served).toBeGreaterThan(0);
  expect(figuresOf([row])).toEqual(figuresOf(own.communes.filter((one) => parts.some((part) => part === one.code))));
  expect(told.pilots.find((one) => one.code === code)).toEqual({ ...row, kind: 'pilot' });
});

test('pilot hamlets are those of the units', () => {
  const codes = new Set(told.pilotHamlets.map(({ communeCode }) => communeCode));
  expect([...codes].sort()).toEqual(traced.map(([code]) => code).sort());
  const hamlets = new Set(told.pilotHamlets.map(({ hamletId }) => hamletId));
  expect(hamlets.size).toBe(told.pilots.reduce((sum, row) => sum + row.hamlets, 0));
});
