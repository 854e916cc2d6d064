import * as v from 'valibot';
import {
  antennaSchema,
  communeSchema,
  fibreNodeSchema,
  fibreRouteSchema,
  hamletSchema,
  pointSchema,
  siteSchema,
} from '../files/pack/pack-schema.ts';
import { between, figure, id, lonLat, name, text, wholeBetween } from '../files/pack/schema-parts.ts';
import { technologies } from '../model/site.ts';
import { pathModelIds } from '../radio/path-model.ts';
import { sharingObjectives } from '../sharing/plan/plan-types.ts';
import { type LayerId, layerIds, type StudyLayers } from './layers.ts';
import { type Change, type Moment, operationIds } from './moment.ts';

/** A position of GeoJSON, its height at most beside it; nothing is read beyond the antimeridian. */
const position = v.pipe(
  v.tupleWithRest([between(-180, 180), between(-90, 90)], figure),
  v.maxLength(3),
) as v.GenericSchema<unknown, number[]>;
const line = v.pipe(v.array(position), v.minLength(2));
const rings = v.pipe(v.array(v.pipe(v.array(position), v.minLength(4))), v.minLength(1));

const feature = <P, G>(properties: v.GenericSchema<unknown, P>, geometry: v.GenericSchema<unknown, G>) =>
  v.object({ type: v.literal('Feature'), properties, geometry });

const serviceSettings = v.object({
  technology: v.picklist(technologies),
  // a study saved before models could be chosen was computed with the first
  model: v.optional(v.picklist(pathModelIds), 'delta-bullington'),
  thresholdDbm: between(-140, -40),
  receiverHeightM: between(0, 100),
  locationPercent: v.picklist([50, 75, 90, 95]),
  maxRadiusKm: between(0, 100),
  clutter: v.boolean(),
});
const sharingRules = v.object({
  definition: v.picklist(['D1', 'D2']),
  targetRate: between(0, 1),
  urbanDistanceM: between(0, 5000),
  ruralDistanceM: between(0, 5000),
  maxTenants: wholeBetween(2, 4),
  tenantSpacingM: between(0, 50),
});

const letterhead = v.object({
  parentBody: v.exactOptional(text),
  office: v.exactOptional(text),
  number: v.exactOptional(text),
  symbol: v.exactOptional(text),
  place: v.exactOptional(text),
  date: v.exactOptional(v.pipe(v.string(), v.regex(/^(\d{4}-\d{2}-\d{2})?$/))),
  signerTitle: v.exactOptional(text),
  signerName: v.exactOptional(text),
  recipients: v.exactOptional(v.array(text)),
});

type EntrySchemas = { [L in LayerId]: v.GenericSchema<unknown, StudyLayers[L]> };
const entries: EntrySchemas = {
  sites: v.intersect([siteSchema, v.object({ position: lonLat })]),
  hamlets: v.intersect([hamletSchema, v.object({ centre: lonLat })]),
  fibreNodes: feature(fibreNodeSchema, v.object({ type: v.literal('Point'), coordinates: position })),
  fibreRoutes: feature(fibreRouteSchema, v.object({ type: v.literal('LineString'), coordinates: line })),
  points: feature(pointSchema, v.object({ type: v.literal('Point'), coordinates: position })),
  communes: feature(
    communeSchema,
    v.variant('type', [
      v.object({ type: v.literal('Polygon'), coordinates: rings }),
      v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(rings) }),
    ]),
  ),
  parameters: v.object({
    name: id,
    unit: text,
    low: figure,
    central: figure,
    high: figure,
    source: text,
    confidence: v.picklist(['sourced', 'derived', 'common estimate', 'unverified']),
    note: v.exactOptional(text),
  }),
  antennas: antennaSchema,
  locks: v.object({ hostId: id, movedId: id, lock: v.picklist(['force', 'forbid']) }),
  settings: v.variant('name', [
    v.object({ name: v.literal('service'), value: serviceSettings }),
    v.object({ name: v.literal('sharing'), value: sharingRules }),
    v.object({
      name: v.literal('letterhead'),
      value: v.object({ vi: v.exactOptional(letterhead), en: v.exactOptional(letterhead) }),
    }),
    v.object({ name: v.literal('objective'), value: v.picklist(sharingObjectives) }),
  ]),
  measurements: v.object({ id, position: lonLat, operator: id, rsrpDbm: between(-160, 0) }),
  extras: v.object({ of: text, values: v.record(v.string(), v.string()) }),
};

/** The first field of an entry that a saved study could not hold; null where all fit. */
export const unfitField = <L extends LayerId>(layer: L, entry: StudyLayers[L]): string | null => {
  const result = v.safeParse(entries[layer], entry, { abortEarly: true });
  if (result.success) return null;
  return (result.issues[0].path ?? []).map(({ key }) => String(key)).join('.');
};

const change = v.variant(
  'layer',
  layerIds.map((layer) =>
    v.object({
      layer: v.literal(layer),
      id: v.string(),
      before: v.nullable(entries[layer] as v.GenericSchema<unknown, unknown>),
      after: v.nullable(entries[layer] as v.GenericSchema<unknown, unknown>),
    }),
  ) as never,
) as v.GenericSchema<unknown, Change>;

const moment: v.GenericSchema<unknown, Moment> = v.object({
  note: v.object({ operation: v.picklist(operationIds), subject: text }),
  changes: v.array(change),
  gesture: v.exactOptional(text),
});

/** study.json of a saved study. */
export const studySchema = v.object({
  format: v.literal('phusong-study'),
  formatVersion: v.literal(1),
  base: v.object({
    id,
    title: text,
    /** SHA-256 of the pack.json the scenarios were made on. */
    checksum: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  current: v.nullable(id),
  scenarios: v.array(v.object({ id, name, done: v.array(moment), undone: v.array(moment) })),
});
export type StoredStudy = v.InferOutput<typeof studySchema>;
