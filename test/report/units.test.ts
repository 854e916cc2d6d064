import { describe, expect, test } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { otherUnitsOf } from '../../data/build/other-units.ts';
import { toldByUnits } from '../../src/findings/by-units.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import { composeReport } from '../../src/report/document/compose.ts';
import { findingsFiles } from '../../src/report/files/findings-files.ts';
import { geojsonFiles } from '../../src/report/files/geojson-files.ts';
import { dayOf, defaultLetterhead } from '../../src/report/letterhead.ts';
import { contextOf, placesOf, type ReportContext } from '../../src/report/report-input.ts';
import { allTables } from '../../src/report/tables/all-tables.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

/** A study of two communes that went into one unit, told by its own units and by those of 2025. */
const reports = async (): Promise<[own: ReportContext, told: ReportContext]> => {
  const east = aHamlet({
    id: 'H-05434-01',
    communeCode: '05434',
    centre: [105.87, 21.62],
    hasFibre: false,
    clusters: [{ position: [105.89, 21.61], people: 77 }],
  });
  const draft = aPack({ hamlets: [aHamlet(), east], sites: [aSite()] });
  const facts = { ...draft.facts, parameters: readFacts().parameters };
  const pack = { ...draft, facts, manifest: { ...draft.manifest, files: [] } as PackManifest } as Pack;
  const { findings } = await runStudy({ pack, checksum: 'c'.repeat(64) });
  const units = otherUnitsOf(pack, '2025')!;
  const told = toldByUnits(pack, findings, units);
  const input = { language: 'en' as const, scenario: null, rasters: [], communeSheets: true };
  const context = (of: Pack, found: typeof findings) => {
    const letterhead = defaultLetterhead('vi', 'Thái Nguyên', dayOf(of.manifest));
    return contextOf({ ...input, findings: found, places: placesOf(of), letterhead });
  };
  return Promise.all([context(pack, findings), context(told.pack, told.findings)]);
};

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('one study reported by the units of 2020 and of 2025', async () => {
  const [own, told] = await reports();

  test('has the same totals in every table', () => {
    const totals = (of: ReportContext) =>
      new Map(
        allTables(of).flatMap(({ id, columns, total }) =>
          (total ?? []).map((cell, c): [string, unknown] => [`${id} ${columns[c].id}`, cell]),
        ),
      );
    const [before, after] = [totals(own), totals(told)];
    expect(after.get('communes people')).toBe(389);
    for (const [name, cell] of after) expect([name, cell]).toEqual([name, before.get(name)]);
  });

  test('has no districts where there are none', () => {
    const withDistricts = (of: ReportContext) =>
      allTables(of).flatMap(({ id, columns }) =>
        id === 'districts' || columns.some((column) => column.id === 'district') ? [id] : [],
      );
    expect(withDistricts(own)).toEqual(['districts', 'communes', 'gaps', 'withoutFibre', 'hamlets', 'sites']);
    expect(withDistricts(told)).toEqual([]);
    expect(text(findingsFiles(own.findings).get('hamlets.csv'))).toContain(',district,');
    expect(text(findingsFiles(told.findings).get('hamlets.csv'))).not.toContain('district');
    expect(text(findingsFiles(told.findings).get('hamlets.geojson'))).not.toContain('district');
    expect(text(geojsonFiles(told).get('communes.geojson'))).not.toContain('district');
  });

  test('says by which units it is told, and is issued by the office of their time', () => {
    const [before, after] = [own, told].map((of) => JSON.stringify(composeReport(of)));
    const note = 'told by the administrative units of 2025, joined from the communes of 2020';
    expect(before).not.toContain(note);
    expect(after).toContain(note);
    expect([before.includes('… / … / 2020'), after.includes('… / … / 2025')]).toEqual([true, true]);
    expect(before).toContain('2 communes in 1 districts');
    expect(after).toContain('1 communes, without districts');
    expect(own.letterhead.office).toBe('Sở Thông tin và Truyền thông');
    expect(told.letterhead.office).toBe('Sở Khoa học và Công nghệ');
  });
});
