import * as v from 'valibot';
import type { AntennaType, Band, Facts, Indicator, Operator, Parameter } from '../../src/model/facts.ts';
import type { AreaOfInterest, Commune, LonLat } from '../../src/model/place.ts';
import { technologies } from '../../src/model/site.ts';
import { factText } from './fact-files.ts';
import { type CsvRow, checkTable, readCsv } from './facts-table.ts';
import type { Relief } from './ground.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const isoDate = v.pipe(v.string(), v.isoDate());
const confidence = v.picklist(['sourced', 'derived', 'common estimate', 'unverified']);
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

const indicator = v.object({
  id: text,
  value: v.pipe(v.number(), v.finite()),
  unit: text,
  date: isoDate,
  definition: text,
  definitionEn: text,
  source: text,
});

const parameter = v.pipe(
  v.object({
    name: text,
    unit: text,
    low: v.pipe(v.number(), v.finite()),
    central: v.pipe(v.number(), v.finite()),
    high: v.pipe(v.number(), v.finite()),
    source: text,
    confidence,
    note: v.optional(text),
  }),
  v.check((p) => p.low <= p.central && p.central <= p.high, 'low ≤ central ≤ high'),
);

const operator = v.object({ id: text, name: text, mccMnc: v.pipe(v.string(), v.regex(/^\d{3}-\d{2}$/)), source: text });

const band = v.object({
  id: text,
  name: text,
  downlinkMHz: positive,
  duplex: v.picklist(['FDD', 'TDD']),
  holdings: v.array(v.object({ operator: text, widthMHz: positive, technologies: v.array(v.picklist(technologies)) })),
  source: text,
  confidence,
});

const antenna = v.object({
  id: text,
  kind: v.picklist(['sector', 'omni']),
  gainDbi: v.pipe(v.number(), v.finite()),
  horizontalBeamwidthDeg: positive,
  verticalBeamwidthDeg: positive,
  frontToBackDb: v.pipe(v.number(), v.finite()),
  sideLobeDb: v.pipe(v.number(), v.finite()),
  source: text,
});

const area = v.object({
  id: text,
  name: text,
  nameEn: text,
  purpose: v.picklist(['heritage', 'it-zone', 'smart-city', 'pilot']),
  communeCodes: v.pipe(v.array(text), v.nonEmpty()),
  areaHa: v.optional(positive),
  source: text,
});

const readJson = (name: string): unknown => JSON.parse(factText(name));
export const readRows = (name: string): CsvRow[] => readCsv(name, factText(name));

const number = v.pipe(v.string(), v.nonEmpty(), v.transform(Number), v.finite());
const count = v.pipe(number, v.integer(), v.minValue(1));
const maybeNumber = v.pipe(
  v.string(),
  v.transform((s) => (s === '' ? null : Number(s))),
  v.nullable(v.pipe(v.number(), v.finite())),
);

const communeRow = v.object({
  code: v.pipe(v.string(), v.regex(/^\d{5}$/)),
  name: text,
  type: v.picklist(['xã', 'phường', 'thị trấn']),
  district_code: text,
  district_name: text,
  lon: number,
  lat: number,
  area_km2: v.pipe(number, v.gtValue(0)),
  population: count,
  households: count,
  population_source: text,
  covered_share: v.pipe(number, v.minValue(0), v.maxValue(1)),
  min_m: maybeNumber,
  p10_m: maybeNumber,
  mean_m: maybeNumber,
  median_m: maybeNumber,
  p90_m: maybeNumber,
  max_m: maybeNumber,
  source: text,
});

const neighbourRow = v.object({
  code: v.pipe(v.string(), v.regex(/^\d{5}$/)),
  name: text,
  district_name: text,
  province_name: text,
  lon: number,
  lat: number,
  edge_distance_km: v.pipe(number, v.minValue(0)),
  source: text,
});

/** A commune of 2020 with what was measured of its relief. */
export interface CommuneFacts {
  commune: Commune;
  relief: Relief;
  source: string;
}

/** A commune of a neighbouring province: a point that bounds the province from outside. */
export interface Neighbour {
  code: string;
  name: string;
  point: LonLat;
  source: string;
}

/** An area of interest as the sources name it; `areaHa` where it is a zone of its own rather than whole communes. */
export interface AreaFacts extends AreaOfInterest {
  areaHa?: number;
  source: string;
}

/**
 * The communes of 2020 from data/facts/communes.csv, in the order of their codes.
 * @throws InputError naming row, value and rule when a row is not what it should be
 */
export const readCommuneFacts = (): CommuneFacts[] =>
  checkTable('communes.csv', communeRow, readRows('communes.csv'), (row) => row.code).map((row) => ({
    commune: {
      code: row.code,
      vintage: '2020',
      name: row.name,
      type: row.type,
      districtCode: row.district_code,
      districtName: row.district_name,
      point: [row.lon, row.lat],
      areaKm2: row.area_km2,
      population: row.population,
      households: row.households,
    },
    relief: {
      coveredShare: row.covered_share,
      minM: row.min_m,
      p10M: row.p10_m,
      meanM: row.mean_m,
      medianM: row.median_m,
      p90M: row.p90_m,
      maxM: row.max_m,
    },
    source: row.source,
  }));

/** The communes around the province from data/facts/neighbours.csv. Errors as in `readCommuneFacts`. */
export const readNeighbours = (): Neighbour[] =>
  checkTable('neighbours.csv', neighbourRow, readRows('neighbours.csv'), (row) => row.code).map((row) => ({
    code: row.code,
    name: row.name,
    point: [row.lon, row.lat],
    source: row.source,
  }));

/** The areas of interest from data/facts/areas.json. Errors as in `readCommuneFacts`. */
export const readAreaFacts = (): AreaFacts[] => checkTable('areas.json', area, readJson('areas.json'), (row) => row.id);

/** The tables every pack carries, from data/facts/*.json. Errors as in `readCommuneFacts`. */
export const readFacts = (): Facts => ({
  indicators: checkTable(
    'indicators.json',
    indicator,
    readJson('indicators.json'),
    (row) => row.id,
  ) satisfies Indicator[],
  parameters: checkTable(
    'parameters.json',
    parameter,
    readJson('parameters.json'),
    (row) => row.name,
  ) satisfies Parameter[],
  operators: checkTable('operators.json', operator, readJson('operators.json'), (row) => row.id) satisfies Operator[],
  bands: checkTable('bands.json', band, readJson('bands.json'), (row) => row.id) satisfies Band[],
  antennas: checkTable('antennas.json', antenna, readJson('antennas.json'), (row) => row.id) satisfies AntennaType[],
});
