import type { Feature, Geometry } from 'geojson';
import type { GenericSchema } from 'valibot';
import type { Pack, PackFormatVersion, PackManifest } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import type { Raster } from '../../model/raster.ts';
import { parseJson } from '../json.ts';
import { ProblemList, refuse } from '../problem-list.ts';
import { readGeoTiff } from '../raster/geotiff-read.ts';
import { sha256Hex } from '../sha256.ts';
import { readFeatureCollection } from '../vector/geojson-read.ts';
import { checkPack } from './pack-check.ts';
import { packPaths } from './pack-layout.ts';
import {
  areaSchema,
  communeSchema,
  districtSchema,
  factsSchema,
  fibreNodeSchema,
  fibreRouteSchema,
  hamletSchema,
  hamletSchemaOfVersion1,
  manifestSchema,
  pointSchema,
  provinceSchema,
  roadSchema,
  siteSchema,
  siteSchemaOfVersion1,
} from './pack-schema.ts';
import type { PackSource } from './pack-source.ts';
import { checked, featurePlace } from './schema-check.ts';

export interface ReadPack {
  pack: Pack;
  warnings: readonly Problem[];
  /** SHA-256 of pack.json as it stands; it vouches for every other file. */
  checksum: string;
}

/**
 * A whole pack, or nothing: every file present with the checksum pack.json states, every value as its schema has it,
 * every rule between the files kept. Otherwise throws InputError with all problems found (the first 200 and how many
 * more). `onProgress` is told how many of its files have been read.
 */
export const readPack = async (
  source: PackSource,
  onProgress?: (done: number, total: number) => void,
): Promise<ReadPack> => {
  const prefix = `${source.name}/`;
  const problems = new ProblemList();
  const { manifest, checksum } = await readManifest(source, prefix);
  const files = await readFiles(source, prefix, manifest, problems, onProgress);
  const parts = await parse(files, manifest.formatVersion, prefix, problems);
  if (parts) checkPack({ manifest, ...parts }, prefix, problems);
  problems.throwIfErrors(prefix + packPaths.manifest);
  return { pack: { manifest, ...parts! }, warnings: problems.warnings, checksum };
};

const readManifest = async (source: PackSource, prefix: string) => {
  const file = prefix + packPaths.manifest;
  const bytes = await source.read(packPaths.manifest);
  if (!bytes) throw refuse({ file, place: '', value: '', rule: 'missing-file' });
  const problems = new ProblemList();
  const manifest = checked(manifestSchema, parseJson(bytes, file), file, '', problems);
  problems.throwIfErrors(file);
  return { manifest: manifest!, checksum: sha256Hex(bytes) };
};

/** Files the manifest lists, those whose checksum agrees. */
const readFiles = async (
  source: PackSource,
  prefix: string,
  manifest: PackManifest,
  problems: ProblemList,
  onProgress?: (done: number, total: number) => void,
): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>();
  let done = 0;
  for (const { path, sha256 } of manifest.files) {
    const file = prefix + path;
    const bytes = await source.read(path);
    const found = bytes && sha256Hex(bytes);
    if (!bytes) problems.error({ file, place: '', value: '', rule: 'missing-file' });
    else if (found === sha256) files.set(path, bytes);
    else problems.error({ file, place: '', value: found ?? '', rule: 'checksum', ruleValues: { expected: sha256 } });
    onProgress?.(++done, manifest.files.length);
  }
  const listed = new Set(manifest.files.map((entry) => entry.path));
  for (const path of Object.values(packPaths)) {
    if (path === packPaths.manifest || listed.has(path)) continue;
    problems.error({ file: prefix + packPaths.manifest, place: 'files', value: path, rule: 'missing-file' });
  }
  return files;
};

const areas = ['Polygon', 'MultiPolygon'] as const;
const points = ['Point'] as const;
const lines = ['LineString'] as const;

/** The parts of a pack from its files; undefined when one of them could not be had. */
const parse = async (
  files: ReadonlyMap<string, Uint8Array>,
  version: PackFormatVersion,
  prefix: string,
  problems: ProblemList,
): Promise<Omit<Pack, 'manifest'> | undefined> => {
  let whole = true;
  const part = async <T>(path: string, reading: (bytes: Uint8Array, file: string) => T | Promise<T>): Promise<T> => {
    const bytes = files.get(path);
    const value = bytes && (await problems.gather(() => reading(bytes, prefix + path)));
    if (value === undefined) whole = false;
    // only looked at when every part is there
    return value as T;
  };
  const vector = <T extends 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon', P>(
    path: string,
    types: readonly T[],
    schema: GenericSchema<unknown, P>,
  ) => part(path, (bytes, file) => readLayer(bytes, file, types, schema));

  const hamlets = await vector(packPaths.hamlets, points, version === 1 ? hamletSchemaOfVersion1 : hamletSchema);
  const sites = await vector(packPaths.sites, points, version === 1 ? siteSchemaOfVersion1 : siteSchema);
  const parts = {
    communes: await vector(packPaths.communes, areas, communeSchema),
    districts: await vector(packPaths.districts, areas, districtSchema),
    province: await vector(packPaths.province, areas, provinceSchema),
    areas: await vector(packPaths.areas, areas, areaSchema),
    hamlets: hamlets?.features.map(({ geometry, properties: { id, name, communeCode, ...rest } }) => ({
      id,
      name,
      communeCode,
      centre: positionOf(geometry),
      ...rest,
    })),
    sites: sites?.features.map(({ geometry, properties: { id, ...rest } }) => ({
      id,
      position: positionOf(geometry),
      ...rest,
    })),
    fibreNodes: await vector(packPaths.fibreNodes, points, fibreNodeSchema),
    fibreRoutes: await vector(packPaths.fibreRoutes, lines, fibreRouteSchema),
    roads: await vector(packPaths.roads, lines, roadSchema),
    points: await vector(packPaths.points, points, pointSchema),
    terrain: await part(packPaths.terrain, (bytes, file) => readRaster(bytes, file, Int16Array)),
    landCover: await part(packPaths.landCover, (bytes, file) => readRaster(bytes, file, Uint8Array)),
    facts: await part(packPaths.facts, (bytes, file) => {
      const found = new ProblemList();
      const facts = checked(factsSchema, parseJson(bytes, file), file, '', found);
      found.throwIfErrors(file);
      return facts!;
    }),
  };
  return whole ? parts : undefined;
};

const positionOf = ({ coordinates: [lon, lat] }: { coordinates: number[] }): LonLat => [lon, lat];

const readLayer = <T extends 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon', P>(
  bytes: Uint8Array,
  file: string,
  types: readonly T[],
  schema: GenericSchema<unknown, P>,
) => {
  const { features } = readFeatureCollection(bytes, file, types);
  const problems = new ProblemList();
  const read = features.map(
    ({ geometry, properties }, i): Feature<Extract<Geometry, { type: T }>, P> => ({
      type: 'Feature',
      geometry,
      properties: checked(schema, properties, file, featurePlace(i, properties), problems)!,
    }),
  );
  problems.throwIfErrors(file);
  return { type: 'FeatureCollection' as const, features: read };
};

const readRaster = async <T extends Int16Array | Uint8Array>(
  bytes: Uint8Array,
  file: string,
  Kind: { new (length: number): T; name: string },
): Promise<Raster<T>> => {
  const raster = await readGeoTiff(bytes, file);
  if (raster.data instanceof Kind) return { grid: raster.grid, data: raster.data };
  const ruleValues = { expected: Kind.name };
  throw refuse({ file, place: 'SampleFormat', value: raster.data.constructor.name, rule: 'wrong-type', ruleValues });
};
