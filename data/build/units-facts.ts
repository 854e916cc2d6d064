import * as v from 'valibot';
import type { Crosswalk } from '../../src/model/crosswalk.ts';
import { type CommuneType, communeTypes, type LonLat } from '../../src/model/place.ts';
import { readRows } from './facts.ts';
import { checkTable } from './facts-table.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const number = v.pipe(v.string(), v.nonEmpty(), v.transform(Number), v.finite());
const communeCode = v.pipe(v.string(), v.regex(/^\d{5}$/));
const provinceCode = v.pipe(v.string(), v.regex(/^\d{2}$/));

const unitRow = v.object({
  code: communeCode,
  name: text,
  type: v.picklist(communeTypes),
  former_province: text,
  lon: number,
  lat: number,
  area_km2: v.pipe(number, v.gtValue(0)),
  predecessors: text,
  source: text,
});

const crosswalkRow = v.object({
  code_2020: communeCode,
  name_2020: text,
  code_2025: communeCode,
  name_2025: text,
  area_share: v.pipe(number, v.minValue(0), v.maxValue(1)),
  basis: text,
  source: text,
});

const provinceRow = v.object({ code: provinceCode, name: text, folder: text, predecessors: text, source: text });

/** A unit since July 2025, as the register has it. */
export interface UnitFacts {
  code: string;
  name: string;
  type: CommuneType;
  /** The province its ground belonged to before. */
  formerProvince: string;
  point: LonLat;
  areaKm2: number;
  source: string;
}

/** A province since July 2025. */
export interface ProvinceFacts {
  code: string;
  /** With its kind before it: 'Tỉnh Thái Nguyên'. */
  name: string;
  /** Its folder at the source of boundaries. */
  folder: string;
  predecessors: string;
  source: string;
}

/** The units since July 2025 of the new province of Thái Nguyên. Errors as in `readCommuneFacts`. */
export const readUnitFacts = (): UnitFacts[] =>
  checkTable('units-2025.csv', unitRow, readRows('units-2025.csv'), (row) => row.code).map((row) => ({
    code: row.code,
    name: row.name,
    type: row.type,
    formerProvince: row.former_province,
    point: [row.lon, row.lat],
    areaKm2: row.area_km2,
    source: row.source,
  }));

/** Where the communes of 2020 have gone. Errors as in `readCommuneFacts`. */
export const readCrosswalk = (): Crosswalk => {
  const name = 'crosswalk-2020-2025.csv';
  const rows = checkTable(name, crosswalkRow, readRows(name), (row) => row.code_2020);
  return { from: '2020', to: '2025', successors: new Map(rows.map((row) => [row.code_2020, row.code_2025])) };
};

/** The 34 provinces since July 2025. Errors as in `readCommuneFacts`. */
export const readProvinceFacts = (): ProvinceFacts[] =>
  checkTable('provinces-2025.csv', provinceRow, readRows('provinces-2025.csv'), (row) => row.code);
