import { assumedCells } from '../../../src/files/import/convert/assumed-cells.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import type { Facts } from '../../../src/model/facts.ts';
import type { Commune, LonLat } from '../../../src/model/place.ts';
import { randomFor } from '../../../src/model/random.ts';
import { type Site, type Technology, type Tenant, technologies } from '../../../src/model/site.ts';
import type { HeardCell } from '../../../src/sources/opencellid.ts';
import type { Mast } from '../../../src/sources/osm/features.ts';
import { operatorPlans } from '../network/operators-2020.ts';
import { type TracedSite, tracedSites } from './heard-masts.ts';

/** A mast's height where no source states it, metres: a usual one, so that it can be computed with. */
const usualHeightM = 40;
/** What is drawn from pictures of the ground is off by about so much. */
const mappedM = 25;
/** A heard mast is taken for a mapped one no farther than this from it. */
const farthestM = 500;
const mostTenants = 4;

const round6 = (v: number): number => Math.round(v * 1e6) / 1e6;

interface Standing {
  id: string;
  position: LonLat;
  source: string;
  heightM: number | null;
  structure: Site['structure'];
  uncertaintyM: number;
  tenants: Map<string, Set<Technology>>;
}

/** The operator that a mast's tag names, in whatever words. */
const operatorIn = (name: string | null, { operators }: Facts): string | null => {
  const said = name?.toLowerCase();
  return operators.find((one) => said?.includes(one.id) || said?.includes(one.name.toLowerCase()))?.id ?? null;
};

const tenantOf = (
  site: Standing,
  operator: string,
  used: ReadonlySet<Technology>,
  heightM: number,
  facts: Facts,
): Tenant => ({
  operator,
  // the middle of a two-metre panel at the top
  antennaHeightM: Math.max(1, heightM - 1),
  cells: technologies.filter((one) => used.has(one)).flatMap((one) => assumedCells(facts, operator, one, site.id)),
});

/** A site of what is known, with what is not filled in and named. */
const siteOf = (site: Standing, communeCode: string, facts: Facts): Site | null => {
  const random = randomFor(`tenant ${site.id}`);
  const heightM = site.heightM ?? usualHeightM;
  const isHeard = site.tenants.size > 0;
  const held: [string, ReadonlySet<Technology>][] = isHeard
    ? [...site.tenants].slice(0, mostTenants)
    : [
        [
          random.pick(operatorPlans.map(({ id, building }) => [id, building] as const)),
          new Set(['2G', '3G', '4G'] as const),
        ],
      ];
  const tenants = held
    .map(([operator, used]) => tenantOf(site, operator, used, heightM, facts))
    .filter(({ cells }) => cells.length > 0);
  if (tenants.length === 0) return null;
  const assumed = [...(site.heightM === null ? ['heightM'] : []), 'owner', ...(isHeard ? ['cells'] : ['tenants'])];
  return {
    id: site.id,
    position: [round6(site.position[0]), round6(site.position[1])],
    communeCode,
    structure: site.structure,
    heightM,
    owner: tenants[0].operator,
    tenants,
    origin: { source: site.source, assumed },
    positionUncertaintyM: Math.round(site.uncertaintyM),
  };
};

const mappedSite = (mast: Mast, facts: Facts): Standing => {
  const operator = operatorIn(mast.operator, facts);
  return {
    id: `OSM-${mast.id.replace(/^(\w)\w*\//, (_, kind: string) => kind.toUpperCase())}`,
    position: mast.position,
    source: `OpenStreetMap ${mast.id}`,
    heightM: mast.heightM,
    structure: mast.structure,
    uncertaintyM: mappedM,
    tenants: new Map(operator ? [[operator, new Set(['2G', '3G', '4G'] as const)]] : []),
  };
};

const heardSite = ({ id, position, uncertaintyM }: TracedSite): Standing => ({
  id: `OC-${id.replaceAll(' ', '-')}`,
  position,
  source: `OpenCelliD ${id}`,
  heightM: null,
  structure: 'unknown',
  uncertaintyM,
  tenants: new Map(),
});

/** A tag that names an operator says nothing of its technologies; those heard do. */
const hear = (site: Standing, { operator, technologies: used }: TracedSite, heardOn: Set<string>): void => {
  const key = `${site.id} ${operator}`;
  const known = heardOn.has(key) ? (site.tenants.get(operator) ?? []) : [];
  site.tenants.set(operator, new Set([...known, ...used]));
  heardOn.add(key);
};

/**
 * Sites that sources know of: mapped masts, each with what is heard within the heard mast's own uncertainty, and masts
 * that are only heard, at their estimated place. Heights, owners and equipment that no source states are usual ones and
 * named as assumed. Whatever lies outside the area is left out.
 */
export const knownSites = (
  masts: readonly Mast[],
  cells: readonly HeardCell[],
  communeAt: (position: LonLat) => Commune | undefined,
  facts: Facts,
): { sites: Site[]; unknownCells: number } => {
  const standing = masts.map((mast) => mappedSite(mast, facts));
  const mapped = standing.length;
  const heard = tracedSites(cells, facts.operators);
  const heardOn = new Set<string>();
  for (const mast of heard.masts) {
    const reachM = Math.min(mast.uncertaintyM, farthestM);
    let nearest: Standing | undefined;
    let least = reachM;
    for (const site of standing.slice(0, mapped)) {
      const away = distanceM(site.position, mast.position);
      if (away > least || (site.tenants.size >= mostTenants && !site.tenants.has(mast.operator))) continue;
      nearest = site;
      least = away;
    }
    const site = nearest ?? heardSite(mast);
    if (!nearest) standing.push(site);
    hear(site, mast, heardOn);
  }
  const sites = standing.flatMap((site): Site[] => {
    const commune = communeAt(site.position);
    const known = commune && siteOf(site, commune.code, facts);
    return known ? [known] : [];
  });
  return { sites, unknownCells: heard.unknown };
};
