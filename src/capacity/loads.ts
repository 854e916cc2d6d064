import type { CapacityPlace, CellLoad } from './capacity-types.ts';
import { downMbps, type LinkTerms, sinrDb } from './link.ts';

/** Rounds until loads settle; each brings them nearer by a factor. */
const mostRounds = 60;
const settled = 1e-6;

/** How full the cells are, and how much of each is in use for interference: never more than all of its blocks. */
export interface SettledLoads {
  loads: Float64Array;
  /** Of the cells that serve somebody. */
  byCell: CellLoad[];
}

/**
 * Loads that fit each other: what a cell's people use by what it carries to them, which depends on how loud the others are.
 * From silence every round raises them until they settle: the least loads that fit. People whom several operators reach are
 * divided among these by the rate each gives; someone who gets nothing uses nothing.
 *
 * @param kbpsPerHead downlink kbit/s a person in the busy hour
 * @param inUse by cell, the share of its blocks that is in use whatever people ask; null where that is what they ask
 */
export const settleLoads = (
  places: readonly CapacityPlace[],
  terms: Omit<LinkTerms, 'loads'>,
  kbpsPerHead: number,
  inUse: Float64Array | null = null,
): SettledLoads => {
  const count = terms.cells.length;
  let loads = inUse ?? new Float64Array(count);
  let found = shares(places, { ...terms, loads }, kbpsPerHead);
  for (let round = 0; inUse === null && round < mostRounds; round++) {
    const next = found.time.map((time) => Math.min(1, time));
    const change = next.reduce((most, load, c) => Math.max(most, Math.abs(load - loads[c])), 0);
    loads = next;
    found = shares(places, { ...terms, loads }, kbpsPerHead);
    if (change < settled) break;
  }
  const { people, demand, time } = found;
  const byCell = Array.from({ length: count }, (_, cell): CellLoad => {
    return {
      cell,
      people: people[cell],
      demandMbps: demand[cell],
      capacityMbps: time[cell] > 0 ? demand[cell] / time[cell] : 0,
      load: time[cell],
      carriers: Math.max(1, Math.ceil(time[cell] - settled)),
    };
  }).filter((load) => load.people > 0);
  return { loads, byCell };
};

/** By cell: people, what they use, and the share of its time that takes. */
const shares = (places: readonly CapacityPlace[], terms: LinkTerms, kbpsPerHead: number) => {
  const count = terms.cells.length;
  const [people, demand, time] = [0, 1, 2].map(() => new Float64Array(count));
  for (const place of places) {
    if (place.people === 0) continue;
    const served = place.received.flatMap((received) => {
      if (!received) return [];
      const rate = downMbps(terms.cells[received.server], sinrDb(received, terms), terms.layers);
      return rate > 0 ? [{ cell: received.server, rate }] : [];
    });
    const all = served.reduce((sum, { rate }) => sum + rate, 0);
    for (const { cell, rate } of served) {
      const own = (place.people * rate) / all;
      const mbps = (own * kbpsPerHead) / 1000;
      people[cell] += own;
      demand[cell] += mbps;
      time[cell] += mbps / rate;
    }
  }
  return { people, demand, time };
};
