import { bbox } from '@turf/turf';
import { indexCommunes } from '../../src/files/vector/commune-index.ts';
import { gridCovering } from '../../src/geo/grid.ts';
import type { BoundingBox } from '../../src/model/place.ts';
import { readCommuneFacts, readFacts, readNeighbours } from './facts.ts';
import type { Ground } from './ground.ts';
import { buildLandCover } from './landcover.ts';
import { targetOf } from './relief-curve.ts';
import { buildRoads } from './roads.ts';
import { buildShapes, type Shapes } from './shapes.ts';
import { buildTerrain } from './terrain.ts';

export const gridZoom = 12;
/** Terrain reaches about 5 km beyond the border, so that paths along it are whole. */
export const marginCells = 140;

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
