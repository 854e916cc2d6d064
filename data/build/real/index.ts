import { bbox } from '@turf/turf';
import type { MappedColumn } from '../../../src/files/import/guess/column-map.ts';
import type { PackDraft } from '../../../src/files/pack/pack-write.ts';
import { ProblemList, refuse } from '../../../src/files/problem-list.ts';
import { type InputFile, readTiles } from '../../../src/files/raster/elevation-files.ts';
import { gridBounds } from '../../../src/geo/grid.ts';
import type { TerrainModel } from '../../../src/model/pack.ts';
import type { BoundingBox } from '../../../src/model/place.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { buildAreas } from '../areas.ts';
import { BuildError } from '../build-error.ts';
import { readAreaFacts, readFacts } from '../facts.ts';
import { buildFibre, buildHamlets, buildPoints, buildSites, withClearings } from '../network/index.ts';
import { buildRealGround, readUnits } from './ground.ts';
import { type Fibre, type ListContext, type ListGuess, readFibre, readHamlets, readSites } from './lists.ts';
import { fromFiles, type GivenLayers, provenanceOf } from './provenance.ts';

export type { InputFile } from '../../../src/files/raster/elevation-files.ts';
export type { ListGuess } from './lists.ts';

/** Files a pack is made from. What is not given comes from the facts and is marked synthetic. */
export interface RealPackInput {
  /** Becomes the pack's id. */
  name: string;
  boundaries?: InputFile;
  terrain?: readonly InputFile[];
  /** What their heights show: a surface by default, as radar and photographs see it. */
  terrainModel?: TerrainModel;
  hamlets?: InputFile;
  sites?: InputFile;
  fibre?: InputFile;
  /** What columns of the lists hold, where their headings do not tell it. */
  map?: readonly MappedColumn[];
}

export interface BuildOptions {
  onProgress?: (step: RealStep) => void | Promise<void>;
  /** Told how each list is read, before anything is made of it. */
  onGuess?: (guess: ListGuess) => void;
  /** Called once every file has been read, before their problems are told. */
  onRead?: () => void;
}

export type RealStep = 'ground' | 'hamlets' | 'sites' | 'fibre';

/**
 * A pack from real files. `report` holds the warnings: voids filled, communes without measured terrain, small overlaps,
 * places outside the commune they name. Throws InputError with every problem found when a file can't be used.
 */
export const buildRealPack = async (
  input: RealPackInput,
  options: BuildOptions = {},
): Promise<{ pack: PackDraft; report: Problem[] }> => {
  // every file is read before anything is built, so that all their problems are told together
  const problems = new ProblemList();
  const tiles = await problems.gather(() => readTiles(input.terrain ?? []));
  const units = await problems.gather(() => readUnits(input.boundaries));
  const layers = units && (await readLayers(input, units.communes, problems, options.onGuess));
  options.onRead?.();
  problems.throwIfErrors(input.name);
  const { districts, province } = units!;
  const read = layers!;
  const ground = madeOf([input.boundaries, ...(input.terrain ?? [])], () =>
    buildRealGround(units!, input.boundaries, tiles!, input.terrain ?? [], input.terrainModel ?? 'surface'),
  );
  await options.onProgress?.('ground');

  const groundFiles = [...(input.terrain ?? []), input.boundaries];
  const hamlets = read.hamlets?.hamlets ?? madeOf(groundFiles, () => buildHamlets(ground));
  await options.onProgress?.('hamlets');
  const sites = read.sites?.sites ?? madeOf([input.hamlets, ...groundFiles], () => buildSites(ground, hamlets));
  await options.onProgress?.('sites');
  const { nodes, routes }: Pick<Fibre, 'nodes' | 'routes'> =
    read.fibre ?? madeOf([input.hamlets, ...groundFiles], () => buildFibre(ground, hamlets));
  await options.onProgress?.('fibre');
  const given: GivenLayers = {
    ...ground.given,
    ...(input.hamlets && hamletLayers(input.hamlets)),
    ...(input.sites && siteLayer(input.sites, read.sites?.assumed ?? 0)),
    ...(input.fibre && { fibre: fromFiles([input.fibre], 'derived', 'not stated', 'Nodes and routes from the file.') }),
  };
  const pack: PackDraft = {
    manifest: {
      format: 'phusong-pack',
      formatVersion: 1,
      id: input.name,
      title: `Thái Nguyên 2020, gói «${input.name}»`,
      titleEn: `Thái Nguyên 2020, pack “${input.name}”`,
      vintage: '2020',
      date: '2020-12-31',
      boundingBox: gridBounds(ground.terrain.grid),
      gridZoom: ground.terrain.grid.zoom,
      terrainModel: ground.terrainModel,
      terrainCoveredShare: ground.terrainCoveredShare,
      provenance: provenanceOf(given),
    },
    communes: ground.communes,
    districts,
    province,
    areas: buildAreas(ground.communes, readAreaFacts()),
    hamlets,
    sites,
    fibreNodes: nodes,
    fibreRoutes: routes,
    roads: ground.roads,
    points: buildPoints(ground),
    terrain: ground.terrain,
    landCover: withClearings(ground.landCover, hamlets, sites),
    facts: ground.facts,
  };
  const readings = [read.hamlets, read.sites, read.fibre];
  return {
    pack,
    report: [...units!.warnings, ...ground.warnings, ...readings.flatMap((reading) => reading?.warnings ?? [])],
  };
};

/** Makes a layer. Throws InputError naming the files it is made of where nothing can be made of them. */
const madeOf = <T>(files: readonly (InputFile | undefined)[], make: () => T): T => {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    const file = files.flatMap((given) => given?.name ?? []).join(', ');
    throw refuse({ file, place: '', value: '', rule: 'not-possible', ruleValues: { detail: error.message } });
  }
};

const readLayers = async (
  { hamlets, sites, fibre, map }: RealPackInput,
  communes: ListContext['communes'],
  problems: ProblemList,
  onGuess: BuildOptions['onGuess'],
) => {
  const context = { communes, facts: readFacts(), box: bbox(communes) as BoundingBox, ...(map && { map }), onGuess };
  return {
    hamlets: await problems.gather(() => hamlets && readHamlets(hamlets, context)),
    sites: await problems.gather(() => sites && readSites(sites, context)),
    fibre: await problems.gather(() => fibre && readFibre(fibre, context)),
  };
};

const hamletLayers = (file: InputFile): GivenLayers => ({
  hamlets: fromFiles([file], 'derived', 'not stated', 'Places, people and fibre as the file states them.'),
  population: fromFiles([file], 'derived', 'not stated', 'People of each hamlet as the file states them.'),
});

const siteLayer = (file: InputFile, assumed: number): GivenLayers => {
  const note =
    assumed > 0
      ? `The file does not state the equipment of ${assumed} sites; theirs is assumed.`
      : 'As the file states.';
  return { sites: fromFiles([file], 'derived', 'not stated', note) };
};
