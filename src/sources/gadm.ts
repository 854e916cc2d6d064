import * as v from 'valibot';
import type { InputFile } from '../files/raster/elevation-files.ts';
import { readFeatureCollection } from '../files/vector/geojson-read.ts';
import { InputError } from '../model/problem.ts';
import { download } from './net/download.ts';
import { type Judgement, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import type { UnitShape } from './osm/boundaries.ts';
import { jsonOf } from './read-json.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const gadm: Source = {
  id: 'gadm',
  name: 'GADM 4.1',
  gives: ['boundaries'],
  addresses: { files: 'https://geodata.ucdavis.edu/gadm/gadm4.1/json' },
  pace: { ...bucketPace, atOnce: 1 },
  mostBytes: megabytes(200),
  terms: {
    licence: 'GADM licence: free for academic and other non-commercial use; redistribution is not allowed',
    attribution: 'Boundaries: GADM 4.1 (https://gadm.org)',
    notice: 'Holds boundaries of GADM 4.1, which may not be redistributed: this pack must not be given to others.',
    conditions:
      'GADM 4.1 is free for academic and other non-commercial use. Redistribution, or commercial use, is not allowed without its permission (https://gadm.org/license.html). A pack made with it must not be given to others.',
    mayBePassedOn: false,
  },
  fromPage: 'unknown',
};

const properties = v.object({
  GID_3: v.string(),
  NAME_1: v.string(),
  NAME_3: v.string(),
});

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();

/** Communes of a file of a country's third level, those of one province where it is named. Names are without marks. */
const unitsOf = ({ name, bytes }: InputFile, province: string | null): UnitShape[] =>
  readFeatureCollection(bytes, name, ['Polygon', 'MultiPolygon']).features.flatMap((feature, i): UnitShape[] => {
    const known = v.safeParse(properties, feature.properties);
    if (!known.success) {
      const ruleValues = { field: 'GID_3' };
      throw new InputError([
        { file: name, place: `features[${i}]`, value: '', rule: 'missing-field', ruleValues, severity: 'error' },
      ]);
    }
    const { GID_3: code, NAME_1: within, NAME_3: unit } = known.output;
    if (province !== null && plain(within) !== plain(province)) return [];
    const geometry = feature.geometry;
    const own = { code, hasOfficialCode: false, name: unit.normalize('NFC'), type: null };
    return [{ ...own, geometry, areaKm2: null, level: null, population: null }];
  });

const check = (body: Uint8Array): Judgement => {
  if (body[0] !== 0x7b) return wrongForm('GeoJSON');
  return jsonOf(body) === undefined ? { again: 'source-cut' } : { take: true };
};

/** Communes before 2025, about those of 2016 to 2018, with numbers of its own. Asked only where its terms are agreed to. */
export const gadmCommunes = async (
  net: Net,
  country: string,
  province: string | null,
  files?: readonly InputFile[],
): Promise<UnitShape[]> => {
  if (files) return files.flatMap((file) => unitsOf(file, province));
  const name = `gadm41_${country}_3.json`;
  const bytes = await download(net, gadm, { address: `${net.address(gadm)}/${name}` }, { check });
  return unitsOf({ name, bytes: bytes! }, province);
};
