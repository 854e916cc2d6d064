import type { Feature } from 'geojson';
import { terrainHeightM } from '../../geo/sample.ts';
import type { AreaGeometry, Pack } from '../../model/pack.ts';
import type { Commune, LonLat } from '../../model/place.ts';
import type { RuleId } from '../../model/problem.ts';
import { landCoverClasses } from '../../model/raster.ts';
import { isGridFactor, moneyUnitOf, neededParameters } from '../../money/parameters.ts';
import type { ProblemList } from '../problem-list.ts';
import { distanceOutsideKm, insideTest } from '../vector/inside.ts';
import {
  checkCommune,
  checkCommuneCode,
  checkParameter,
  checkPeople,
  checkRoute,
  checkSite,
  type Known,
  keysOf,
  type TellEntry,
} from './entry-rules.ts';
import { packPaths } from './pack-layout.ts';

type Tell = (
  path: string,
  place: string,
  value: string,
  rule: RuleId,
  ruleValues?: Record<string, string | number>,
) => void;

/**
 * The rules between a pack's files: ids used once, codes and keys that exist, places inside the province and their
 * commune, hamlets with people, one vintage, rasters on the pack's grid. `prefix` stands before file names.
 */
export const checkPack = (pack: Pack, prefix: string, problems: ProblemList): void => {
  const tell: Tell = (path, place, value, rule, ruleValues) =>
    problems.error({ file: prefix + path, place, value, rule, ruleValues });
  const warn: Tell = (path, place, value, rule, ruleValues) =>
    problems.warning({ file: prefix + path, place, value, rule, ruleValues });
  checkUnits(pack, tell);
  checkEntries(pack, tell);
  checkPlaces(pack, tell, warn);
  checkRasters(pack, tell);
  checkCover(pack, tell, warn);
};

const place = (i: number, id: string): string => `features[${i}] (${id})`;

/** Tells every id that was there before, with the place of the first. */
const checkIds = (path: string, ids: readonly string[], tell: Tell): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  ids.forEach((id, i) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, i);
    else tell(path, `features[${i}]`, id, 'duplicate-id', { first: `features[${first}]` });
  });
  return new Set(seen.keys());
};

/** Every place on the terrain, or at least some: a pack of whose places none has terrain would show all without service. */
const checkCover = ({ terrain, hamlets, sites }: Pack, tell: Tell, warn: Tell): void => {
  const lacking = <T extends { id: string }>(items: readonly T[], positionOf: (item: T) => LonLat): T[] =>
    items.filter((item) => Number.isNaN(terrainHeightM(terrain, ...positionOf(item))));
  const bare = [
    { path: packPaths.hamlets, all: hamlets.length, ids: lacking(hamlets, ({ centre }) => centre).map(({ id }) => id) },
    { path: packPaths.sites, all: sites.length, ids: lacking(sites, ({ position }) => position).map(({ id }) => id) },
  ];
  const places = bare.reduce((sum, { all }) => sum + all, 0);
  if (places > 0 && bare.every(({ all, ids }) => ids.length === all)) {
    tell(packPaths.terrain, '', '', 'terrain-covers-none');
    return;
  }
  for (const { path, ids } of bare) {
    if (ids.length > 0) warn(path, '', ids.slice(0, 5).join(', '), 'no-terrain', { count: ids.length });
  }
};

const checkUnits = ({ manifest, communes, districts, areas, province }: Pack, tell: Tell): void => {
  const { vintage, boundingBox } = manifest;
  const [west, south, east, north] = boundingBox;
  if (west >= east) tell(packPaths.manifest, 'boundingBox', boundingBox.join(', '), 'antimeridian');
  else if (south >= north) tell(packPaths.manifest, 'boundingBox', boundingBox.join(', '), 'out-of-range');
  const districtCodes = checkIds(
    packPaths.districts,
    districts.features.map((d) => d.properties.code),
    tell,
  );
  const codes = checkIds(
    packPaths.communes,
    communes.features.map((c) => c.properties.code),
    tell,
  );
  communes.features.forEach(({ properties }, i) => {
    const say = tellAt(packPaths.communes, place(i, properties.code), tell);
    checkCommune(properties, { vintage, districts: districtCodes }, say);
  });
  checkIds(
    packPaths.areas,
    areas.features.map((a) => a.properties.id),
    tell,
  );
  areas.features.forEach(({ properties }, i) => {
    for (const code of properties.communeCodes) {
      if (!codes.has(code)) tell(packPaths.areas, place(i, properties.id), code, 'unknown-commune', { vintage });
    }
  });
  if (province.features.length === 0)
    tell(packPaths.province, 'features', '', 'missing-field', { field: 'features[0]' });
};

/** An entry of a layer, with the rules it keeps. */
interface Ruled {
  id: string;
  check: (tell: TellEntry) => void;
}

/** Tells what is wrong inside an entry of a layer, with its place there. */
const tellAt =
  (path: string, at: string, tell: Tell): TellEntry =>
  (way, value, rule, ruleValues) =>
    tell(path, way === '' ? at : `${at}.${way}`, value, rule, ruleValues);

