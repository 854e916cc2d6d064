import type { Hamlet } from '../../../src/model/hamlet.ts';
import { mountainness } from './clusters.ts';
import type { Land } from './land.ts';
import { officeCell } from './offices.ts';

/** No commune has more of its hamlets dark than this. */
const darkestShare = 0.7;
/** Kilometres from a road that weigh as much as wholly mountainous land. */
const mountainKm = 2;
const farthestRoadM = 5000;

/**
 * Which hamlets have fibre. Those without are the ones farthest from roads and their commune's office, in the roughest
 * land; every commune keeps some with.
 */
export const lightHamlets = (
  land: Land,
  hamlets: readonly Hamlet[],
  centres: readonly number[],
  withFibre: number,
): boolean[] => {
  const communeOf = new Map(land.communes.map((c, k) => [c.code, k]));
  const offices = land.communes.map((_, c) => land.flat(officeCell(land, c)));
  const left = new Map<string, number>();
  for (const { communeCode } of hamlets) left.set(communeCode, (left.get(communeCode) ?? 0) + darkestShare);
  const remoteness = hamlets.map(({ communeCode }, h) => {
    const cell = centres[h];
    const [x, y] = land.flat(cell);
    const [ox, oy] = offices[communeOf.get(communeCode)!];
    const roadKm = Math.min(farthestRoadM, land.roadM[cell]) / 1000;
    return roadKm + Math.hypot(x - ox, y - oy) / 3000 + mountainKm * mountainness(land, cell);
  });
  const farthestFirst = hamlets.map((_, h) => h).sort((a, b) => remoteness[b] - remoteness[a] || a - b);
  const lit = hamlets.map(() => true);
  let dark = hamlets.length - withFibre;
  for (const h of farthestFirst) {
    if (dark === 0) break;
    const room = left.get(hamlets[h].communeCode)!;
    if (room < 1) continue;
    left.set(hamlets[h].communeCode, room - 1);
    lit[h] = false;
    dark--;
  }
  return lit;
};
