import type { Feature } from 'geojson';
import type { Hamlet } from '../model/hamlet.ts';
import type { AreaGeometry, Pack } from '../model/pack.ts';
import type { AreaOfInterest, Commune } from '../model/place.ts';
import type { Site } from '../model/site.ts';

const groupBy = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/** What is in a pack, by id. */
export interface Lookup {
  commune: (code: string) => Feature<AreaGeometry, Commune> | undefined;
  hamlet: (id: string) => Hamlet | undefined;
  site: (id: string) => Site | undefined;
  area: (id: string) => Feature<AreaGeometry, AreaOfInterest> | undefined;
  hamletsOf: (communeCode: string) => readonly Hamlet[];
  sitesOf: (communeCode: string) => readonly Site[];
  operatorName: (id: string) => string;
}

export const createLookup = (pack: Pack): Lookup => {
  const communes = new Map(pack.communes.features.map((feature) => [feature.properties.code, feature]));
  const hamlets = new Map(pack.hamlets.map((hamlet) => [hamlet.id, hamlet]));
  const sites = new Map(pack.sites.map((site) => [site.id, site]));
  const areas = new Map(pack.areas.features.map((feature) => [feature.properties.id, feature]));
  const hamletsByCommune = groupBy(pack.hamlets, (hamlet) => hamlet.communeCode);
  const sitesByCommune = groupBy(pack.sites, (site) => site.communeCode);
  const operators = new Map(pack.facts.operators.map((operator) => [operator.id, operator.name]));
  return {
    commune: (code) => communes.get(code),
    hamlet: (id) => hamlets.get(id),
    site: (id) => sites.get(id),
    area: (id) => areas.get(id),
    hamletsOf: (code) => hamletsByCommune.get(code) ?? [],
    sitesOf: (code) => sitesByCommune.get(code) ?? [],
    operatorName: (id) => operators.get(id) ?? id,
  };
};
