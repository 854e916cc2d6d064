import { describe, expect, test } from 'vitest';
import type { CapacityPlace, NetworkCell, Received } from '../../src/capacity/capacity-types.ts';
import { downMbps, rsrqDb, sinrDb, upMbps } from '../../src/capacity/link.ts';
import { settleLoads } from '../../src/capacity/loads.ts';
import { demandKbps } from '../../src/capacity/parameters.ts';
import { noisePerElementDbm } from '../../src/capacity/receive.ts';
import { budget } from '../support/budget.ts';
import { fc } from '../support/fast-check.ts';

const cell = (id: string): NetworkCell => ({
  id,
  siteId: id,
  operator: 'viettel',
  band: '1800',
  frequencyMHz: 1842.5,
  bandwidthMHz: 20,
  resourceBlocks: 100,
  spacingKHz: 15,
  downlinkShare: 1,
});
const cells = ['A', 'B', 'C'].map(cell);
const fixed = { cells, deviceNoiseDb: 9, stationNoiseDb: 5, layers: 1 };
const termsAt = (...loads: number[]) => ({ ...fixed, loads: Float64Array.from(loads) });

const at = (server: number, rsrpDbm: number, ...others: [cell: number, rsrpDbm: number][]): Received => ({
  server,
  rsrpDbm,
  others: others.map(([other, level]) => ({ cell: other, rsrpDbm: level })),
});
const place = (hamlet: number, people: number, ...received: (Received | null)[]): CapacityPlace => ({
  hamlet,
  place: 0,
  people,
  received,
});

describe('signal by interference and noise', () => {
  test('is signal by noise where nobody else sends: −90 dBm over −174 + 41.76 + 9 dBm', () => {
    expect(noisePerElementDbm(15, 9)).toBeCloseTo(-123.24, 2);
    expect(sinrDb(at(0, -90, [1, -90]), termsAt(1, 0, 0))).toBeCloseTo(33.24, 2);
  });

  test('is 0 dB beside an equal cell in full use, 3 dB beside one in half use', () => {
    expect(sinrDb(at(0, -70, [1, -70]), termsAt(0, 1, 0))).toBeCloseTo(0, 4);
    expect(sinrDb(at(0, -70, [1, -70]), termsAt(0, 0.5, 0))).toBeCloseTo(3.01, 2);
  });

  test('indoors is nearer to the noise, and the same beside a cell that loses as much', () => {
    expect(sinrDb(at(0, -100), termsAt(0, 0, 0), 14)).toBeCloseTo(9.24, 2);
    expect(sinrDb(at(0, -70, [1, -76]), termsAt(0, 1, 0), 14)).toBeCloseTo(6, 1);
  });

  test('more load elsewhere never betters it', () => {
    const load = fc.double({ min: 0, max: 1, noNaN: true });
    const level = fc.double({ min: -130, max: -50, noNaN: true });
    fc.assert(
      fc.property(load, load, load, level, level, level, (a, b, more, server, second, third) => {
        const received = at(0, server, [1, second], [2, third]);
        const louder = Math.min(1, b + more);
        expect(sinrDb(received, termsAt(0, a, louder))).toBeLessThanOrEqual(sinrDb(received, termsAt(0, a, b)) + 1e-9);
        expect(downMbps(cells[0], sinrDb(received, termsAt(0, a, louder)), 2)).toBeLessThanOrEqual(
          downMbps(cells[0], sinrDb(received, termsAt(0, a, b)), 2),
        );
      }),
      { numRuns: budget(300, 20_000) },
    );
  });
});

test('RSRQ of a cell alone is −10.8 dB in full use and −3 dB idle, as 1 / 12 and 1 / 2 are', () => {
  expect(rsrqDb(at(0, -60), termsAt(1, 0, 0))).toBeCloseTo(-10.79, 2);
  expect(rsrqDb(at(0, -60), termsAt(0, 0, 0))).toBeCloseTo(-3.01, 2);
});

test('the downlink of 100 resource blocks at 10 dB is 18 MHz · 1.9141', () => {
  expect(downMbps(cells[0], 10, 1)).toBeCloseTo(18 * 1.9141, 6);
  expect(downMbps({ ...cells[0], downlinkShare: 0.75 }, 10, 1)).toBeCloseTo(0.75 * 18 * 1.9141, 6);
});

