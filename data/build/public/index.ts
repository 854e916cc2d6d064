import { area as areaM2, featureCollection } from '@turf/turf';
import type { PackDraft } from '../../../src/files/pack/pack-write.ts';
import { ProblemList } from '../../../src/files/problem-list.ts';
import { indexCommunes } from '../../../src/files/vector/commune-index.ts';
import { communeFinder } from '../../../src/files/vector/locate.ts';
import { findOverlaps } from '../../../src/files/vector/overlaps.ts';
import { gridBounds } from '../../../src/geo/grid.ts';
import { joinAreas } from '../../../src/geo/units/join-areas.ts';
import { districtsOf } from '../../../src/geo/units/join-units.ts';
import { isSynthetic } from '../../../src/model/origin.ts';
import type { AreaGeometry } from '../../../src/model/pack.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { Gathered } from '../../../src/sources/gather.ts';
import type { Place } from '../../../src/sources/osm/features.ts';
import { buildAreas } from '../areas.ts';
import type { Ground } from '../ground.ts';
import { buildLandCover } from '../landcover.ts';
import { figuresFor } from '../network/figures.ts';
import { buildFibre, buildPoints, buildSites, withClearings } from '../network/index.ts';
import { buildRoads } from '../roads.ts';
import { areasIn } from './areas.ts';
import { type AreaNames, communes2020Inside, communes2020On, drawnUnits, type UnitsDrawn } from './communes.ts';
import { landCoverOf } from './cover.ts';
import { knownProvince, type PublicFacts } from './facts.ts';
import { plainName, settleHamlets, vietnameseName } from './hamlets.ts';
import { withPeople } from './people.ts';
import { noticeOf, provenanceOf } from './provenance.ts';
import { roadsOf } from './roads.ts';
import { knownSites } from './sites.ts';
import { layGround } from './terrain.ts';

export interface PublicPackInput {
  /** Becomes the pack's id. */
  id: string;
  gathered: Gathered;
  /** Which units the pack is of: '2020' and '2025' in Vietnam, else a year of the source's. */
  vintage: string;
  area: AreaNames & {
    /** Whether hamlets and offices are named as in Vietnam. */
    isVietnamese: boolean;
  };
  /** Whether what no source gives is made up, and says so. */
  fill: boolean;
}

export type PublicStep = 'units' | 'ground' | 'people' | 'hamlets' | 'sites' | 'fibre';

/** Units that share more of the whole than this are two maps in one. */
const overlapTolerance = 0.001;

const km2 = (shape: AreaGeometry): number => areaM2(shape) / 1e6;

const unitsDrawn = ({ gathered, vintage, area }: PublicPackInput, facts: PublicFacts): UnitsDrawn => {
  const { units, receipts } = gathered;
  if (vintage !== '2020') return drawnUnits(units, facts, vintage, area);
  return receipts.boundaries?.source.id === 'gadm' ? communes2020On(units, facts) : communes2020Inside(units, facts);
};

const dateOf = (vintage: string, { receipts }: Gathered): string => {
  if (vintage === '2020') return '2020-12-31';
  if (vintage === '2025') return '2025-07-01';
  const known = Object.values(receipts).flatMap(({ date }) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date)?.[0] ?? []);
  return known.sort().at(-1) ?? vintage;
};

const checkOverlaps = ({ communes }: UnitsDrawn, wholeKm2: number, sumKm2: number): void => {
  if (sumKm2 - wholeKm2 <= overlapTolerance * wholeKm2) return;
  const problems = new ProblemList();
  for (const { a, b, areaKm2 } of findOverlaps(communes.features)) {
    const name = (i: number) => `${communes.features[i].properties.name} (${communes.features[i].properties.code})`;
    const ruleValues = { areaKm2: Number(areaKm2.toFixed(3)) };
    if (areaKm2 > 0.01)
      problems.error({ file: 'boundaries', place: name(a), value: name(b), rule: 'overlap', ruleValues });
  }
  problems.throwIfErrors('boundaries');
};

/**
 * A pack of what public sources gave. What none gives is filled by the builders of the built-in pack and marked synthetic,
 * layer by layer and, where a layer holds both, entry by entry. The same input gives the same pack.
 *
 * @throws InputError for units that overlap
 */