const checkEntries = (pack: Pack, tell: Tell): void => {
  const { communes, districts, fibreNodes, fibreRoutes, roads, points, facts, manifest } = pack;
  const known: Known = {
    ...keysOf(facts),
    vintage: manifest.vintage,
    communes: new Set(communes.features.map(({ properties }) => properties.code)),
    districts: new Set(districts.features.map(({ properties }) => properties.code)),
    fibreNodes: new Set(fibreNodes.features.map(({ properties }) => properties.id)),
  };
  const inCommune = ({ properties }: { properties: { id: string; communeCode: string } }): Ruled => ({
    id: properties.id,
    check: (say) => checkCommuneCode(properties, known, say),
  });
  const layers: [string, readonly Ruled[]][] = [
    [
      packPaths.hamlets,
      pack.hamlets.map((hamlet) => ({
        id: hamlet.id,
        check: (say) => {
          checkCommuneCode(hamlet, known, say);
          checkPeople(hamlet, say);
        },
      })),
    ],
    [
      packPaths.sites,
      pack.sites.map((site) => ({
        id: site.id,
        check: (say) => {
          checkCommuneCode(site, known, say);
          checkSite(site, known, say);
        },
      })),
    ],
    [packPaths.fibreNodes, fibreNodes.features.map(inCommune)],
    [
      packPaths.fibreRoutes,
      fibreRoutes.features.map(({ properties }) => ({
        id: properties.id,
        check: (say) => checkRoute(properties, known, say),
      })),
    ],
    [packPaths.roads, roads.features.map(({ properties: { id } }) => ({ id, check: () => {} }))],
    [packPaths.points, points.features.map(inCommune)],
  ];
  for (const [path, items] of layers) {
    checkIds(
      path,
      items.map(({ id }) => id),
      tell,
    );
    items.forEach(({ id, check }, i) => {
      check(tellAt(path, place(i, id), tell));
    });
  }
  checkParameters(facts.parameters, tell);
};

/** Every row in bounds, and what money and CO2 need there in the unit they need it in. */
const checkParameters = (parameters: Pack['facts']['parameters'], tell: Tell): void => {
  parameters.forEach((parameter, i) => {
    const tellOfRow = tellAt(packPaths.facts, `parameters[${i}] (${parameter.name})`, tell);
    checkParameter(parameter, tellOfRow);
    const allowed = moneyUnitOf(parameter.name);
    if (allowed !== null && parameter.unit !== allowed) tellOfRow('unit', parameter.unit, 'not-one-of', { allowed });
  });
  const there = new Set(parameters.map(({ name }) => name));
  const missing = neededParameters.filter((name) => !there.has(name));
  if (!parameters.some(({ name }) => isGridFactor(name))) missing.push('grid_ef_*');
  for (const field of missing) tell(packPaths.facts, 'parameters', '', 'missing-field', { field });
};

const checkPlaces = ({ communes, province, hamlets, sites }: Pack, tell: Tell, warn: Tell): void => {
  const communeOf = new Map(communes.features.map((commune) => [commune.properties.code, areaOf(commune)]));
  const provinces = province.features.map((feature) => ({ ...feature, inside: insideTest(feature.geometry) }));
  const check = (path: string, at: string, position: LonLat, communeCode: string) => {
    const commune = communeOf.get(communeCode);
    if (commune?.inside(position)) return;
    const value = position.join(', ');
    if (provinces.some((part) => part.inside(position))) {
      if (commune) warn(path, at, value, 'outside-commune', { commune: `${commune.name} (${communeCode})` });
      return;
    }
    const distances = provinces.map((part) => distanceOutsideKm(part.geometry, position));
    tell(path, at, value, 'outside-province', distances.length ? { distanceKm: Math.min(...distances) } : undefined);
  };
  sites.forEach((site, i) => {
    check(packPaths.sites, place(i, site.id), site.position, site.communeCode);
  });
  hamlets.forEach((hamlet, i) => {
    check(packPaths.hamlets, place(i, hamlet.id), hamlet.centre, hamlet.communeCode);
  });
};

const areaOf = ({ geometry, properties }: Feature<AreaGeometry, Commune>) => ({
  name: properties.name,
  inside: insideTest(geometry),
});

const checkRasters = ({ manifest, terrain, landCover }: Pack, tell: Tell): void => {
  for (const [path, { grid, data }] of [
    [packPaths.terrain, terrain],
    [packPaths.landCover, landCover],
  ] as const) {
    if (grid.zoom !== manifest.gridZoom) {
      tell(path, 'ModelPixelScale', `z=${grid.zoom}`, 'not-this-format', { expected: `z=${manifest.gridZoom}` });
    }
    if (path === packPaths.terrain) continue;
    const wrong = (data as Uint8Array).findIndex((value) => !(value in landCoverClasses));
    if (wrong < 0) continue;
    const at = `column ${wrong % grid.width}, row ${Math.floor(wrong / grid.width)}`;
    tell(path, at, String(data[wrong]), 'not-one-of', { allowed: Object.keys(landCoverClasses).join(', ') });
  }
};
