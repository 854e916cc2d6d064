import * as v from 'valibot';
import type { Antenna, Facts } from '../../model/facts.ts';
import type { Hamlet } from '../../model/hamlet.ts';
import {
  type FibreNodeProperties,
  type FibreRouteProperties,
  layerKinds,
  layerNames,
  type PackManifest,
  type PointOfInterestProperties,
  packFormatVersions,
  type RoadProperties,
  terrainModels,
} from '../../model/pack.ts';
import { type AreaOfInterest, type Commune, communeTypes, type District } from '../../model/place.ts';
import { type Site, structures, technologies } from '../../model/site.ts';
import { carrierWidthsMHz } from '../../radio/resource-blocks.ts';
import { between, count, figure, id, isoDate, lonLat, name, notAllowed, text, wholeBetween } from './schema-parts.ts';

/** The order of entries is the order of keys in the files written. */
type Schema<T> = v.GenericSchema<unknown, T>;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** Forward slashes, no way out of the folder. */
const path = v.pipe(v.string(), v.regex(/^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\:]+$/));

const provenance = v.object({
  kind: v.picklist(layerKinds),
  source: text,
  date: text,
  licence: text,
  note: v.optional(text),
  attribution: v.optional(text),
});
type ProvenanceEntries = Record<(typeof layerNames)[number], typeof provenance>;

const manifestEntries = {
  format: v.literal('phusong-pack'),
  formatVersion: v.picklist(packFormatVersions),
  id,
  title: name,
  titleEn: name,
  vintage: id,
  date: isoDate,
  boundingBox: v.strictTuple([between(-180, 180), between(-90, 90), between(-180, 180), between(-90, 90)]),
  gridZoom: wholeBetween(5, 16),
  terrainModel: v.picklist(terrainModels),
  terrainCoveredShare: between(0, 1),
  provenance: v.object(Object.fromEntries(layerNames.map((layer) => [layer, provenance])) as ProvenanceEntries),
  notice: v.optional(text),
  mayBePassedOn: v.optional(v.boolean()),
} as const;

const origin = v.optional(
  v.object({ synthetic: v.optional(v.boolean()), source: v.optional(text), assumed: v.optional(v.array(id)) }),
);
const traced = { origin, positionUncertaintyM: v.optional(between(0, 1e6)) } as const;

/** pack.json before its files are known. */
export const manifestDraftSchema: Schema<Omit<PackManifest, 'files'>> = v.object(manifestEntries);
export const manifestSchema: Schema<PackManifest> = v.object({
  ...manifestEntries,
  files: v.array(v.object({ path, bytes: count, sha256 })),
});

export const communeSchema: Schema<Commune> = v.object({
  code: id,
  vintage: id,
  name,
  type: v.picklist(communeTypes),
  districtCode: id,
  districtName: name,
  point: lonLat,
  areaKm2: between(0, 1e6),
  population: count,
  households: count,
  origin,
});

export const districtSchema: Schema<District> = v.object({ code: id, name });
export const provinceSchema: Schema<{ name: string }> = v.object({ name });

export const areaSchema: Schema<AreaOfInterest> = v.object({
  id,
  name,
  nameEn: name,
  purpose: v.picklist(['heritage', 'it-zone', 'smart-city', 'pilot']),
  communeCodes: v.array(id),
});

const known = v.optional(v.picklist(['yes', 'no', 'unknown']));

const hamletEntries = {
  id,
  name,
  communeCode: id,
  clusters: v.pipe(v.array(v.object({ position: lonLat, people: count })), v.minLength(1)),
  households: count,
  hasFibre: v.boolean(),
} as const;
/** A hamlet's properties; its centre is the feature's point. */
export const hamletSchema: Schema<Omit<Hamlet, 'centre'>> = v.object({
  ...hamletEntries,
  gridPower: known,
  ...traced,
});
/** Before version 2 a property of that name meant nothing. */
export const hamletSchemaOfVersion1: Schema<Omit<Hamlet, 'centre'>> = v.object({ ...hamletEntries, ...traced });

