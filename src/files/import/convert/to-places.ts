import type { Feature, Point } from 'geojson';
import { type Hamlet, peopleOf } from '../../../model/hamlet.ts';
import type { Measurement } from '../../../model/measurement.ts';
import type { PointOfInterestProperties } from '../../../model/pack.ts';
import { hamletSchema } from '../../pack/pack-schema.ts';
import { checked } from '../../pack/schema-check.ts';
import type { ProblemList } from '../../problem-list.ts';
import { communeOf, type ImportContext, operatorOf, type Reading } from '../context.ts';
import { plainName } from '../table/raw-table.ts';

/** People to a household where neither file nor commune tells: the census of 2019 counts 3.6 in the country. */
const usualHousehold = 3.6;

/** A hamlet of a row, everybody in one cluster at its centre; undefined, and told, where the row does not make one. */
export const toHamlet = (reading: Reading, fallbackId: string, context: ImportContext): Hamlet | undefined => {
  const { position, text, count, tell } = reading;
  const name = text('name');
  if (name === '') tell('missing-field', '', { field: 'name' });
  const people = Math.round(count('people', 0, 100_000));
  const households = Math.round(count('households', 0, 100_000));
  if (!(people > 0) && !reading.isBad()) tell('no-people', name);
  const communeCode = communeOf(reading, context);
  if (communeCode === undefined || reading.isBad()) return undefined;
  return {
    id: text('id') || fallbackId,
    name,
    communeCode,
    centre: position,
    clusters: [{ position, people }],
    households: Number.isNaN(households) ? Math.max(1, Math.round(people / usualHousehold)) : households,
    hasFibre: reading.flag('hasFibre'),
  };
};

/** A hamlet as our own packs write it, its clusters in full. */
export const toPackHamlet = (
  reading: Reading,
  properties: Readonly<Record<string, unknown>>,
  file: string,
  context: ImportContext,
  problems: ProblemList,
): Hamlet | undefined => {
  const communeCode = communeOf(reading, context);
  const read = checked(
    hamletSchema,
    { ...properties, communeCode: communeCode ?? '-' },
    file,
    reading.row.place,
    problems,
  );
  if (!read || communeCode === undefined) return undefined;
  if (peopleOf(read) <= 0) reading.tell('no-people', read.name);
  return reading.isBad() ? undefined : { ...read, centre: reading.position };
};

const kinds: readonly (readonly [RegExp, PointOfInterestProperties['kind']])[] = [
  [/school|truong|tieuhoc|thcs|thpt|mamnon|education/, 'school'],
  [/health|tramyte|yte|clinic|hospital|benhvien/, 'health-station'],
  [/post|buudien|bdvhx|buucuc/, 'post-point'],
  [/office|ubnd|uyban|tru?so|townhall/, 'commune-office'],
];

/** A point of interest of a row; undefined, and told, where the row does not make one. */
export const toPoint = (
  reading: Reading,
  fallbackId: string,
  context: ImportContext,
): Feature<Point, PointOfInterestProperties> | undefined => {
  const { position, text, tell } = reading;
  const name = text('name');
  const stated = text('kind') || name;
  const kind = kinds.find(([pattern]) => pattern.test(plainName(stated)))?.[1];
  if (name === '') tell('missing-field', '', { field: 'name' });
  else if (!kind) tell('not-one-of', stated, { allowed: kinds.map(([, known]) => known).join(', ') }, 'kind');
  const communeCode = communeOf(reading, context);
  if (!kind || communeCode === undefined || reading.isBad()) return undefined;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties: { id: text('id') || fallbackId, kind, name, communeCode },
  };
};

/** A measured level of a row; undefined, and told, where the row does not make one. */
export const toMeasurement = (
  reading: Reading,
  fallbackId: string,
  context: ImportContext,
): Measurement | undefined => {
  const { position, text, number, tell } = reading;
  const rsrpDbm = number('rsrp', -160, 0);
  if (Number.isNaN(rsrpDbm) && !reading.isBad()) tell('missing-field', '', { field: 'rsrp' });
  const code = text('mcc') && `${text('mcc')}-${text('mnc').padStart(2, '0')}`;
  const named = text('operator') || code;
  if (named === '') tell('missing-field', '', { field: 'operator' });
  const operator = named === '' ? undefined : operatorOf(reading, named, context);
  if (operator === undefined || communeOf(reading, context) === undefined || reading.isBad()) return undefined;
  return { id: text('id') || fallbackId, position, operator, rsrpDbm };
};
