import { describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { buildFindings } from '../../src/findings/build-findings.ts';
import type { Findings, HamletRemedy } from '../../src/findings/findings.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { aHamlet, aPack } from '../files/pack/small-pack.ts';

const { indicators, parameters } = readFacts();

/** Two hamlets of a pilot commune: one that lacks nothing, one without fibre. */
const pack = (() => {
  const draft = aPack({
    hamlets: [
      aHamlet({ id: 'H-1', centre: [105.832, 21.634], clusters: [{ position: [105.833, 21.635], people: 300 }] }),
      aHamlet({
        id: 'H-2',
        centre: [105.832, 21.633],
        clusters: [{ position: [105.833, 21.634], people: 200 }],
        hasFibre: false,
      }),
    ],
  });
  const [area] = draft.areas.features;
  const pilot = { ...area, properties: { ...area.properties, purpose: 'pilot' as const, communeCodes: ['05431'] } };
  return {
    ...draft,
    areas: { ...draft.areas, features: [pilot] },
    facts: { ...draft.facts, indicators, parameters },
    manifest: { ...draft.manifest, files: [] } as PackManifest,
  } as Pack;
})();

const { service, findings } = await runStudy({ pack, checksum: 'c'.repeat(64) });
const { sharing } = findings;
const settings = defaultServiceSettings;
const findingsWith = (change: { remedies?: HamletRemedy[]; technology?: '5G' }): Findings =>
  buildFindings({
    pack,
    checksum: 'c',
    appVersion: '0',
    service,
    settings: { ...settings, ...(change.technology && { technology: change.technology }) },
    outsideDem: new Uint8Array(service.levelDbm.length),
    sharing,
    remedies: change.remedies ?? [],
  });
const promise = ({ promises }: Findings, id: string) => promises.find((row) => row.id === id);

const fibreRemedy: HamletRemedy = {
  hamletId: 'H-2',
  gap: 'fibre',
  means: 'fibre',
  operator: null,
  siteId: null,
  lengthKm: 2,
  peopleServed: 200,
  costVnd: { low: 1e8, central: 2e8, high: 3e8 },
};

describe('the targets board', () => {
  it('has every promise of the article, each with a figure or the list that is needed', () => {
    expect(findings.promises.map(({ id }) => id)).toEqual([
      'signal-for-all',
      'fibre-in-hamlets',
      'sharing',
      'five-g',
      'postal-points',
      'local-radio',
      'poor-homes',
      'it-zone',
    ]);
    for (const { id, found, needs, source, due, basis } of findings.promises) {
      expect(found === null, id).toBe(needs !== null);
      expect(basis === 'unknown', id).toBe(found === null);
      expect(source, id).not.toBe('');
      expect(due, id).toMatch(/^20\d\d/);
    }
  });

  it('counts people, hamlets and sites as the rest of the findings does', () => {
    expect(promise(findings, 'signal-for-all')).toMatchObject({
      stated: 1,
      found: 1 - findings.province.any.unservedShare!,
      basis: 'computed',
    });
    expect(promise(findings, 'fibre-in-hamlets')).toMatchObject({
      stated: 0.94,
      found: 0.5,
      after: null,
      afterBy: null,
    });
    expect(promise(findings, 'sharing')).toMatchObject({ found: sharing.today.d1, after: sharing.after.d1 });
    expect(promise(findings, 'five-g')).toMatchObject({ stated: 2, found: 0, due: '2021' });
  });

  it('says what a plan makes of a figure', () => {
    const planned = findingsWith({ remedies: [fibreRemedy] });
    expect(promise(planned, 'fibre-in-hamlets')).toMatchObject({ found: 0.5, after: 1, afterBy: 'rollout' });
    // nothing within the rules closes it: that is no plan
    const without = findingsWith({ remedies: [{ ...fibreRemedy, means: 'none', costVnd: null }] });
    expect(promise(without, 'fibre-in-hamlets')).toMatchObject({ after: null });
  });

  it('sets official figures beside with their dates, and takes none of 5G for 4G', () => {
    expect(promise(findings, 'signal-for-all')?.reported).toMatchObject([
      { value: 11, unit: 'hamlets', date: '2023' },
      { value: 0.996, unit: 'share', date: '2024-12' },
    ]);
    expect(promise(findings, 'fibre-in-hamlets')?.reported).toMatchObject([{ value: 1, date: '2024-12' }]);
    expect(promise(findingsWith({ technology: '5G' }), 'signal-for-all')).toMatchObject({
      found: null,
      needs: 'run-of-4g',
    });
  });
});

describe('the page of the pilot communes', () => {
  it('tells hamlet by hamlet what is missing, and that nothing is planned', () => {
    const [fibre, nothing] = findings.pilotHamlets;
    expect(findings.pilotHamlets).toHaveLength(2);
    expect(fibre).toMatchObject({ hamletId: 'H-2', gap: 'fibre', remedy: null, order: 1 });
    expect(nothing).toMatchObject({ hamletId: 'H-1', gap: null, remedy: null, order: null });
  });

  it('has the remedy with its price where there is one', () => {
    expect(findingsWith({ remedies: [fibreRemedy] }).pilotHamlets[0].remedy).toEqual(fibreRemedy);
  });
});
