import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { InputFile } from '../files/raster/elevation-files.ts';
import { readFeatureCollection } from '../files/vector/geojson-read.ts';
import { InputError } from '../model/problem.ts';
import { sourceError } from './failure.ts';
import { byStatus, type Judgement, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import { splitName, type UnitShape } from './osm/boundaries.ts';
import { jsonOf } from './read-json.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

/** Its dated files are renamed with every release: one state of it is asked for, always the same. */
const commit = 'cd58063299585146ded3981f2272946ef19ced54';
const repository = 'thanglequoc/vietnamese-provinces-database';

export const thanglequoc: Source = {
  id: 'thanglequoc',
  name: repository,
  gives: ['boundaries'],
  addresses: {
    files: `https://raw.githubusercontent.com/${repository}/${commit}`,
    list: `https://api.github.com/repos/${repository}/contents`,
  },
  pace: { ...bucketPace, atOnce: 6, busyMs: 60_000 },
  mostBytes: megabytes(5),
  terms: {
    licence: 'MIT; shapes derived by it from sapnhap.bando.com.vn',
    attribution: `Administrative units: ${repository} (MIT), after sapnhap.bando.com.vn`,
    mayBePassedOn: true,
  },
  fromPage: 'yes',
};

const listing = v.array(
  v.object({
    name: v.string(),
    path: v.pipe(v.string(), v.regex(/^json\/geojson\/[\w/.-]+$/)),
    sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
    size: v.number(),
    type: v.string(),
  }),
);
type Entry = v.InferOutput<typeof listing>[number];

const properties = v.object({ code: v.string(), fullName: v.string(), areaKm2: v.optional(v.number()) });

/** A file's name as git knows it: SHA-1 of its length and content. */
const gitName = (bytes: Uint8Array): string => {
  const head = new TextEncoder().encode(`blob ${bytes.length}\0`);
  return bytesToHex(sha1.create().update(head).update(bytes).digest());
};

const listOf = async (net: Net, folder: string): Promise<Entry[]> => {
  const address = `${net.address(thanglequoc, 'list')}/json/geojson/${folder}/wards?ref=${commit}`;
  const check = (body: Uint8Array): Judgement =>
    v.is(listing, jsonOf(body)) ? { take: true } : wrongForm('JSON: name, path, sha');
  const question = { address, accept: 'application/vnd.github+json' };
  const { bytes } = await net.ask(thanglequoc, question, { judge: byStatus, check });
  return v
    .parse(listing, jsonOf(bytes!))
    .filter(({ type, name }) => type === 'file' && name.endsWith('.geojson'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

const unitsOf = ({ name, bytes }: InputFile): UnitShape[] =>
  readFeatureCollection(bytes, name, ['Polygon', 'MultiPolygon']).features.map((feature, i) => {
    const known = v.safeParse(properties, feature.properties);
    if (!known.success) {
      const ruleValues = { field: 'code' };
      throw new InputError([
        { file: name, place: `features[${i}]`, value: '', rule: 'missing-field', ruleValues, severity: 'error' },
      ]);
    }
    const { code, fullName, areaKm2 = null } = known.output;
    const { geometry } = feature;
    return { code, hasOfficialCode: true, ...splitName(fullName), geometry, areaKm2, level: null, population: null };
  });

const isUnit = (file: InputFile): boolean => {
  try {
    return unitsOf(file).length > 0;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
};

/** What a file of a unit must be: of the length and with the checksum its list gives, and a map of units. */
const checkFile =
  ({ name, sha, size }: Entry) =>
  (body: Uint8Array): Judgement => {
    const start = new TextDecoder().decode(body.subarray(0, 30));
    if (start.startsWith('version https://git-lfs')) return { stop: 'source-pointer' };
    if (body.length < size && start.startsWith('{')) return { again: 'source-cut' };
    if (gitName(body) !== sha) {
      return start.startsWith('{') ? { again: 'source-checksum', values: { expected: sha } } : wrongForm('GeoJSON');
    }
    return isUnit({ name, bytes: body }) ? { take: true } : { stop: 'source-form', values: { expected: 'GeoJSON' } };
  };

/**
 * Units since July 2025 of a province, by official code, in the order of their codes.
 *
 * @param folder the province's at the source: '19_thai_nguyen'
 * @param codes only these, where not all are wanted
 */
export const thanglequocUnits = async (
  net: Net,
  folder: string,
  codes?: ReadonlySet<string>,
  files?: readonly InputFile[],
): Promise<UnitShape[]> => {
  const isWanted = (code: string): boolean => codes === undefined || codes.has(code);
  if (files) return files.flatMap(unitsOf).filter(({ code }) => isWanted(code));
  const entries = (await listOf(net, folder)).filter(({ name }) => isWanted(name.slice(0, 5)));
  if (entries.length === 0) {
    throw sourceError(thanglequoc, net.address(thanglequoc, 'list'), folder, 'nothing-here');
  }
  const units = await Promise.all(
    entries.map(async (entry) => {
      const address = `${net.address(thanglequoc)}/${entry.path}`;
      const { bytes } = await net.ask(thanglequoc, { address }, { judge: byStatus, check: checkFile(entry) });
      return unitsOf({ name: entry.name, bytes: bytes! });
    }),
  );
  return units.flat();
};