test('the uplink spreads its 23 dBm over as many blocks as carry most', () => {
  // −100 dBm of 15.2 dBm sent: 115.2 dB of path and antennas, so 23 dBm arrive at −92.2 dBm, over a block's noise of −116.45
  const [one, all] = [0.18 * 1.9141, 18 * 0.4 * Math.log2(1 + 10 ** ((-92.2 + 116.45 - 20) / 10))];
  const found = upMbps(cells[0], -100, 15.2, 5);
  expect(found).toBeGreaterThan(one);
  expect(found).toBeLessThanOrEqual(all + 1e-9);
  expect(upMbps(cells[0], -150, 15.2, 5)).toBe(0);
});

test('demand a head is what a month comes to in its busy hours', () => {
  const same = (value: number) => ({ low: value, central: value, high: value });
  const kbps = demandKbps({
    gigabytesPerMonth: same(3),
    busyHourPercent: same(9),
    downlinkPercent: same(100),
    deviceNoiseDb: same(9),
    stationNoiseDb: same(5),
    tddDownlinkPercent: same(75),
  });
  // 3 GB = 24 Gbit; a thirtieth a day: 0.8 Gbit; 9 % of it in 3,600 s
  expect(kbps.central).toBeCloseTo(20, 9);
});

/** Three cells in a row: A and C are heard at B's people, none of B's at theirs. */
const drawn = [place(0, 1000, at(0, -70)), place(1, 500, at(1, -80, [0, -86], [2, -86])), place(2, 2000, at(2, -70))];

describe('loads of a hand-drawn network of three cells', () => {
  test('fit each other: each is its demand by what it carries at the loads of the others', () => {
    // alone: 53 dB of SINR, 3.9023 · 18 = 70.24 Mbit/s; 20 and 40 Mbit/s asked of it
    const [c, a, b] = settleLoads(drawn, fixed, 20)
      .byCell.toSorted((x, y) => y.load - x.load)
      .map(({ cell: of, load, carriers }) => ({ id: cells[of].id, load, carriers }));
    expect([a.id, b.id, c.id].toSorted()).toEqual(['A', 'B', 'C']);
    const byId = new Map([a, b, c].map((one) => [one.id, one]));
    expect(byId.get('A')!.load).toBeCloseTo(20 / 70.2414, 6);
    expect(byId.get('C')!.load).toBeCloseTo(40 / 70.2414, 6);
    // interference of 0.2847 + 0.5695 parts of −86 dBm under −80 dBm: 6.68 dB, 0.6 · log2(5.66) = 1.5, CQI 7 at 1.4766
    expect(byId.get('B')!.load).toBeCloseTo(10 / (18 * 1.4766), 6);
  });

  test('a cell that is asked more than it carries overflows, and is no louder than all of its blocks', () => {
    const { byCell: loads } = settleLoads(drawn, fixed, 100);
    const byId = new Map(loads.map((one) => [cells[one.cell].id, one]));
    expect(byId.get('C')!.load).toBeCloseTo(200 / 70.2414, 6);
    expect(byId.get('C')!.carriers).toBe(3);
    // both neighbours in full use: −80 over twice −86: 2.98 dB, 0.6 · log2(2.99) = 0.947, CQI 5 at 0.877
    expect(byId.get('B')!.load).toBeCloseTo(50 / (18 * 0.877), 4);
  });

  test('are those at the use that is stated, where one is', () => {
    const full = Float64Array.of(1, 1, 1);
    const { loads, byCell } = settleLoads(drawn, fixed, 20, full);
    expect(loads).toBe(full);
    // both neighbours in full use: CQI 5 at 0.877, as above
    expect(byCell.find((one) => cells[one.cell].id === 'B')!.load).toBeCloseTo(10 / (18 * 0.877), 6);
  });

  test('people whom two operators reach are divided by the rates, and whoever gets nothing asks nothing', () => {
    const both = place(0, 300, at(0, -70), at(1, -70));
    const none = place(1, 900, null, at(2, -140));
    const { byCell: loads } = settleLoads([both, none], fixed, 20);
    expect(loads.map(({ people }) => people)).toEqual([150, 150]);
  });

  test('more traffic never makes a cell emptier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), (kbps, more) => {
        const loadsAt = (demand: number) =>
          new Map(settleLoads(drawn, fixed, demand).byCell.map((one) => [one.cell, one.load]));
        const [less, greater] = [loadsAt(kbps), loadsAt(kbps + more)];
        for (const [of, load] of less) expect(greater.get(of)).toBeGreaterThanOrEqual(load - 1e-9);
      }),
      { numRuns: budget(50, 2_000) },
    );
  });
});
