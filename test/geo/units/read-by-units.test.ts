// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { area } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCommuneFacts } from '../../../data/build/facts.ts';
import { unitRegister } from '../../../data/build/unit-register.ts';
import { readCrosswalk, readProvinceFacts, readUnitFacts } from '../../../data/build/units-facts.ts';
import { earlierUnits, laterUnits } from '../../../src/geo/units/other-units.ts';
import { readByUnits } from '../../../src/geo/units/read-by-units.ts';
import { peopleOf } from '../../../src/model/hamlet.ts';
import { type AreaGeometry, type PackTables, tablesOf } from '../../../src/model/pack.ts';
import { builtInPack } from '../../support/built-in-pack.ts';

const shapesFile = '../shared/data/thai-nguyen/thai-nguyen-communes-2025.geojson';
const crosswalk = readCrosswalk();
const thaiNguyen = readProvinceFacts().find(({ code }) => code === '19')!;
const register = unitRegister(readUnitFacts(), thaiNguyen);
const communes2020 = readCommuneFacts().map(({ commune }) => commune);

const peopleByUnit = ({ hamlets }: PackTables) => {
  const sums = new Map<string, number>();
  for (const hamlet of hamlets) sums.set(hamlet.communeCode, (sums.get(hamlet.communeCode) ?? 0) + peopleOf(hamlet));
  return sums;
};
const total = (sums: Map<string, number>) => [...sums.values()].reduce((sum, n) => sum + n, 0);

let tables: PackTables;
let later: PackTables;
beforeAll(async () => {
  tables = tablesOf(await builtInPack());
  later = readByUnits(tables, laterUnits(tables, crosswalk, register));
});

describe('a pack of 2020 read by the units of 2025', () => {
  it('has 55 units where there were 178, in one province without districts', () => {
    expect(tables.communes.features).toHaveLength(178);
    expect(later.communes.features).toHaveLength(55);
    expect(later.manifest.vintage).toBe('2025');
    expect(later.districts.features.map(({ properties }) => properties)).toEqual([{ code: '19', name: 'Thái Nguyên' }]);
  });

  it('counts the same people, to the last one', () => {
    const before = peopleByUnit(tables);
    const after = peopleByUnit(later);
    expect(total(after)).toBe(total(before));
    expect(total(after)).toBe(1_286_751);
    for (const { properties } of later.communes.features)
      expect(after.get(properties.code)).toBe(properties.population);
  });

  it.each([
    ['05719', 'Sảng Mộc', ['05719']],
    ['05857', 'Phúc Thuận', ['05857', '05866', '05872']],
    ['05818', 'La Bằng', ['05803', '05815', '05818']],
    ['05605', 'Bình Thành', ['05599', '05605']],
  ])('traces %s %s to what it was made of', (code, name, parts) => {
    const unit = later.communes.features.find(({ properties }) => properties.code === code)!;
    const before = peopleByUnit(tables);
    expect(unit.properties.name).toBe(name);
    expect(peopleByUnit(later).get(code)).toBe(parts.reduce((sum, part) => sum + before.get(part)!, 0));
    const drawn = tables.communes.features.filter(({ properties }) => parts.includes(properties.code));
    expect(area(unit)).toBeCloseTo(
      drawn.reduce((sum, part) => sum + area(part), 0),
      -3,
    );
  });

  it('keeps the ground of the pilot communes and says how its shapes came about', () => {
    const pilots = later.areas.features.filter(({ properties }) => properties.purpose === 'pilot');
    expect(pilots.flatMap(({ properties }) => properties.communeCodes).sort()).toEqual([
      ...['05605', '05719', '05818', '05857'],
    ]);
    expect(later.manifest.provenance.communes).toMatchObject({ kind: 'derived' });
    expect(later.manifest.provenance.communes.note).toContain('joined from those of 2020');
  });

  it('refuses a commune of no vintage it knows', () => {
    const [first, ...rest] = tables.communes.features;
    const strange = { ...first, properties: { ...first.properties, code: '99999' } };
    const features = [strange, ...rest];
    expect(() =>
      laterUnits({ ...tables, communes: { type: 'FeatureCollection', features } }, crosswalk, register),
    ).toThrow('99999');
  });
});

describe('a pack of 2025 read by the communes of 2020', () => {
  it('finds back 178 communes, every place in one of its own unit, and the same people', () => {
    const back = readByUnits(later, earlierUnits(later, crosswalk, communes2020));
    expect(back.communes.features).toHaveLength(178);
    expect(total(peopleByUnit(back))).toBe(1_286_751);
    expect(
      back.hamlets.every((hamlet, h) => crosswalk.successors.get(hamlet.communeCode) === later.hamlets[h].communeCode),
    ).toBe(true);
    const right = back.hamlets.filter((hamlet, h) => hamlet.communeCode === tables.hamlets[h].communeCode).length;
    // the shapes derived are near those the hamlets were made in
    expect(right / back.hamlets.length).toBeGreaterThan(0.8);
  });

  it('keeps a unit whose predecessors are in no register', () => {
    const some = communes2020.filter(({ code }) => crosswalk.successors.get(code) !== '05719');
    const back = readByUnits(later, earlierUnits(later, crosswalk, some));
    expect(back.communes.features).toHaveLength(178);
    expect(back.communes.features.at(-1)?.properties).toMatchObject({ code: '05719', vintage: '2025' });
    expect(total(peopleByUnit(back))).toBe(1_286_751);
  });

  it.skipIf(!existsSync(shapesFile))('draws 178 communes inside the real units with the areas of the register', () => {
    const { features } = JSON.parse(readFileSync(shapesFile, 'utf8')) as FeatureCollection<
      AreaGeometry,
      { gso_code: string }
    >;
    const shapes = new Map(features.map(({ properties, geometry }) => [properties.gso_code, geometry]));
    const real = readByUnits(tables, laterUnits(tables, crosswalk, register, shapes));
    expect(real.manifest.provenance.communes.note).toContain('list of predecessors');
    const back = readByUnits(real, earlierUnits(real, crosswalk, communes2020));
    expect(back.communes.features).toHaveLength(178);
    const off = back.communes.features
      .map((commune) => Math.abs(area(commune) / 1e6 / commune.properties.areaKm2 - 1))
      .sort((a, b) => a - b);
    // units trade pieces with their neighbours beside the list: few are off by more
    expect(off[Math.floor(0.9 * off.length)]).toBeLessThan(0.1);
  });
});
