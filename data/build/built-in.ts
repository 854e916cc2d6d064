import { bbox } from '@turf/turf';
import { gridBounds, gridCovering } from '../../src/geo/grid.ts';
import type { Pack, Provenance } from '../../src/model/pack.ts';
import type { BoundingBox } from '../../src/model/place.ts';
import { buildAreas } from './areas.ts';
import { indexCommunes } from './commune-index.ts';
import { readAreaFacts, readCommuneFacts, readFacts, readNeighbours } from './facts.ts';
import type { Ground } from './ground.ts';
import { buildLandCover } from './landcover.ts';
import { buildFibre, buildHamlets, buildPoints, buildSites } from './network/index.ts';
import { targetOf } from './relief-curve.ts';
import { buildRoads } from './roads.ts';
import { buildShapes, type Shapes } from './shapes.ts';
import { buildTerrain } from './terrain.ts';

export const builtInId = 'thai-nguyen-2020';
const gridZoom = 12;
/** Terrain reaches about 5 km beyond the border, so that paths along it are whole. */
const marginCells = 140;
const date = '2020-12-31';

export interface BuiltInGround extends Ground {
  shapes: Shapes;
}

/** The synthetic land of the built-in pack, from the facts alone. */
export const buildBuiltInGround = (): BuiltInGround => {
  const communeFacts = readCommuneFacts();
  const shapes = buildShapes(communeFacts, readNeighbours());
  const communes = shapes.communes.features.map((f) => f.properties);
  const grid = gridCovering(bbox(shapes.province) as unknown as BoundingBox, gridZoom, marginCells);
  const communeIndex = indexCommunes(shapes.communes, grid);
  const places = communeFacts.map(({ relief }, k) => ({ point: communes[k].point, target: targetOf(relief) }));
  const terrain = buildTerrain(grid, places, communeIndex);
  return {
    facts: readFacts(),
    communes: shapes.communes,
    relief: new Map(communeFacts.map(({ commune, relief }) => [commune.code, relief])),
    terrain,
    landCover: buildLandCover(terrain, communes, communeIndex),
    roads: buildRoads(terrain, communes),
    communeIndex,
    shapes,
  };
};

const synthetic = (note: string): Provenance => ({
  kind: 'synthetic',
  source: 'Phủ Sóng, made from the facts',
  date,
  licence: 'Apache-2.0',
  note,
});

const census: Provenance = {
  kind: 'official',
  source: 'GSO, population and housing census of 1 April 2019; register of administrative units 2020',
  date: '2019-04-01',
  licence: 'public figures',
};

/** What is known and what is made up, layer by layer. */
export const builtInProvenance: Pack['manifest']['provenance'] = {
  communes: synthetic(
    'Names, codes, areas and census figures are official; the shapes are schematic, not surveyed boundaries.',
  ),
  districts: synthetic('Joined from the schematic communes; names and codes are official.'),
  province: synthetic('Joined from the schematic communes.'),
  areas: synthetic('Named by the article of 31/12/2020; shapes joined from the schematic communes.'),
  hamlets: synthetic(
    'No open list of the hamlets exists: places, names and people a hamlet are made up; people a commune are those of the census.',
  ),
  population: { ...census, note: 'Official by commune; its spread over hamlets is synthetic.' },
  sites: synthetic(
    'No open list of the sites exists: 1,600 sites, 144 of them shared, placed where operators would build.',
  ),
  fibre: synthetic('94 % of hamlets have fibre, as the article states; which ones is made up.'),
  roads: synthetic('Least climbing ways between commune points.'),
  points: synthetic('225 postal points as the article states; places are made up.'),
  terrain: synthetic('Shape made up; height figures of each commune follow SRTM where it was measured.'),
  landcover: synthetic('From terrain slope and population density.'),
  facts: {
    kind: 'official',
    source: 'GSO figures, the article of 31/12/2020 and the sources each row names',
    date,
    licence: 'public figures',
    note: 'Each row carries its own source and confidence.',
  },
};

export type BuildStep = 'ground' | 'hamlets' | 'sites' | 'fibre';

/** The built-in pack, from nothing but data/facts: the same every time. */
export const buildBuiltInPack = async (options: { onProgress?: (step: BuildStep) => void } = {}): Promise<Pack> => {
  const ground = buildBuiltInGround();
  options.onProgress?.('ground');
  const hamlets = buildHamlets(ground);
  options.onProgress?.('hamlets');
  const sites = buildSites(ground, hamlets);
  options.onProgress?.('sites');
  const { nodes, routes } = buildFibre(ground, hamlets);
  options.onProgress?.('fibre');
  return {
    manifest: {
      format: 'phusong-pack',
      formatVersion: 1,
      id: builtInId,
      title: 'Thái Nguyên 2020 (giả lập)',
      titleEn: 'Thái Nguyên 2020 (synthetic)',
      vintage: '2020',
      date,
      boundingBox: gridBounds(ground.terrain.grid),
      gridZoom,
      terrainModel: 'bare',
      terrainCoveredShare: 1,
      provenance: builtInProvenance,
      files: [],
    },
    communes: ground.communes,
    districts: ground.shapes.districts,
    province: ground.shapes.province,
    areas: buildAreas(ground.communes, readAreaFacts()),
    hamlets,
    sites,
    fibreNodes: nodes,
    fibreRoutes: routes,
    roads: ground.roads,
    points: buildPoints(ground),
    terrain: ground.terrain,
    landCover: ground.landCover,
    facts: ground.facts,
  };
};