export const buildPublicPack = async (
  input: PublicPackInput,
  facts: PublicFacts,
  options: { onProgress?: (step: PublicStep) => void | Promise<void> } = {},
): Promise<{ pack: PackDraft; report: Problem[] }> => {
  const { id, gathered, vintage, area, fill } = input;
  const { grid } = gathered;
  const report: Problem[] = [...gathered.warnings];
  const warn = (problem: Omit<Problem, 'file' | 'severity'>) =>
    report.push({ file: id, ...problem, severity: 'warning' });
  const drawn = unitsDrawn(input, facts);
  if (drawn.areDerived)
    warn({ place: 'communes', value: '', rule: 'units-derived', ruleValues: { vintage: facts.crosswalk.to } });
  const outline = joinAreas(gathered.units.map(({ geometry }) => geometry));
  checkOverlaps(
    drawn,
    km2(outline),
    drawn.communes.features.reduce((sum, { geometry }) => sum + km2(geometry), 0),
  );
  const province = featureCollection([
    { type: 'Feature' as const, properties: { name: area.name }, geometry: outline },
  ]);
  await options.onProgress?.('units');

  const communeIndex = indexCommunes(drawn.communes, grid);
  const inUnit = placesByUnit(drawn, gathered.places ?? []);
  const raster = gathered.people?.people ?? null;
  const { communes, basis } = withPeople(drawn.communes, vintage, facts, communeIndex, raster, inUnit);
  const properties = communes.features.map((feature) => feature.properties);
  if (basis.includes('assumed')) warn({ place: 'population', value: '', rule: 'people-assumed' });
  await options.onProgress?.('people');

  const laid = layGround(gathered, properties, communeIndex, facts.communes2020);
  report.push(...laid.warnings);
  const hasCover = gathered.coverCodes?.some((code) => code !== 0) ?? false;
  const mapped = gathered.roads && roadsOf(gathered.roads, grid, communeIndex);
  const hasRoads = (mapped?.features.length ?? 0) > 0;
  const ground: Ground = {
    facts: facts.facts,
    communes,
    relief: laid.relief,
    terrain: laid.terrain,
    landCover: hasCover
      ? landCoverOf(gathered.coverCodes!, grid)
      : buildLandCover(laid.terrain, properties, communeIndex),
    roads: hasRoads ? mapped! : buildRoads(laid.terrain, properties),
    communeIndex,
  };
  await options.onProgress?.('ground');

  const people = properties.reduce((sum, { population }) => sum + population, 0);
  const figures = figuresFor(people);
  const nameOf = area.isVietnamese ? vietnameseName : plainName;
  const hamlets = settleHamlets(ground, { figures, fill, raster, placesIn: inUnit, nameOf });
  await options.onProgress?.('hamlets');

  const communeAt = communeFinder(communes);
  const known = knownSites(gathered.masts ?? [], gathered.cells ?? [], communeAt, facts.facts);
  if (known.unknownCells > 0) {
    warn({ place: 'sites', value: '', rule: 'unknown-operator', ruleValues: { count: known.unknownCells } });
  }
  const toMake = { ...figures, sites: Math.max(0, figures.sites - known.sites.length) };
  const madeUp = fill && toMake.sites > 0 && hamlets.length > 0 ? buildSites(ground, hamlets, toMake, known.sites) : [];
  const sites = [...known.sites, ...madeUp.map((site) => ({ ...site, origin: { synthetic: true } }))];
  await options.onProgress?.('sites');

  const { nodes, routes } = buildFibre(ground, hamlets);
  await options.onProgress?.('fibre');
  const synthetic = [...hamlets, ...sites].filter((entry) => isSynthetic(entry, false)).length;
  if (synthetic > 0) warn({ place: '', value: '', rule: 'filled-in', ruleValues: { count: synthetic } });

  const areas = areasIn(facts, vintage, communes);
  const told = { gathered, drawn, basis, terrainNote: laid.note, hamlets, sites, hasRoads, hasCover };
  const pack: PackDraft = {
    manifest: {
      format: 'phusong-pack',
      formatVersion: 1,
      id,
      title: `${area.name} ${vintage}, dữ liệu công khai`,
      titleEn: `${area.name} ${vintage}, public data`,
      vintage,
      date: dateOf(vintage, gathered),
      boundingBox: gridBounds(grid),
      gridZoom: grid.zoom,
      terrainModel: gathered.ground ? 'surface' : 'bare',
      terrainCoveredShare: laid.coveredShare,
      provenance: provenanceOf({ ...told, hasAreas: areas.length > 0 }),
      ...noticeOf(gathered),
    },
    communes,
    districts: districtsOf(communes, province),
    province,
    areas: buildAreas(communes, areas),
    hamlets,
    sites,
    fibreNodes: nodes,
    fibreRoutes: routes,
    roads: ground.roads,
    points: area.isVietnamese ? buildPoints(ground, figures.postPoints) : featureCollection([]),
    terrain: ground.terrain,
    // over a surface, which has its trees already, land cover that was measured stays as it is
    landCover: hasCover && gathered.ground ? ground.landCover : withClearings(ground.landCover, hamlets, sites),
    // what an article says of one province is not said of another
    facts: area.code === knownProvince ? facts.facts : { ...facts.facts, indicators: [] },
  };
  return { pack, report };
};

/** Places of each unit, found once. */
const placesByUnit = ({ communes }: UnitsDrawn, places: readonly Place[]): ((commune: number) => readonly Place[]) => {
  const find = communeFinder(communes);
  const numbers = new Map(communes.features.map(({ properties }, c) => [properties, c]));
  const lists = communes.features.map((): Place[] => []);
  for (const place of places) {
    const unit = find(place.position);
    if (unit) lists[numbers.get(unit)!].push(place);
  }
  return (commune) => lists[commune];
};
