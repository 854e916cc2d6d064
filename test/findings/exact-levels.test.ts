import { describe, expect, it } from 'vitest';
import { defaultServiceSettings, emptyServiceResult } from '../../src/coverage/service/service-types.ts';
import { sumAreas } from '../../src/findings/area-sums.ts';
import { findHamlets } from '../../src/findings/hamlet-findings.ts';
import type { Pack, PackManifest } from '../../src/model/pack.ts';
import { aHamlet, aPack, aSite } from '../files/pack/small-pack.ts';

const draft = aPack({ sites: [aSite()], hamlets: [aHamlet()] });
const pack = { ...draft, manifest: { ...draft.manifest, files: [] } as PackManifest } as Pack;
const settings = { ...defaultServiceSettings, thresholdDbm: -110 };
const operators = pack.facts.operators.map(({ id }) => id);
const points = 1 + pack.hamlets[0].clusters.length;

/** There is terrain at every point. */
const everywhere = new Uint8Array(points);

/** Service with one level everywhere for each operator. */
const levels = (...dbm: readonly number[]) => {
  const service = emptyServiceResult(operators, points);
  service.levelDbm.forEach((_, entry) => {
    service.levelDbm[entry] = dbm[entry % operators.length] ?? Number.NaN;
  });
  return service;
};

describe('what is found of service', () => {
  it('is decided on exact levels, by operator as for all: 2 thousandths below the threshold is not served', () => {
    const service = levels(-110.002);
    const hamlets = findHamlets(pack, service, settings, everywhere);
    const { province } = sumAreas(pack, hamlets);
    const people = pack.hamlets[0].clusters.reduce((sum, cluster) => sum + cluster.people, 0);
    expect(hamlets[0].operators[0].levelDbm).toBe(-110);
    expect(hamlets[0].operators[0].status).toBe('none');
    expect(province.any.peopleUnserved).toBe(people);
    expect(province.byOperator[operators[0]].peopleUnserved).toBe(people);
  });

  it('names a band that the facts do not have', () => {
    const [site] = pack.sites;
    const [tenant] = site.tenants;
    const foreign = {
      ...site,
      tenants: [{ ...tenant, cells: tenant.cells.map((cell) => ({ ...cell, band: '3500' })) }],
    };
    const service = levels(-80);
    service.site.fill(0);
    service.cell.fill(0);
    expect(() => findHamlets({ ...pack, sites: [foreign] }, service, settings, everywhere)).toThrow(/band '3500'/);
  });
});
