import type { Random } from '../../../src/model/random.ts';
import type { Land } from './land.ts';
import { cover } from './land-cover-codes.ts';

const steepestSlope = 0.4;
const draws = 50;
/** Two masts never stand nearer. */
const leastApartM = 45;
/** Masts stand near a track: how fast liking falls away from roads. */
const roadReachM = 350;
/** Height above the land around that makes a good knoll. */
const knollM = 20;

/** Where masts stand already. */
export interface Spots {
  isFree: (x: number, y: number) => boolean;
  take: (x: number, y: number) => void;
}

/** Looks into the squares around a position: a hash of squares as wide as the least distance. */
export const emptySpots = (): Spots => {
  const squares = new Map<string, [number, number][]>();
  const square = (x: number, y: number): string => `${Math.floor(x / leastApartM)} ${Math.floor(y / leastApartM)}`;
  return {
    isFree: (x, y) => {
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const here = squares.get(square(x + dx * leastApartM, y + dy * leastApartM));
          if (here?.some(([ax, ay]) => Math.hypot(ax - x, ay - y) < leastApartM)) return false;
        }
      }
      return true;
    },
    take: (x, y) => {
      const key = square(x, y);
      squares.set(key, [...(squares.get(key) ?? []), [x, y]]);
    },
  };
};

/**
 * A cell for a mast that serves a place: on a knoll near a road in the country, anywhere free in town; −1 where nothing
 * near is free.
 */
export const spotFor = (
  land: Land,
  place: { x: number; y: number; town: boolean; mountain: number; sight: (x: number, y: number) => number },
  spots: Spots,
  random: Random,
): number => {
  const searchM = place.town ? 220 : 380 + 320 * place.mountain;
  const hill = place.town ? 0 : 0.5 + 0.5 * place.mountain;
  let best = -1;
  let bestLiking = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < draws; k++) {
    const angle = random.between(0, 2 * Math.PI);
    const awayM = searchM * Math.sqrt(random.next());
    const x = place.x + awayM * Math.cos(angle);
    const y = place.y + awayM * Math.sin(angle);
    const luck = random.between(0, 0.8);
    const cell = land.cellAtFlat(x, y);
    const commune = land.communeAt(cell);
    if (commune < 0 || !land.isInner(commune, cell) || land.landCover(cell) === cover.water) continue;
    const [cx, cy] = land.flat(cell);
    if (land.slope(cell) > steepestSlope || !spots.isFree(cx, cy)) continue;
    const aboveM = land.heightM(cell) - land.blocks.around(cell, 500).meanM;
    const knoll = Number.isNaN(aboveM) ? 0 : Math.max(-1.5, Math.min(1.5, aboveM / knollM));
    const nearRoad = Math.exp(-land.roadM[cell] / roadReachM);
    const liking = hill * knoll + nearRoad + hill * place.sight(cx, cy) - (0.5 * awayM) / searchM + luck;
    if (liking > bestLiking) {
      best = cell;
      bestLiking = liking;
    }
  }
  return best;
};
