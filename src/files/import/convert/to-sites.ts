import { type Site, type Structure, structures, type Technology, technologies } from '../../../model/site.ts';
import { checkSite, keysOf } from '../../pack/entry-rules.ts';
import { siteSchema } from '../../pack/pack-schema.ts';
import { checked } from '../../pack/schema-check.ts';
import type { ProblemList } from '../../problem-list.ts';
import { communeOf, type ImportContext, operatorOf } from '../context.ts';
import { plainName } from '../table/raw-table.ts';
import { assumedCells } from './assumed-cells.ts';
import type { Reading } from './reading.ts';
import { technologiesIn } from './technology.ts';

const structureWords: readonly (readonly [word: string, structure: Structure])[] = [
  ...structures.map((structure) => [plainName(structure), structure] as const),
  ['dayco', 'guyed'],
  ['cotdayco', 'guyed'],
  ['tudung', 'self-support'],
  ['cottudung', 'self-support'],
  ['lattice', 'self-support'],
  ['cotdonthan', 'monopole'],
  ['donthan', 'monopole'],
  ['mainha', 'rooftop'],
  ['trenmai', 'rooftop'],
];

const split = (text: string): string[] => text.split(/[;,|+/&]/).flatMap((part) => part.trim() || []);

/** The equipment of a tenant of which nothing is known: usual sectors; none where no facts say what a carrier holds. */
export const usualCells = (
  { facts }: ImportContext,
  operator: string,
  technology: Technology,
  siteId: string,
): ReturnType<typeof assumedCells> =>
  facts ? assumedCells({ indicators: [], parameters: [], ...facts }, operator, technology, siteId) : [];

/** Technologies of a row; a list that does not say is of today's, and that is told. */
const technologiesOf = (reading: Reading, { isStrict }: ImportContext): readonly Technology[] => {
  const used = technologiesIn(reading.text('technology'));
  for (const { name, technology } of used) {
    if (!technology) reading.tell('not-one-of', name, { allowed: technologies.join(', ') }, 'technology');
  }
  const own = [...new Set(used.flatMap(({ technology }) => technology ?? []))];
  if (own.length > 0 || used.length > 0) return own;
  if (isStrict) reading.tell('missing-field', '', { field: 'technologies' });
  else reading.note('assumed-technology', '', { technology: '4G' });
  return ['4G'];
};

/** The structure a row names; a word that is none of them is told, since it decides who may share it. */
const structureOf = (reading: Reading): Structure => {
  const stated = reading.text('structure');
  const plain = plainName(stated);
  const found = structureWords.find(([word]) => plainName(word) === plain)?.[1];
  if (!found && plain !== '') reading.note('not-one-of', stated, { allowed: structures.join(', ') });
  return found ?? 'unknown';
};

/** A site of a row of a list of masts; undefined, and told, where the row does not make one. */
export const toSite = (reading: Reading, fallbackId: string, context: ImportContext): Site | undefined => {
  const { position, text, name: nameOf, number, tell } = reading;
  const id = reading.id(fallbackId);
  const owner = nameOf('owner');
  const heightM = number('height', 1, 500);
  if (Number.isNaN(heightM) && !reading.isBad()) tell('missing-field', '', { field: 'height' });
  const names = split(text('operator'));
  if (names.length === 0) tell('missing-field', '', { field: 'operator' });
  const operators = [...new Set(names.flatMap((name) => operatorOf(reading, name, context) ?? []))];
  const carried = technologiesOf(reading, context);
  const communeCode = communeOf(reading, context);
  if (operators.length > 4) tell('out-of-range', text('operator'), { max: 4 }, 'operator');
  if (communeCode === undefined || reading.isBad()) return undefined;
  return {
    id,
    position,
    communeCode,
    structure: structureOf(reading),
    heightM,
    owner: owner || operators[0],
    tenants: operators.map((operator) => ({
      operator,
      // the middle of a two-metre panel at the top
      antennaHeightM: Math.max(0.5, heightM - 1),
      cells: carried.flatMap((technology) => usualCells(context, operator, technology, id)),
    })),
  };
};

/** Tells every key of a site that the facts do not have, and what else a pack would not take. */
const tellKeys = (
  reading: Reading,
  site: Pick<Site, 'tenants' | 'heightM'>,
  facts: NonNullable<ImportContext['facts']>,
): void => {
  const known = keysOf(facts);
  checkSite(site, known, (way, value, rule, ruleValues) => {
    const key = /(operator|band|antenna)$/.exec(way)?.[1] as 'operator' | 'band' | 'antenna' | undefined;
    if (rule !== 'unknown-reference' || !key) reading.tell(rule, value, ruleValues, way);
    else reading.tell('not-one-of', value, { allowed: [...known[`${key}s`]].join(', ') }, key);
  });
};

/** A site as our own packs write it, its tenants in full. */
export const toPackSite = (
  reading: Reading,
  properties: Readonly<Record<string, unknown>>,
  file: string,
  context: ImportContext,
  problems: ProblemList,
): Site | undefined => {
  const communeCode = communeOf(reading, context);
  const site = checked(
    siteSchema,
    { ...properties, communeCode: communeCode ?? '-' },
    file,
    reading.row.place,
    problems,
  );
  if (!site || communeCode === undefined) return undefined;
  if (context.facts) tellKeys(reading, site, context.facts);
  return reading.isBad() ? undefined : { ...site, position: reading.position };
};
