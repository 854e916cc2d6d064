import type { Feature, Point } from 'geojson';
import { type Hamlet, peopleOf } from '../../../model/hamlet.ts';
import type { PointOfInterestProperties } from '../../../model/pack.ts';
import { hamletSchema } from '../../pack/pack-schema.ts';
import { checked } from '../../pack/schema-check.ts';
import type { ProblemList } from '../../problem-list.ts';
import { communeOf, type ImportContext } from '../context.ts';
import { plainName } from '../table/raw-table.ts';
import type { Reading } from './reading.ts';

/** People to a household where neither file nor commune tells: the census of 2019 counts 3.6 in the country. */
const usualHousehold = 3.6;

/** People to a household of a commune, by the census; the country's where there is no commune. */
const householdOf = ({ communes }: ImportContext, code: string): number => {
  const commune = communes?.features.find(({ properties }) => properties.code === code)?.properties;
  return commune && commune.households > 0 ? commune.population / commune.households : usualHousehold;
};

/** Whether there is fibre, where the row says it; what it leaves open counts as none, and is told. */
const fibreOf = (reading: Reading, { isStrict }: ImportContext): boolean => {
  const stated = reading.flag('hasFibre');
  if (stated !== undefined) return stated;
  const text = reading.text('hasFibre');
  if (!isStrict) reading.note('fibre-unstated', text);
  else if (text === '') reading.tell('missing-field', '', { field: 'has_fibre' });
  else reading.tell('not-one-of', text, { allowed: 'có, không, x, 1, 0, true, false' }, 'hasFibre');
  return false;
};

/** A hamlet of a row, everybody in one cluster at its centre; undefined, and told, where the row does not make one. */
export const toHamlet = (reading: Reading, fallbackId: string, context: ImportContext): Hamlet | undefined => {
  const { position, name: nameOf, count, tell } = reading;
  const id = reading.id(fallbackId);
  const name = nameOf('name');
  if (name === '') tell('missing-field', '', { field: 'name' });
  const people = count('people', 0, 100_000);
  const households = count('households', 0, 100_000);
  if (!(people > 0) && !reading.isBad()) tell('no-people', name, undefined, `(${id})`);
  const hasFibre = fibreOf(reading, context);
  const communeCode = communeOf(reading, context);
  if (communeCode === undefined || reading.isBad()) return undefined;
  if (Number.isNaN(households) && reading.holds('households')) reading.note('assumed-households', '');
  return {
    id,
    name,
    communeCode,
    centre: position,
    clusters: [{ position, people }],
    households: Number.isNaN(households)
      ? Math.max(1, Math.round(people / householdOf(context, communeCode)))
      : households,
    hasFibre,
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
  const { position, text, name: nameOf, tell } = reading;
  const id = reading.id(fallbackId);
  const name = nameOf('name');
  const stated = text('kind') || name;
  const kind = kinds.find(([pattern]) => pattern.test(plainName(stated)))?.[1];
  if (name === '') tell('missing-field', '', { field: 'name' });
  else if (!kind) tell('not-one-of', stated, { allowed: kinds.map(([, known]) => known).join(', ') }, 'kind');
  const communeCode = communeOf(reading, context);
  if (!kind || communeCode === undefined || reading.isBad()) return undefined;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties: { id, kind, name, communeCode },
  };
};
