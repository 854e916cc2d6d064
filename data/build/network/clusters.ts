import type { LonLat } from '../../../src/model/place.ts';
import { type Random, randomFor } from '../../../src/model/random.ts';
import { apportion } from './apportion.ts';
import type { Land } from './land.ts';
import { cover } from './land-cover-codes.ts';

/** Spread of heights within 1.5 km from which country counts as wholly mountainous. */
const mountainDeviationM = 90;
const surroundingsM = 1500;
const steepestSlope = 0.35;
/** Height above the ground around that costs a place half its liking. */
const hillockM = 15;
const drawsPerCluster = 60;
const leastApartM = 120;
const fewestPeople = 8;

/** 0 in the plain, 1 in the mountains: how rough the land is around a cell. */
export const mountainness = (land: Land, cell: number): number => {
  const { deviationM } = land.blocks.around(cell, surroundingsM);
  return Number.isNaN(deviationM) ? 0 : Math.min(1, deviationM / mountainDeviationM);
};

/** How many clusters a hamlet has, and between which distances from its centre the outer ones lie. */
const scatter = (
  town: boolean,
  mountain: number,
  random: Random,
): { count: number; nearestM: number; farthestM: number } => {
  if (town) return { count: random.next() < 0.8 ? 1 : 2, nearestM: leastApartM, farthestM: 300 };
  const count =
    1 +
    [0.45 + 0.4 * mountain, 0.15 + 0.5 * mountain, 0.4 * mountain].filter((chance) => random.next() < chance).length;
  return { count, nearestM: 200 + 200 * mountain, farthestM: 500 + 1400 * mountain ** 1.5 };
};

/** How much a cell suits homes that lie apart: hollows and valley floors before knolls and slopes. */
const suits = (land: Land, cell: number, highestM: number): number => {
  const heightM = land.heightM(cell);
  const slope = land.slope(cell);
  if (!(heightM <= highestM && slope <= steepestSlope) || land.landCover(cell) === cover.water) return 0;
  const aboveM = heightM - land.blocks.around(cell, 600).meanM;
  return Math.exp(-aboveM / hillockM) / (1 + (slope / 0.12) ** 2);
};

/**
 * The clusters of a hamlet of `people`: homes around its centre, and the outer ones in low ground and side valleys of
 * its own commune. More, farther and smaller the rougher the land.
 */
export const hamletClusters = (
  land: Land,
  hamletId: string,
  commune: number,
  centre: number,
  people: number,
  town: boolean,
): { position: LonLat; people: number }[] => {
  const random = randomFor(`clusters ${hamletId}`);
  const mountain = mountainness(land, centre);
  const { count, nearestM, farthestM } = scatter(town, mountain, random);
  const [x0, y0] = land.flat(centre);
  const cells = [homesAround(land, commune, centre, random)];
  const isApart = (cell: number): boolean =>
    cells.every((other) => {
      const [ax, ay] = land.flat(other);
      const [bx, by] = land.flat(cell);
      return Math.hypot(ax - bx, ay - by) >= leastApartM;
    });
  const { p75M } = land.reliefOf(commune);
  const wanted = Math.min(count, Math.max(1, Math.floor(people / (2 * fewestPeople))));
  for (let k = 1; k < wanted; k++) {
    let best = -1;
    let bestLiking = 0;
    for (let d = 0; d < drawsPerCluster; d++) {
      const angle = random.between(0, 2 * Math.PI);
      const awayM = random.between(nearestM, farthestM);
      const cell = land.cellAtFlat(x0 + awayM * Math.cos(angle), y0 + awayM * Math.sin(angle));
      const luck = random.between(0.4, 1);
      if (!land.isInner(commune, cell) || !isApart(cell)) continue;
      // in the mountains the farther side valleys are settled as well as the near ones
      const liking = luck * suits(land, cell, p75M) * (1 + (mountain * awayM) / farthestM);
      if (liking > bestLiking) {
        best = cell;
        bestLiking = liking;
      }
    }
    if (best >= 0) cells.push(best);
  }
  const weights = cells.map((_, k) => (k === 0 ? 2.2 - mountain : random.between(0.35, 1)));
  const shares = apportion(people, weights, Math.min(fewestPeople, Math.floor(people / cells.length)));
  return cells.map((cell, k) => ({
    position: land.positionIn(cell, random.between(0.1, 0.9), random.between(0.1, 0.9)),
    people: shares[k],
  }));
};

/** A cell beside the centre for the homes around it; the centre's own where none fits. */
const homesAround = (land: Land, commune: number, centre: number, random: Random): number => {
  const [x, y] = land.flat(centre);
  for (let k = 0; k < 8; k++) {
    const angle = random.between(0, 2 * Math.PI);
    const awayM = random.between(40, 130);
    const cell = land.cellAtFlat(x + awayM * Math.cos(angle), y + awayM * Math.sin(angle));
    if (land.isInner(commune, cell) && suits(land, cell, land.heightM(centre) + 5) > 0) return cell;
  }
  return centre;
};
