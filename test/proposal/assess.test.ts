import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../src/model/place.ts';
import type { Site } from '../../src/model/site.ts';
import { avoidedNewMastVnd } from '../../src/money/cases.ts';
import { moneyParameters } from '../../src/money/parameters.ts';
import { aHamlet } from '../files/pack/small-pack.ts';
import { aFile, aNetwork, aStandingSite, assessed, findingsOf } from './a-proposal.ts';

const near = { centre: [105.82, 21.62] as const, clusters: [{ position: [105.821, 21.621] as const, people: 312 }] };
const beyondRidge = aHamlet({
  id: 'H-2',
  name: 'Xóm Chùa',
  communeCode: '05434',
  centre: [105.88, 21.63],
  clusters: [
    { position: [105.881, 21.631], people: 150 },
    { position: [105.882, 21.629], people: 50 },
  ],
});
const hamlets = [aHamlet(near), beyondRidge];
const standing = aStandingSite('TN-0001', 'viettel', [105.83, 21.63]);
/** 300 m of ridge between the two hamlets: viettel reaches the west only. */
const network = aNetwork([standing], hamlets, 300);
/** A degree of longitude is 103.5 km at 21.63° N. */
const east = (metres: number): number => 105.83 + metres / 103_500;

describe('a proposed mast beside what stands', () => {
  test('an operator new to the place reaches people who have another: own gain, none for anyone', async () => {
    const { files } = await assessed(network, aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [105.815, 21.63])));
    const [{ gain, overlap, reachedPeople }] = files[0].proposedSites;
    expect(gain.own).toEqual({ people: 312, hamletsServed: 1, hamletsReached: 1 });
    expect(gain.any.people).toBe(0);
    expect({ reachedPeople, overlap }).toEqual({ reachedPeople: 312, overlap: { own: 0, any: 312 } });
  });

  test('its gain is what a whole new run with it on the pack finds', async () => {
    const mast = aStandingSite('P-1', 'viettel', [105.88, 21.64]);
    const { files } = await assessed(network, aFile('a.geojson', mast));
    const before = await findingsOf(network);
    const after = await findingsOf(aNetwork([standing, mast], hamlets, 300));
    const unserved = ({ province }: typeof before): number => province.byOperator.viettel.peopleUnserved!;
    const people = unserved(before) - unserved(after);
    expect(people).toBe(200);
    expect(files[0].proposedSites[0].gain.own.people).toBe(people);
    expect(files[0].proposedSites[0].gain.any.people).toBe(
      before.province.any.peopleUnserved! - after.province.any.peopleUnserved!,
    );
  });

  test('320 m from a mast with room, in the country, it should share: distance and limit are told', async () => {
    const strong = aNetwork([{ ...standing, structure: 'self-support' }], hamlets, 300);
    const { files } = await assessed(strong, aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [east(320), 21.63])));
    const [proposed] = files[0].proposedSites;
    expect([proposed.verdict, proposed.hostId]).toEqual(['share', 'TN-0001']);
    expect(proposed.reasons[0]).toMatchObject({ id: 'mast-serves-as-well', siteId: 'TN-0001', limitM: 500 });
    expect(proposed.near[0].distanceM).toBeCloseTo(320, -1);
    expect(proposed.near[0].keptPeople).toBe(proposed.gain.own.people);
    expect(proposed.rate.asBuilt.d1).toBe(0);
    expect(proposed.rate.ifShared?.d1).toBe(1);
  });

  test('a guyed mast is never said to bear it without a survey', async () => {
    const { files } = await assessed(
      network,
      aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [east(320), 21.63])),
    );
    expect(files[0].proposedSites[0].reasons.map(({ id }) => id)).toContain('survey-first');
  });

  test('a mast beyond the limit is none to share, and the nearest is named', async () => {
    const { files } = await assessed(
      network,
      aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [east(560), 21.63])),
    );
    const [proposed] = files[0].proposedSites;
    expect(proposed.verdict).toBe('build');
    expect(proposed.near).toEqual([]);
    expect(proposed.reasons[0]).toMatchObject({ id: 'no-mast-near', siteId: 'TN-0001' });
  });

  test('a near mast behind a ridge, from which people would go without, is not advised', async () => {
    const foot = aStandingSite('TN-0002', 'viettel', [105.8575, 21.63]);
    const there = aNetwork([foot], hamlets, 300);
    const { files } = await assessed(there, aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [105.862, 21.63])));
    const [proposed] = files[0].proposedSites;
    expect(proposed.near[0].limitM).toBe(500);
    expect(proposed.verdict).toBe('build');
    expect(proposed.reasons[0]).toMatchObject({
      id: 'near-mast-loses',
      siteId: 'TN-0002',
      people: proposed.gain.own.people,
    });
    expect(proposed.near[0].keptPeople).toBeLessThan(proposed.gain.own.people);
  });

  test('a near mast that loses only a centre is refused by the centres, and a gain of 0 people is never told', async () => {
    const empty = aHamlet({ ...beyondRidge, clusters: [{ position: [105.84, 21.63], people: 80 }] });
    const there = aNetwork([aStandingSite('TN-0002', 'viettel', [105.8575, 21.63])], [empty], 300);
    const { files } = await assessed(there, aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [105.862, 21.63])));
    const { near: standingNear, reasons, verdict } = files[0].proposedSites[0];
    expect([verdict, standingNear[0].keepsAll]).toEqual(['build', false]);
    expect(reasons[0]).toMatchObject({ id: 'near-mast-loses', keptPeople: 0, people: 0, keptCentres: 0, centres: 1 });
    expect(reasons.at(-1)).toEqual({ id: 'adds-centres', centres: 1 });
    expect(reasons.map(({ id }) => id)).not.toContain('adds-people');
  });

  test('where the operator stands already and nobody gains, no gain is seen', async () => {
    const { files } = await assessed(network, aFile('a.geojson', aStandingSite('P-1', 'viettel', [east(200), 21.63])));
    const [proposed] = files[0].proposedSites;
    expect(proposed.verdict).toBe('no-gain');
    expect(proposed.reasons.map(({ id }) => id)).toEqual(['own-mast-near', 'adds-nobody']);
  });

  test('a full mast is named with the rule that fills it', async () => {
    const tenants = ['viettel', 'vinaphone', 'x'].flatMap((operator, i) =>
      aStandingSite(`T-${i}`, operator, standing.position).tenants.map((t) => ({ ...t, antennaHeightM: 40 - 4 * i })),
    );
    const full = aNetwork([{ ...standing, tenants }], hamlets, 300);
    const { files } = await assessed(full, aFile('a.geojson', aStandingSite('P-1', 'mobifone', [east(300), 21.63])));
    expect(files[0].proposedSites[0].reasons[0]).toMatchObject({ id: 'near-mast-full', fit: 'too-many-tenants' });
  });

  test('sharing saves what the money module says an avoided mast saves', async () => {
    const { files } = await assessed(
      network,
      aFile('a.geojson', aStandingSite('P-1', 'vinaphone', [east(320), 21.63])),
    );
    expect(files[0].proposedSites[0].cost.savingVnd).toEqual(
      avoidedNewMastVnd(moneyParameters(network.facts.parameters)),
    );
  });

  test('a mast without the technology looked at says so', async () => {
    const mast = aStandingSite('P-1', 'vinaphone', [105.815, 21.63]);
    const tenants = mast.tenants.map((tenant) => ({
      ...tenant,
      cells: tenant.cells.map((cell) => ({ ...cell, technology: '3G' as const })),
    }));
    const { files } = await assessed(network, aFile('a.geojson', { ...mast, tenants }));
    expect(files[0].proposedSites[0].reasons.at(-1)).toEqual({ id: 'no-carrier', technology: '4G' });
  });
});

