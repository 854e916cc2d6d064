import * as v from 'valibot';
import type { InputFile } from '../files/raster/elevation-files.ts';
import { readFeatureCollection } from '../files/vector/geojson-read.ts';
import { InputError } from '../model/problem.ts';
import { sourceError } from './failure.ts';
import { download } from './net/download.ts';
import { byStatus, type Judgement, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import { splitName, type UnitShape } from './osm/boundaries.ts';
import { jsonOf } from './read-json.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const geoboundaries: Source = {
  id: 'geoboundaries',
  name: 'geoBoundaries',
  gives: ['boundaries'],
  addresses: {
    list: 'https://www.geoboundaries.org/api/current/gbOpen',
    // the addresses it names lead where no page can follow; its files are kept beside its repository
    files: 'https://media.githubusercontent.com/media/wmgeolab/geoBoundaries',
  },
  pace: { ...bucketPace, atOnce: 2 },
  mostBytes: megabytes(120),
  terms: {
    licence: 'as the layer states, CC BY 4.0 or another',
    attribution: 'geoBoundaries, Runfola et al. (2020), PLoS ONE 15(4): e0231866',
    mayBePassedOn: true,
  },
  fromPage: 'yes',
};

export const boundaryLevels = ['ADM0', 'ADM1', 'ADM2', 'ADM3', 'ADM4'] as const;
export type BoundaryLevel = (typeof boundaryLevels)[number];

const entrySchema = v.object({
  boundaryLicense: v.string(),
  boundaryYearRepresented: v.optional(v.string()),
  boundarySource: v.optional(v.string()),
  gjDownloadURL: v.pipe(v.string(), v.url()),
});

const properties = v.object({ shapeName: v.string(), shapeID: v.string() });

export interface BoundariesGiven {
  units: UnitShape[];
  /** The layer's own licence, which differs by layer and release. */
  licence: string;
  year: string;
}

const unitsOf = ({ name, bytes }: InputFile): UnitShape[] => {
  const { features } = readFeatureCollection(bytes, name, ['Polygon', 'MultiPolygon']);
  return features.map((feature, i) => {
    const known = v.safeParse(properties, feature.properties);
    if (known.success) {
      const { shapeName, shapeID } = known.output;
      return {
        code: shapeID,
        hasOfficialCode: false,
        ...splitName(shapeName),
        geometry: feature.geometry,
        areaKm2: null,
        level: null,
        population: null,
      };
    }
    const ruleValues = { field: 'shapeID' };
    throw new InputError([
      { file: name, place: `features[${i}]`, value: '', rule: 'missing-field', ruleValues, severity: 'error' },
    ]);
  });
};

const check = (body: Uint8Array): Judgement => {
  const start = new TextDecoder().decode(body.subarray(0, 200)).trimStart();
  if (start.startsWith('version https://git-lfs')) return { stop: 'source-pointer' };
  if (!start.startsWith('{')) return wrongForm('GeoJSON');
  return jsonOf(body) === undefined ? { again: 'source-cut' } : { take: true };
};

/** The units of a country at a level. The file's address is built anew: the one the list gives can't be followed. */
export const geoBoundariesUnits = async (
  net: Net,
  country: string,
  level: BoundaryLevel,
  files?: readonly InputFile[],
): Promise<BoundariesGiven> => {
  if (files) return { units: files.flatMap(unitsOf), licence: 'as the file’s giver states', year: 'not stated' };
  const list = `${net.address(geoboundaries, 'list')}/${encodeURIComponent(country)}/${level}/`;
  const isEntry = (body: Uint8Array): Judgement =>
    v.is(entrySchema, jsonOf(body)) ? { take: true } : wrongForm('JSON: gjDownloadURL');
  const { bytes } = await net.ask(
    geoboundaries,
    { address: list, accept: 'application/json' },
    { judge: byStatus, check: isEntry },
  );
  const entry = v.parse(entrySchema, jsonOf(bytes!));
  const [, path] = /\/raw\/([\w./-]+)$/.exec(new URL(entry.gjDownloadURL).pathname) ?? [];
  if (!path) throw sourceError(geoboundaries, entry.gjDownloadURL, '', 'source-form', { expected: '…/raw/…' });
  const address = `${net.address(geoboundaries, 'files')}/${path}`;
  const file = await download(net, geoboundaries, { address }, { check });
  const name = path.split('/').at(-1)!;
  return {
    units: unitsOf({ name, bytes: file! }),
    licence: entry.boundaryLicense,
    year: entry.boundaryYearRepresented ?? 'not stated',
  };
};
