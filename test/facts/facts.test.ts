import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readAreaFacts, readCommuneFacts, readFacts, readNeighbours } from '../../data/build/facts.ts';
import { readCrosswalk, readProvinceFacts, readUnitFacts } from '../../data/build/units-facts.ts';
import { predecessorsOf } from '../../src/model/crosswalk.ts';

const communes = readCommuneFacts();
const facts = readFacts();

describe('the facts', () => {
  it('have the 178 communes of 2020 with distinct codes and names in NFC', () => {
    expect(communes).toHaveLength(178);
    expect(new Set(communes.map(({ commune }) => commune.code)).size).toBe(178);
    for (const { commune } of communes) expect(commune.name).toBe(commune.name.normalize('NFC'));
  });

  it('count the census of 2019 and the official area', () => {
    expect(communes.reduce((sum, { commune }) => sum + commune.population, 0)).toBe(1_286_751);
    expect(communes.reduce((sum, { commune }) => sum + commune.areaKm2, 0)).toBeCloseTo(3521.5, 0);
  });

  it('hold the four pilot communes by code', () => {
    const pilots = readAreaFacts().filter((area) => area.purpose === 'pilot');
    expect(pilots.flatMap((area) => area.communeCodes).sort()).toEqual(['05605', '05719', '05815', '05866']);
  });

  it('lead 178 communes of 2020 to 55 units of 2025, each whole to one', () => {
    const crosswalk = readCrosswalk();
    const units = new Map(readUnitFacts().map((unit) => [unit.code, unit]));
    const predecessors = predecessorsOf(crosswalk);
    expect([...crosswalk.successors.keys()].sort()).toEqual(communes.map(({ commune }) => commune.code).sort());
    expect(predecessors.size).toBe(55);
    expect([...predecessors.keys()].every((code) => units.get(code)?.formerProvince === 'Thái Nguyên')).toBe(true);
    expect(units.size).toBe(92);
    // of the pilot communes one stayed as it was; one has another code under its old name
    expect(predecessors.get('05719')).toEqual(['05719']);
    expect(predecessors.get('05857')).toEqual(['05857', '05866', '05872']);
    expect(predecessors.get('05818')).toEqual(['05803', '05815', '05818']);
    expect(predecessors.get('05605')).toEqual(['05599', '05605']);
    expect(['05719', '05857', '05818', '05605'].map((code) => units.get(code)?.name)).toEqual([
      'Sảng Mộc',
      'Phúc Thuận',
      'La Bằng',
      'Bình Thành',
    ]);
  });

  it('have the 34 provinces of July 2025', () => {
    const provinces = readProvinceFacts();
    expect(provinces).toHaveLength(34);
    expect(provinces.find(({ code }) => code === '19')).toMatchObject({
      name: 'Tỉnh Thái Nguyên',
      folder: '19_thai_nguyen',
    });
  });

  it.each([
    ['communes', communes],
    ['neighbours', readNeighbours()],
    ['areas', readAreaFacts()],
    ['indicators', facts.indicators],
    ['parameters', facts.parameters],
    ['operators', facts.operators],
    ['bands', facts.bands],
    ['antennas', facts.antennas],
    ['units of 2025', readUnitFacts()],
    ['provinces of 2025', readProvinceFacts()],
  ])('name a source in every row of %s', (_, rows) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.source.trim().length).toBeGreaterThan(3);
  });

  it('name only known operators as holders of a band', () => {
    const known = facts.operators.map((operator) => operator.id);
    for (const band of facts.bands) for (const holding of band.holdings) expect(known).toContain(holding.operator);
  });
});

const shared = '../shared/data/thai-nguyen/communes-2020.csv';
describe.skipIf(!existsSync(shared))(`the facts beside ${shared} (skipped where it is absent)`, () => {
  it('agree with it figure by figure', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(shared, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const byCode = new Map(communes.map(({ commune }) => [commune.code, commune]));
    expect(rows.data).toHaveLength(178);
    for (const row of rows.data) {
      const commune = byCode.get(row.gso_code)!;
      expect(commune.name).toBe(row.name_vi);
      expect(commune.population).toBe(Number(row.population));
      expect(commune.households).toBe(Number(row.households));
      expect(commune.areaKm2).toBe(Number(row.area_km2));
      expect(commune.point).toEqual([Number(row.lon), Number(row.lat)]);
      expect(commune.districtCode).toBe(row.district_code);
    }
  });
});
