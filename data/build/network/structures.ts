import type { Random } from '../../../src/model/random.ts';
import type { Structure } from '../../../src/model/site.ts';
import type { PlacedSite } from './site-placing.ts';

type Weights = readonly (readonly [Structure, number])[];

const inCities: Weights = [
  ['rooftop', 56],
  ['monopole', 22],
  ['self-support', 14],
  ['guyed', 6],
  ['unknown', 2],
];
const inSmallTowns: Weights = [
  ['rooftop', 24],
  ['monopole', 16],
  ['self-support', 26],
  ['guyed', 32],
  ['unknown', 2],
];
const inTheCountry: Weights = [
  ['guyed', 80],
  ['self-support', 14],
  ['monopole', 3],
  ['rooftop', 1],
  ['unknown', 2],
];

/** Height above ground in metres, from and to, in steps as masts are made. A rooftop's counts its building. */
const heightsM: Record<Structure, readonly [from: number, to: number, step: number]> = {
  guyed: [36, 60, 3],
  'self-support': [30, 54, 3],
  monopole: [21, 36, 3],
  rooftop: [18, 33, 1],
  unknown: [30, 45, 3],
};

/** A mast that bears guests was built high enough for them. */
const leastSharedM = 24;

export const structureFor = (
  site: PlacedSite,
  city: boolean,
  random: Random,
): { structure: Structure; heightM: number } => {
  const structure = random.pick(city ? inCities : site.town ? inSmallTowns : inTheCountry);
  const [from, to, step] = heightsM[structure];
  // higher in the mountains, to look over the next ridge
  const share = Math.min(1, 0.75 * random.next() + 0.25 * site.mountain);
  const heightM = from + step * Math.round((share * (to - from)) / step);
  return { structure, heightM: site.operators.length > 1 ? Math.max(heightM, leastSharedM) : heightM };
};

/** Tower companies owned few masts in 2020, and most of those had been built to be shared. */
const towerCompanyShare = { shared: 0.4, single: 0.05 };

export const ownerOf = (site: PlacedSite, builder: string, random: Random): string =>
  random.next() < (site.operators.length > 1 ? towerCompanyShare.shared : towerCompanyShare.single)
    ? 'towerco'
    : builder;
