import { type Site, type Structure, structures, type Technology, technologies } from '../../../model/site.ts';
import { siteSchema } from '../../pack/pack-schema.ts';
import { checked } from '../../pack/schema-check.ts';
import type { ProblemList } from '../../problem-list.ts';
import { communeOf, type ImportContext, operatorOf, type Reading } from '../context.ts';
import { plainName } from '../table/raw-table.ts';
import { assumedCells } from './assumed-cells.ts';

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

/** '4G', 'LTE' and 'L1800' are one technology. */
export const technologyOf = (text: string): Technology | undefined => {
  const plain = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const exact = technologies.find((technology) => technology === plain);
  if (exact) return exact;
  if (/^(?:GSM|EDGE|GPRS)/.test(plain)) return '2G';
  if (/^(?:UMTS|WCDMA|HSPA|HSDPA)/.test(plain)) return '3G';
  if (/^(?:LTE|EUTRA|L\d{3,4}$)/.test(plain)) return '4G';
  return /^(?:NR|5GNR|N\d{2,3}$)/.test(plain) ? '5G' : undefined;
};

/** The equipment of a tenant of which nothing is known: usual sectors; none where no facts say what a carrier holds. */
export const usualCells = (
  { facts }: ImportContext,
  operator: string,
  technology: Technology,
  siteId: string,
): ReturnType<typeof assumedCells> =>
  facts ? assumedCells({ indicators: [], parameters: [], ...facts }, operator, technology, siteId) : [];

/** A site of a row of a list of masts; undefined, and told, where the row does not make one. */
export const toSite = (reading: Reading, fallbackId: string, context: ImportContext): Site | undefined => {
  const { position, text, number, tell } = reading;
  const id = text('id') || fallbackId;
  const heightM = number('height', 1, 500);
  if (Number.isNaN(heightM) && !reading.isBad()) tell('missing-field', '', { field: 'height' });
  const names = split(text('operator'));
  if (names.length === 0) tell('missing-field', '', { field: 'operator' });
  const operators = [...new Set(names.flatMap((name) => operatorOf(reading, name, context) ?? []))];
  const used = split(text('technology')).map((name) => ({ name, technology: technologyOf(name) }));
  for (const { name, technology } of used) {
    if (!technology) tell('not-one-of', name, { allowed: technologies.join(', ') });
  }
  // a list that does not say is of today's technology
  const own = [...new Set(used.flatMap(({ technology }) => technology ?? []))];
  const carried: readonly Technology[] = own.length > 0 ? own : ['4G'];
  const communeCode = communeOf(reading, context);
  if (operators.length > 4) tell('out-of-range', text('operator'), { max: 4 });
  if (communeCode === undefined || reading.isBad()) return undefined;
  const plainStructure = plainName(text('structure'));
  return {
    id,
    position,
    communeCode,
    structure: structureWords.find(([word]) => plainName(word) === plainStructure)?.[1] ?? 'unknown',
    heightM,
    owner: text('owner') || operators[0],
    tenants: operators.map((operator) => ({
      operator,
      // the middle of a two-metre panel at the top
      antennaHeightM: Math.max(0.5, heightM - 1),
      cells: carried.flatMap((technology) => usualCells(context, operator, technology, id)),
    })),
  };
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
  for (const { operator, cells } of site.tenants) {
    operatorOf(reading, operator, context);
    for (const { band, antenna } of cells) {
      if (!context.facts) continue;
      const bands = context.facts.bands.map((known) => known.id);
      const antennas = context.facts.antennas.map((known) => known.id);
      if (!bands.includes(band)) reading.tell('not-one-of', band, { allowed: bands.join(', ') });
      if (!antennas.includes(antenna)) reading.tell('not-one-of', antenna, { allowed: antennas.join(', ') });
    }
  }
  return reading.isBad() ? undefined : { ...site, position: reading.position };
};
