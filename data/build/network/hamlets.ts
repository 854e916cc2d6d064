import type { Hamlet } from '../../../src/model/hamlet.ts';
import { type Commune, isUrban } from '../../../src/model/place.ts';
import { randomFor } from '../../../src/model/random.ts';
import type { Ground } from '../ground.ts';
import { apportion } from './apportion.ts';
import { hamletClusters } from './clusters.ts';
import { lightHamlets } from './fibre-lit.ts';
import { figures2020 } from './figures.ts';
import { hamletCentres } from './hamlet-sites.ts';
import { type Land, landOf } from './land.ts';

export const fewestHamlets = 3;
/** From this median height a commune's hamlets are called bản. */
const highMedianM = 260;

/** What hamlets of a commune are called. */
export const wordFor = (land: Land, commune: number): string => {
  if (isUrban(land.communes[commune])) return 'Tổ dân phố';
  return land.reliefOf(commune).medianM >= highMedianM ? 'Bản' : 'Xóm';
};

/** Households and people of each of a commune's hamlets; both add up to the commune's. */
const shareOut = (commune: Commune, count: number): { households: number; people: number }[] => {
  const random = randomFor(`people ${commune.code}`);
  const sizes = Array.from({ length: count }, () => random.between(0.6, 1.4));
  const households = apportion(commune.households, sizes, 1);
  const people = apportion(
    commune.population,
    households.map((h) => h * random.between(0.93, 1.07)),
    1,
  );
  return households.map((h, k) => ({ households: h, people: people[k] }));
};

/**
 * Synthetic hamlets: 2,250 over all communes by households, at least 3 each; people and households a commune are the
 * census's; centres in the commune's low ground; 2,115 with fibre. Commune by commune in the ground's order.
 */
export const buildHamlets = (ground: Ground): Hamlet[] => {
  const land = landOf(ground);
  const counts = apportion(
    figures2020.hamlets,
    land.communes.map((c) => c.households),
    fewestHamlets,
  );
  const centres: number[] = [];
  const hamlets = land.communes.flatMap((commune, c): Hamlet[] => {
    const shares = shareOut(commune, counts[c]);
    const word = wordFor(land, c);
    return hamletCentres(land, c, counts[c]).map((cell, k) => {
      centres.push(cell);
      const id = `${commune.code}-H${String(k + 1).padStart(2, '0')}`;
      const random = randomFor(`centre ${id}`);
      return {
        id,
        name: `${word} ${k + 1}`,
        communeCode: commune.code,
        centre: land.positionIn(cell, random.between(0.1, 0.9), random.between(0.1, 0.9)),
        clusters: hamletClusters(land, id, c, cell, shares[k].people, isUrban(commune)),
        households: shares[k].households,
        hasFibre: true,
      };
    });
  });
  const lit = lightHamlets(land, hamlets, centres, figures2020.hamletsWithFibre);
  return hamlets.map((hamlet, h) => ({ ...hamlet, hasFibre: lit[h] }));
};
