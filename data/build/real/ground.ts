import { bbox } from '@turf/turf';
import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import type { HeightTile } from '../../../src/files/raster/elevation-tile.ts';
import { indexCommunes } from '../../../src/files/vector/commune-index.ts';
import { gridCovering } from '../../../src/geo/grid.ts';
import type { TerrainModel } from '../../../src/model/pack.ts';
import type { BoundingBox } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { gridZoom, marginCells } from '../built-in-ground.ts';
import { readCommuneFacts, readFacts, readNeighbours } from '../facts.ts';
import type { Ground } from '../ground.ts';
import { buildLandCover } from '../landcover.ts';
import { targetOf } from '../relief-curve.ts';
import { buildRoads } from '../roads.ts';
import { buildShapes } from '../shapes.ts';
import { buildTerrain } from '../terrain.ts';
import { type Boundaries, readBoundaries } from './boundaries.ts';
import { fromFiles, type GivenLayers } from './provenance.ts';
import { layTerrain, type MeasuredTerrain } from './terrain.ts';

export interface RealGround extends Ground {
  terrainModel: TerrainModel;
  terrainCoveredShare: number;
  given: GivenLayers;
  warnings: readonly Problem[];
}

const provinceName = 'Thái Nguyên';

/** Communes, districts and province from the file given, schematic ones from the facts without. Errors as in `readBoundaries`. */
export const readUnits = async (file: InputFile | undefined): Promise<Boundaries> => {
  const communeFacts = readCommuneFacts();
  if (!file) return { ...buildShapes(communeFacts, readNeighbours()), warnings: [] };
  const register = communeFacts.map(({ commune }) => commune);
  return readBoundaries(file.bytes, file.name, register, provinceName);
};

/**
 * The land: measured terrain where there is some, the rest from the facts. Errors as in `layTerrain`.
 *
 * @param filesModel what the heights of the files show
 */
export const buildRealGround = (
  { communes, province }: Boundaries,
  boundaries: InputFile | undefined,
  tiles: readonly HeightTile[],
  terrainFiles: readonly InputFile[],
  filesModel: TerrainModel,
): RealGround => {
  const communeFacts = readCommuneFacts();
  const properties = communes.features.map((feature) => feature.properties);
  const grid = gridCovering(bbox(province) as BoundingBox, gridZoom, marginCells);
  const communeIndex = indexCommunes(communes, grid);
  const places = communeFacts.map(({ relief }, i) => ({ point: properties[i].point, target: targetOf(relief) }));
  const synthetic = () => buildTerrain(grid, places, communeIndex);
  const measured = tiles.length > 0 ? layTerrain(tiles, grid, properties, communeIndex, synthetic) : undefined;
  const terrain = measured?.terrain ?? synthetic();
  return {
    facts: readFacts(),
    communes,
    relief: measured?.relief ?? new Map(communeFacts.map(({ commune, relief }) => [commune.code, relief])),
    terrain,
    landCover: buildLandCover(terrain, properties, communeIndex),
    roads: buildRoads(terrain, properties),
    communeIndex,
    terrainModel: measured ? filesModel : 'bare',
    terrainCoveredShare: measured?.coveredShare ?? 1,
    given: { ...boundaryLayers(boundaries), ...(measured && terrainLayer(terrainFiles, measured, filesModel)) },
    warnings: [...(measured?.warnings ?? []), ...(measured ? mixedGround(measured, terrainFiles, filesModel) : [])],
  };
};

/** What is made from the facts beyond the files is bare. */
const mixedGround = (
  { coveredShare }: MeasuredTerrain,
  files: readonly InputFile[],
  model: TerrainModel,
): Problem[] => {
  if (coveredShare === 1 || model === 'bare') return [];
  const file = files.map(({ name }) => name).join(', ');
  return [{ file, place: '', value: '', rule: 'beyond-is-bare', severity: 'warning' }];
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

/** The note names every commune on synthetic ground, since the pack is all that a later reader has. */
const terrainLayer = (
  files: readonly InputFile[],
  { coveredShare, lacking }: MeasuredTerrain,
  model: TerrainModel,
): GivenLayers => {
  const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
  const names = lacking.map(({ commune, share }) => `${commune.name} (${commune.code}) ${percent(share)}`).join(', ');
  const kind = `${model === 'bare' ? 'Bare ground' : 'Surface model'}; voids filled.`;
  const note =
    lacking.length > 0
      ? `${kind} The source lacks ${percent(1 - coveredShare)} of the province, which stands on synthetic ground: ${names}.`
      : kind;
  const date = files.every(({ name }) => /\.hgt(\.zip)?$/i.test(name)) ? '2000-02' : 'not stated';
  return { terrain: fromFiles(files, 'measured', date, note) };
};