describe('several files together', () => {
  const empty = aNetwork([aStandingSite('TN-9', 'mobifone', [105.895, 21.605])], hamlets, 300);
  const one = aStandingSite('P-1', 'viettel', [105.82, 21.63]);
  const other = aStandingSite('P-1', 'vinaphone', [105.82 + 210 / 103_500, 21.63]);

  test('two carriers 210 m apart are told to share one mast, whatever their ids', async () => {
    const { joint, totals, files } = await assessed(empty, aFile('viettel.geojson', one), aFile('vina.geojson', other));
    expect(joint).toHaveLength(1);
    expect(joint[0].host.file).not.toBe(joint[0].donor.file);
    expect(joint[0].distanceM).toBeCloseTo(210, -1);
    expect(joint[0].limitM).toBe(500);
    expect(joint[0].keptPeople).toBe(joint[0].people);
    expect(joint[0].operators.toSorted()).toEqual(['viettel', 'vinaphone']);
    expect(totals.rate.asBuilt).toMatchObject({ sites: 3, sharedSites: 0 });
    expect(totals.rate.asAdvised).toMatchObject({ sites: 2, sharedSites: 1 });
    expect(totals.adviceVnd.central).toBeLessThan(totals.buildVnd.central);
    expect(files[0].totals.rate.asAdvised.sharedSites).toBe(0);
  });

  test('two masts of one operator are no pair', async () => {
    const own = { ...other, tenants: aStandingSite('P-2', 'viettel', other.position).tenants };
    const { joint, apart, repeats } = await assessed(empty, aFile('a.geojson', one), aFile('b.geojson', own));
    expect(joint).toEqual([]);
    expect(apart).toEqual({ 'same-operator': 1, 'too-many-tenants': 0, 'no-room': 0, 'loses-service': 0 });
    expect(repeats).toEqual([{ file: 'b.geojson', earlier: 'a.geojson', masts: 1, of: 1 }]);
  });

  test('a corrected file of another name repeats the first, by id or by place', async () => {
    const elsewhere = aStandingSite('P-7', 'viettel', [105.83, 21.64]);
    const files = (...later: Site[]) => assessed(empty, aFile('a.geojson', one), aFile('a (2).geojson', ...later));
    const moved = { ...one, position: [105.825, 21.63] as LonLat };
    expect((await files(moved, elsewhere)).repeats).toEqual([
      { file: 'a (2).geojson', earlier: 'a.geojson', masts: 1, of: 2 },
    ]);
    expect((await files({ ...one, id: 'renamed' })).repeats).toHaveLength(1);
    expect((await files(elsewhere)).repeats).toEqual([]);
  });

  test('two carriers in the same place are near, whatever keeps them apart', async () => {
    const low = (site: Site): Site => ({ ...site, heightM: 6 });
    const here = { ...other, position: one.position };
    const { joint, apart } = await assessed(empty, aFile('a.geojson', low(one)), aFile('b.geojson', low(here)));
    expect(joint.length + Object.values(apart).reduce((a, b) => a + b)).toBe(1);
  });

  test('people reached by both are counted once in the sum', async () => {
    const { totals, files } = await assessed(empty, aFile('viettel.geojson', one), aFile('vina.geojson', other));
    expect(files.map((file) => file.totals.gain.own.people)).toEqual([312, 312]);
    expect(totals.gain.own.people).toBe(312);
    expect(totals.gain.any.people).toBe(312);
  });

  test('the last place on a standing mast goes to one of two; the sums count the other as built', async () => {
    const low = aNetwork([{ ...standing, structure: 'self-support', heightM: 46 }], hamlets, 300);
    const pack = {
      ...low,
      sites: [
        {
          ...low.sites[0],
          tenants: [
            ...low.sites[0].tenants,
            ...aStandingSite('x', 'x', standing.position).tenants.map((t) => ({ ...t, antennaHeightM: 30 })),
          ],
        },
      ],
    };
    const first = aStandingSite('P-1', 'vinaphone', [east(320), 21.63]);
    const second = aStandingSite('P-2', 'mobifone', [105.83, 21.63 + 320 / 110_700]);
    const { files, totals } = await assessed(pack, aFile('a.geojson', first), aFile('b.geojson', second));
    expect(files.flatMap(({ proposedSites }) => proposedSites.map(({ verdict }) => verdict))).toEqual([
      'share',
      'share',
    ]);
    expect(files[0].proposedSites[0].reasons.map(({ id }) => id)).not.toContain('host-taken');
    expect(files[1].proposedSites[0].reasons.at(-1)).toEqual({ id: 'host-taken', siteId: 'TN-0001' });
    expect(totals.rate.asAdvised).toMatchObject({ sites: 2, tenancies: 4 });
  });
});
