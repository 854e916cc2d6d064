import { describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { unitRegister } from '../../data/build/unit-register.ts';
import { readCrosswalk, readProvinceFacts, readUnitFacts } from '../../data/build/units-facts.ts';
import { findingsByUnits } from '../../src/findings/by-units.ts';
import { laterUnits } from '../../src/geo/units/other-units.ts';
import { readByUnits } from '../../src/geo/units/read-by-units.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

const province = readProvinceFacts().find(({ code }) => code === '19')!;

describe('findings told by the units of 2025', () => {
  it('have the sums of the communes of 2020 that went into each', async () => {
    const east = aHamlet({
      id: 'H-05434-01',
      communeCode: '05434',
      centre: [105.87, 21.62],
      clusters: [{ position: [105.89, 21.61], people: 77 }],
    });
    const draft = aPack({ hamlets: [aHamlet(), east], sites: [aSite()] });
    const facts = { ...draft.facts, parameters: readFacts().parameters };
    const pack = { ...draft, facts, manifest: { ...draft.manifest, files: [] } as PackManifest } as Pack;
    const { findings } = await runStudy({ pack, checksum: 'c'.repeat(64) });
    const units = laterUnits(pack, readCrosswalk(), unitRegister(readUnitFacts(), province));
    const told = findingsByUnits(findings, readByUnits(pack, units), units);

    expect(findings.communes.map(({ code }) => code)).toEqual(['05431', '05434']);
    expect(told.communes).toHaveLength(1);
    const [unit] = told.communes;
    expect(unit).toMatchObject({ code: '05482', name: 'Quan Triều', parent: '19', hamlets: 2, people: 389, sites: 1 });
    const sum = (of: (row: (typeof findings.communes)[number]) => number | null) =>
      findings.communes.reduce((total, row) => total + of(row)!, 0);
    expect(unit.any.peopleUnserved).toBe(sum((row) => row.any.peopleUnserved));
    expect(unit.byOperator.viettel.peopleUnserved).toBe(sum((row) => row.byOperator.viettel.peopleUnserved));
    expect(unit.withoutFibre.households).toBe(sum((row) => row.withoutFibre.households));
    expect(told.districts).toEqual([]);
    expect([told.province, told.interests]).toEqual([findings.province, findings.interests]);
    expect(told.hamlets.map(({ communeName, districtName }) => [communeName, districtName])).toEqual([
      ['Quan Triều', 'Thái Nguyên'],
      ['Quan Triều', 'Thái Nguyên'],
    ]);
    expect(told.hamlets.map(({ status, bestLevelDbm }) => [status, bestLevelDbm])).toEqual(
      findings.hamlets.map(({ status, bestLevelDbm }) => [status, bestLevelDbm]),
    );
    expect(told.pack.vintage).toBe('2025');
    expect(told.pack.provenance.communes.note).toContain('joined from those of 2020');
  });
});