/** Widths that the computation has no resource blocks for are refused here, where the site can still be named. */
const cell = v.pipe(
  v.object({
    id,
    technology: v.picklist(technologies),
    band: id,
    powerDbm: between(-30, 70),
    bandwidthMHz: between(0.1, 400),
    antenna: id,
    azimuthDeg: between(0, 360),
    mechanicalTiltDeg: between(-90, 90),
    electricalTiltDeg: between(-90, 90),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { technology, bandwidthMHz } = dataset.value;
    const widths = carrierWidthsMHz[technology];
    if (!widths || widths.includes(bandwidthMHz)) return;
    const at = {
      type: 'object',
      origin: 'value',
      input: dataset.value,
      key: 'bandwidthMHz',
      value: bandwidthMHz,
    } as const;
    addIssue({ message: notAllowed(widths), input: bandwidthMHz, path: [at] });
  }),
);

const siteEntries = {
  id,
  communeCode: id,
  structure: v.picklist(structures),
  heightM: between(0, 500),
  owner: text,
  tenants: v.pipe(
    v.array(v.object({ operator: id, antennaHeightM: between(0, 500), cells: v.array(cell) })),
    v.minLength(1),
    v.maxLength(4),
  ),
} as const;
/** A site's properties; its position is the feature's point. */
export const siteSchema: Schema<Omit<Site, 'position'>> = v.object({ ...siteEntries, fibre: known, ...traced });
export const siteSchemaOfVersion1: Schema<Omit<Site, 'position'>> = v.object({ ...siteEntries, ...traced });

export const fibreNodeSchema: Schema<FibreNodeProperties> = v.object({
  id,
  kind: v.picklist(['office', 'hamlet']),
  communeCode: id,
});
export const fibreRouteSchema: Schema<FibreRouteProperties> = v.object({
  id,
  from: id,
  to: id,
  lengthKm: between(0, 1e4),
});
export const roadSchema: Schema<RoadProperties> = v.object({
  id,
  class: v.picklist(['main', 'local']),
  lengthKm: between(0, 1e4),
});
export const pointSchema: Schema<PointOfInterestProperties> = v.object({
  id,
  kind: v.picklist(['commune-office', 'school', 'health-station', 'post-point']),
  name,
  communeCode: id,
});

const confidence = v.picklist(['sourced', 'derived', 'common estimate', 'unverified']);

const cut = v.pipe(v.array(between(-60, 200)), v.length(360));

export const antennaSchema: Schema<Antenna> = v.variant('kind', [
  v.object({
    id,
    kind: v.picklist(['sector', 'omni']),
    gainDbi: between(-20, 50),
    horizontalBeamwidthDeg: between(0, 360),
    verticalBeamwidthDeg: between(0, 360),
    frontToBackDb: between(0, 100),
    sideLobeDb: between(0, 100),
    source: text,
  }),
  v.object({
    id,
    kind: v.literal('measured'),
    name: text,
    frequencyMHz: between(30, 6000),
    gainDbi: between(-20, 50),
    electricalTiltDeg: between(-45, 45),
    horizontalDb: cut,
    verticalDb: cut,
    source: text,
  }),
]);

export const factsSchema: Schema<Facts> = v.object({
  indicators: v.array(
    v.object({ id, value: figure, unit: text, date: text, definition: text, definitionEn: text, source: text }),
  ),
  parameters: v.array(
    v.object({
      name: id,
      unit: text,
      low: figure,
      central: figure,
      high: figure,
      source: text,
      confidence,
      note: v.optional(text),
    }),
  ),
  operators: v.array(v.object({ id, name, mccMnc: text, source: text })),
  bands: v.array(
    v.object({
      id,
      name: text,
      downlinkMHz: between(30, 100_000),
      duplex: v.picklist(['FDD', 'TDD']),
      holdings: v.array(
        v.object({ operator: id, widthMHz: between(0, 1000), technologies: v.array(v.picklist(technologies)) }),
      ),
      source: text,
      confidence,
    }),
  ),
  antennas: v.array(antennaSchema),
});
