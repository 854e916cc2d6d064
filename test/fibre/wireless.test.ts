import { describe, expect, it } from 'vitest';
import type { WirelessOption } from '../../src/fibre/fibre-types.ts';
import type { TreeSegment } from '../../src/fibre/plan/tree-segments.ts';
import { compareWireless } from '../../src/fibre/wireless/wireless-branches.ts';
import type { Site } from '../../src/model/site.ts';
import { exactly } from '../../src/money/range.ts';
import { aSite } from '../files/pack/small-pack.ts';
import { seededRandom } from '../support/random.ts';
import { aDarkHamlet, aFibreScene, plan } from './a-fibre-scene.ts';

/** A mast beside the lit node, 4 km from the hamlet. */
const mast: Site = aSite({ position: [105.8105, 21.62] });
const optionOf = (change: Parameters<typeof aFibreScene>[0]) => plan(aFibreScene(change)).hamlets[0].wireless;

describe('fixed wireless from a lit mast', () => {
  it('serves a hamlet in sight, with sectors and a unit a home', () => {
    const option = optionOf({ sites: [mast] });
    expect(option).toMatchObject({ sight: 'clear', siteId: mast.id, peopleInSight: 1 });
    expect(option.distanceKm).toBeCloseTo(4.1, 1);
    // 80 homes: two sectors of 40
    expect(option.costVnd?.central).toBe(2 * 50e6 + 80 * 3e6);
  });

  it('does not where a ridge is in the way, or part of the homes lie behind one', () => {
    const { terrain } = aFibreScene();
    const { width } = terrain.grid;
    const ridge = { ...terrain, data: terrain.data.map((h, i) => (i % width > 120 && i % width < 124 ? 120 : h)) };
    expect(optionOf({ sites: [mast], terrain: ridge })).toMatchObject({ sight: 'blocked', costVnd: null });
    const split = aDarkHamlet('H1', [105.835, 21.62], {
      clusters: [
        { position: [105.835, 21.62], people: 100 },
        { position: [105.87, 21.62], people: 300 },
      ],
    });
    const option = optionOf({ sites: [mast], terrain: ridge, hamlets: [split] });
    expect(option).toMatchObject({ sight: 'blocked', peopleInSight: 0.25 });
  });

  it('is unknown where no mast is known to be lit, or the terrain on the way is not known', () => {
    expect(optionOf({ sites: [aSite({ position: [105.82, 21.62] })] })).toMatchObject({
      sight: 'unknown',
      siteId: null,
    });
    const { terrain } = aFibreScene();
    const { width } = terrain.grid;
    const hole = { ...terrain, data: terrain.data.map((h, i) => (i % width === 100 ? -32768 : h)) };
    expect(optionOf({ sites: [mast], terrain: hole })).toMatchObject({ sight: 'unknown', costVnd: null });
  });

  it('is told where it is cheaper than the cable, with what all would cost then', () => {
    const few = aDarkHamlet('H1', [105.87, 21.62], { households: 5 });
    const { wireless, segments, hamlets } = plan(aFibreScene({ sites: [mast], hamlets: [few] }));
    expect(hamlets[0].wireless.sight).toBe('clear');
    expect(wireless.branches).toMatchObject([{ segmentId: segments[0].id, hamletIds: ['H1'], homes: 5 }]);
    expect(wireless.mixedVnd.central).toBe(50e6 + 5 * 3e6);
    expect(wireless.fibreOnlyVnd.central).toBeGreaterThan(wireless.mixedVnd.central);
    const many = plan(aFibreScene({ sites: [mast], hamlets: [{ ...few, households: 900 }] }));
    expect(many.wireless).toMatchObject({ litSites: 1, branches: [] });
    expect(many.wireless.mixedVnd).toEqual(many.wireless.fibreOnlyVnd);
  });
});

const option = (costVnd: number | null): WirelessOption => ({
  sight: costVnd === null ? 'blocked' : 'clear',
  siteId: null,
  distanceKm: null,
  peopleInSight: null,
  costVnd: costVnd === null ? null : exactly(costVnd),
});

describe('comparing branches', () => {
  it('costs the least that any set of branches by radio can, on 100 random trees', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed);
      const count = 1 + Math.floor(random() * 9);
      const segments = Array.from(
        { length: count },
        (_, s): TreeSegment => ({
          parent: Math.floor(random() * (s + 1)) - 1,
          lit: -1,
          hamlet: s,
          kind: 'aerial',
          way: 'country',
          km: 1,
          waterKm: 0,
          forestKm: 0,
          unknownKm: 0,
          costVnd: exactly(Math.floor(random() * 20)),
          line: [],
        }),
      );
      const homes = segments.map(() => 1 + Math.floor(random() * 5));
      const options = segments.map(() => option(random() < 0.2 ? null : Math.floor(random() * 25)));
      const { mixedVnd, branches } = compareWireless(segments, homes, exactly(2), options);

      // a segment is laid, or everything that hangs on it is served by radio
      let best = Number.POSITIVE_INFINITY;
      for (let laid = 0; laid < 2 ** count; laid++) {
        let cost = 0;
        segments.forEach(({ parent, costVnd }, s) => {
          const isLaid = (laid & (1 << s)) !== 0;
          if (isLaid && parent >= 0 && (laid & (1 << parent)) === 0) cost = Number.POSITIVE_INFINITY;
          cost += isLaid ? costVnd.central + 2 * homes[s] : (options[s].costVnd?.central ?? Number.POSITIVE_INFINITY);
        });
        best = Math.min(best, cost);
      }
      expect(mixedVnd.central, `tree ${seed}`).toBe(best);
      for (const branch of branches) expect(branch.wirelessVnd.central).toBeLessThan(branch.fibreVnd.central);
    }
  });
});
