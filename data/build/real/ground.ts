import { bbox } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { gridCovering } from '../../../src/geo/grid.ts';
import type { AreaGeometry } from '../../../src/model/pack.ts';
import type { BoundingBox, District } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { gridZoom, marginCells } from '../built-in-ground.ts';
import { indexCommunes } from '../commune-index.ts';
import { readCommuneFacts, readFacts, readNeighbours } from '../facts.ts';
import type { Ground } from '../ground.ts';
import { buildLandCover } from '../landcover.ts';
import { targetOf } from '../relief-curve.ts';
import { buildRoads } from '../roads.ts';
import { buildShapes } from '../shapes.ts';
import { buildTerrain } from '../terrain.ts';
import { readBoundaries } from './boundaries.ts';
import { fromFiles, type GivenLayers } from './provenance.ts';
import { readTerrain } from './terrain.ts';
import type { InputFile } from './tiles.ts';

export interface RealGround extends Ground {
  districts: FeatureCollection<AreaGeometry, District>;
  province: FeatureCollection<AreaGeometry, { name: string }>;
  terrainModel: 'bare' | 'surface';
  terrainCoveredShare: number;
  given: GivenLayers;
  warnings: readonly Problem[];
}

const provinceName = 'Thái Nguyên';

/** The land from the files given, what is not given from the facts. Errors as in `readBoundaries` and `readTerrain`. */
export const buildRealGround = async (
  boundaries: InputFile | undefined,
  terrainFiles: readonly InputFile[],
): Promise<RealGround> => {
  const communeFacts = readCommuneFacts();
  const register = communeFacts.map(({ commune }) => commune);
  const read = boundaries && readBoundaries(boundaries.bytes, boundaries.name, register, provinceName);
  const { communes, districts, province } = read ?? buildShapes(communeFacts, readNeighbours());
  const properties = communes.features.map((feature) => feature.properties);
  const grid = gridCovering(bbox(province) as BoundingBox, gridZoom, marginCells);
  const communeIndex = indexCommunes(communes, grid);
  const places = communeFacts.map(({ relief }, i) => ({ point: properties[i].point, target: targetOf(relief) }));
  const synthetic = () => buildTerrain(grid, places, communeIndex);
  const measured =
    terrainFiles.length > 0 ? await readTerrain(terrainFiles, grid, properties, communeIndex, synthetic) : undefined;
  const terrain = measured?.terrain ?? synthetic();
  return {
    facts: readFacts(),
    communes,
    districts,
    province,
    relief: measured?.relief ?? new Map(communeFacts.map(({ commune, relief }) => [commune.code, relief])),
    terrain,
    landCover: buildLandCover(terrain, properties, communeIndex),
    roads: buildRoads(terrain, properties),
    communeIndex,
    // satellite radar sees treetops and roofs: clutter on top would count them twice
    terrainModel: measured ? 'surface' : 'bare',
    terrainCoveredShare: measured?.coveredShare ?? 1,
    given: { ...boundaryLayers(boundaries), ...(measured && terrainLayer(terrainFiles, measured.coveredShare)) },
    warnings: [...(read?.warnings ?? []), ...(measured?.warnings ?? [])],
  };
};

const boundaryLayers = (file: InputFile | undefined): GivenLayers => {
  if (!file) return {};
  const layer = (note: string) => fromFiles([file], 'derived', '2020', note);
  return {
    communes: layer('Shapes from the file, matched by code to the register of 2020; census figures are official.'),
    districts: layer('Joined from the communes of the file.'),
    province: layer('Joined from the communes of the file.'),
  };
};

const terrainLayer = (files: readonly InputFile[], coveredShare: number): GivenLayers => {
  const missing = (Math.round((1 - coveredShare) * 1000) / 10).toString();
  const note =
    coveredShare < 1
      ? `Surface model; voids filled. ${missing} % of the province is not in the source and stands on synthetic ground.`
      : 'Surface model; voids filled.';
  const date = files.every(({ name }) => /\.hgt(\.zip)?$/i.test(name)) ? '2000-02' : 'not stated';
  return { terrain: fromFiles(files, 'measured', date, note) };
};
