import type { Communes } from '../../../src/geo/units/join-units.ts';
import { predecessorsOf } from '../../../src/model/crosswalk.ts';
import type { Commune } from '../../../src/model/place.ts';
import type { Place } from '../../../src/sources/osm/features.ts';
import type { PublicFacts } from './facts.ts';

/** How the people of a unit are known, best first. */
export const peopleBases = ['census', 'raster', 'places', 'assumed'] as const;
export type PeopleBasis = (typeof peopleBases)[number];

/** People a square kilometre where no source tells: about that of a highland commune. */
const assumedPerKm2 = 60;
/** People in a household where no census tells: that of Thái Nguyên in 2019. */
const perHousehold = 3.4;

export interface Peopled {
  communes: Communes;
  basis: readonly PeopleBasis[];
}

/** Census figures by code of a vintage: those of the communes of 2020, and their sums for units made of them whole. */
const censusOf = (
  { communes2020, crosswalk }: PublicFacts,
  vintage: string,
): ReadonlyMap<string, Pick<Commune, 'population' | 'households'>> => {
  const earlier = new Map(communes2020.map(({ commune }) => [commune.code, commune]));
  if (vintage === crosswalk.from) return earlier;
  if (vintage !== crosswalk.to) return new Map();
  return new Map(
    [...predecessorsOf(crosswalk)].map(([code, parts]) => {
      const sum = (key: 'population' | 'households') =>
        parts.reduce((total, part) => total + (earlier.get(part)?.[key] ?? 0), 0);
      return [code, { population: sum('population'), households: sum('households') }];
    }),
  );
};

/**
 * Units with their people: those of the census where the facts have them, by vintage and code; else of the population
 * raster; else of what mapped places state; else at an assumed density, which the unit says of itself.
 *
 * @param raster people a cell, as `communeIndex` numbers cells
 */
export const withPeople = (
  { features }: Communes,
  vintage: string,
  facts: PublicFacts,
  communeIndex: Int16Array,
  raster: Float32Array | null,
  placesIn: (commune: number) => readonly Place[],
): Peopled => {
  const census = censusOf(facts, vintage);
  const counted = new Float64Array(features.length);
  if (raster)
    communeIndex.forEach((commune, i) => {
      if (commune >= 0) counted[commune] += raster[i];
    });
  const basis: PeopleBasis[] = [];
  const peopled = features.map((commune, c) => {
    const { code, areaKm2 } = commune.properties;
    const official = census.get(code);
    const stated = placesIn(c).reduce((sum, { population }) => sum + (population ?? 0), 0);
    const known = official ? 'census' : raster ? 'raster' : stated > 0 ? 'places' : 'assumed';
    basis.push(known);
    if (official)
      return {
        ...commune,
        properties: { ...commune.properties, population: official.population, households: official.households },
      };
    const population = Math.round(
      known === 'raster' ? counted[c] : known === 'places' ? stated : areaKm2 * assumedPerKm2,
    );
    const households = Math.ceil(population / perHousehold);
    const assumed = known === 'assumed' ? ['population', 'households'] : ['households'];
    return { ...commune, properties: { ...commune.properties, population, households, origin: { assumed } } };
  });
  return { communes: { type: 'FeatureCollection', features: peopled }, basis };
};
