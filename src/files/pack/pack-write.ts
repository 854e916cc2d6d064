import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { GenericSchema } from 'valibot';
import type { Hamlet } from '../../model/hamlet.ts';
import type { Pack, PackFormatVersion, PackManifest } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import { NO_HEIGHT } from '../../model/raster.ts';
import type { Site } from '../../model/site.ts';
import { ProblemList } from '../problem-list.ts';
import { writeGeoTiff } from '../raster/geotiff-write.ts';
import { sha256Hex } from '../sha256.ts';
import { packPaths } from './pack-layout.ts';
import {
  areaSchema,
  communeSchema,
  districtSchema,
  factsSchema,
  fibreNodeSchema,
  fibreRouteSchema,
  hamletSchema,
  manifestDraftSchema,
  pointSchema,
  provinceSchema,
  roadSchema,
  siteSchema,
} from './pack-schema.ts';
import { checked, featurePlace } from './schema-check.ts';

/** A pack before its files have checksums. */
export type PackDraft = Omit<Pack, 'manifest'> & { manifest: Omit<PackManifest, 'files'> };

/** A millionth of a degree is 0.11 m: finer than any source. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6 + 0;
const rounded = ([lon, lat]: LonLat | Position): [number, number] => [round(lon), round(lat)];

type Nested = Position | Nested[];
const roundAll = (coordinates: Nested): Nested =>
  typeof coordinates[0] === 'number' ? rounded(coordinates as Position) : (coordinates as Nested[]).map(roundAll);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One feature a line: compact, and two packs can still be compared. */
const geoJson = <P>(
  path: string,
  features: readonly Feature<Geometry, P>[],
  schema: GenericSchema<unknown, P>,
  problems: ProblemList,
): Uint8Array => {
  const lines = features.map(({ geometry, properties }, i) => {
    const { type, coordinates } = geometry as { type: string; coordinates: Nested };
    return JSON.stringify({
      type: 'Feature',
      properties: checked(schema, properties, path, featurePlace(i, properties), problems),
      geometry: { type, coordinates: roundAll(coordinates) },
    });
  });
  return encode(`{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`);
};

const pointFeature = <P>(position: LonLat, properties: P): Feature<Geometry, P> => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...position] },
  properties,
});

const hamletFeature = ({ centre, clusters, ...rest }: Hamlet) =>
  pointFeature(centre, {
    ...rest,
    clusters: clusters.map(({ position, people }) => ({ position: rounded(position), people })),
  });

const siteFeature = ({ position, ...rest }: Site) => pointFeature(position, rest);

const withRoundedPoints = ({ features }: Pack['communes']) =>
  features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, point: rounded(feature.properties.point) },
  }));

/** The first version that can say all that a pack says: what needs no later one still opens where only that is known. */
const formatVersionOf = ({ manifest, hamlets, sites }: PackDraft): PackFormatVersion =>
  hamlets.some(({ gridPower }) => gridPower !== undefined) || sites.some(({ fibre }) => fibre !== undefined)
    ? 2
    : manifest.formatVersion;

/**
 * The files of a pack by path, pack.json last with the SHA-256 of every other. The same pack gives the same bytes;
 * positions are rounded to six decimals. Throws InputError when a value would not pass the reader's schema.
 */
export const writePack = (pack: PackDraft): Map<string, Uint8Array> => {
  const problems = new ProblemList();
  const files = new Map<string, Uint8Array>();
  const vector = <P>(path: string, features: readonly Feature<Geometry, P>[], schema: GenericSchema<unknown, P>) =>
    files.set(path, geoJson(path, features, schema, problems));
  const collection = <P>(
    path: string,
    { features }: FeatureCollection<Geometry, P>,
    schema: GenericSchema<unknown, P>,
  ) => vector(path, features, schema);

  vector(packPaths.communes, withRoundedPoints(pack.communes), communeSchema);
  collection(packPaths.districts, pack.districts, districtSchema);
  collection(packPaths.province, pack.province, provinceSchema);
  collection(packPaths.areas, pack.areas, areaSchema);
  vector(packPaths.hamlets, pack.hamlets.map(hamletFeature), hamletSchema);
  vector(packPaths.sites, pack.sites.map(siteFeature), siteSchema);
  collection(packPaths.fibreNodes, pack.fibreNodes, fibreNodeSchema);
  collection(packPaths.fibreRoutes, pack.fibreRoutes, fibreRouteSchema);
  collection(packPaths.roads, pack.roads, roadSchema);
  collection(packPaths.points, pack.points, pointSchema);
  files.set(packPaths.terrain, writeGeoTiff(pack.terrain, NO_HEIGHT));
  files.set(packPaths.landCover, writeGeoTiff(pack.landCover, 0));
  const facts = checked(factsSchema, pack.facts, packPaths.facts, '', problems);
  files.set(packPaths.facts, encode(`${JSON.stringify(facts, null, 2)}\n`));
  const manifest = checked(
    manifestDraftSchema,
    { ...pack.manifest, formatVersion: formatVersionOf(pack) },
    packPaths.manifest,
    '',
    problems,
  );
  problems.throwIfErrors(packPaths.manifest);

  const listed = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) }));
  files.set(packPaths.manifest, encode(`${JSON.stringify({ ...manifest, files: listed }, null, 2)}\n`));
  return files;
};
