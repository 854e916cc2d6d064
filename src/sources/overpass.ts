import { refuse } from '../files/problem-list.ts';
import type { InputFile } from '../files/raster/elevation-files.ts';
import type { BoundingBox } from '../model/place.ts';
import { sourceError } from './failure.ts';
import type { Answer } from './net/exchange.ts';
import { byStatus, type Judgement, wordsOf, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import { mergeAnswers, type OsmAnswer, readOsmJson } from './osm/elements.ts';
import { inhabited, roadValues, siteValues } from './osm/features.ts';
import { megabytes, type Source, servicePace, type Terms } from './source.ts';

export const openStreetMapTerms: Terms = {
  licence: 'ODbL 1.0',
  attribution: '© OpenStreetMap contributors (https://www.openstreetmap.org/copyright)',
  notice:
    'Contains information from OpenStreetMap: this pack is a derived database and is made available under the Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/.',
  mayBePassedOn: true,
};

export const overpass: Source = {
  id: 'overpass',
  name: 'OpenStreetMap (Overpass)',
  gives: ['boundaries', 'places', 'roads', 'masts'],
  addresses: { api: 'https://overpass-api.de/api' },
  // one request at a time, by the house rules; an answer takes as long as its query may
  pace: { ...servicePace, answerMs: 180_000, idleMs: 60_000, restMs: 1000 },
  mostBytes: megabytes(80),
  terms: openStreetMapTerms,
  fromPage: 'yes',
};

/** What is asked of OpenStreetMap. */
export type Theme = 'boundaries' | 'places' | 'masts' | 'roads' | 'power';

const anyOf = (values: readonly string[]): string => `^(${values.join('|')})$`;

const statements: Record<Theme, (box: string) => string> = {
  // in Vietnam communes are moving from level 8 to 6 since July 2025
  boundaries: (box) => `rel["boundary"="administrative"]["admin_level"~"^(6|8)$"](${box});out geom;`,
  places: (box) => `nwr["place"~"${anyOf(inhabited)}"](${box});out center;`,
  masts: (box) => `nwr["man_made"~"${anyOf(siteValues)}"](${box});out center;`,
  roads: (box) => `way["highway"~"${anyOf(roadValues)}"](${box});out geom;`,
  power: (box) => `way["power"~"${anyOf(['line', 'minor_line'])}"](${box});out geom;`,
};

/** Themes whose answers are long are asked for by quarters from the start. */
const splitFrom: Record<Theme, number> = { boundaries: 0, places: 0, masts: 0, roads: 1, power: 0 };
/** A box is halved both ways so often at most. */
const deepest = 4;

/** Degrees as Overpass takes them, to a decimetre, the same for the same box on every machine. */
const boxText = ([west, south, east, north]: BoundingBox): string =>
  [south, west, north, east].map((degrees) => degrees.toFixed(6)).join(',');

const queryOf = (theme: Theme, box: BoundingBox): string =>
  `[out:json][timeout:90][maxsize:67108864];${statements[theme](boxText(box))}`;

const quartersOf = ([west, south, east, north]: BoundingBox): BoundingBox[] => {
  const [middle, half] = [(west + east) / 2, (south + north) / 2];
  return [
    [west, half, middle, north],
    [middle, half, east, north],
    [west, south, middle, half],
    [middle, south, east, half],
  ];
};

const ranOut = /runtime error: Query (?:timed out|ran out of memory)/;
const askedTooOften = /rate_limited/;
const tooBusy = /Dispatcher_Client|dispatcher|too busy/i;

/** Its errors come as pages, some of them under a status that says all is well; and inside JSON, with half the data. */
const judge = (answer: Answer): Judgement => {
  if (answer.type === 'application/json' && answer.status === 200) return { take: true };
  const words = wordsOf(answer);
  if (ranOut.test(words)) return { tooLarge: true, rule: 'source-too-much' };
  if (askedTooOften.test(words)) return { again: 'source-busy', busy: true };
  if (tooBusy.test(words)) return { again: 'source-failed' };
  return answer.status === 200 ? wrongForm('JSON') : byStatus(answer);
};

const check = (body: Uint8Array): Judgement => {
  const answer = readOsmJson(body);
  if (!answer) return wrongForm('JSON: elements');
  if (answer.remark === '') return { take: true };
  return ranOut.test(answer.remark) ? { tooLarge: true, rule: 'source-too-much' } : { again: 'source-failed' };
};

/** How many questions a theme takes, where none has to be cut further. */
export const questionsOf = (theme: Theme): number => 4 ** splitFrom[theme];

/** Everything of a theme in a box. What is too much for one answer is asked for in quarters, and those again. */
export const askOverpass = async (net: Net, theme: Theme, box: BoundingBox): Promise<OsmAnswer> => {
  const parts = async (one: BoundingBox, depth: number): Promise<OsmAnswer[]> => {
    const answers: OsmAnswer[] = [];
    // one after another: there is no asking it twice at once
    for (const quarter of quartersOf(one)) answers.push(...(await part(quarter, depth + 1)));
    return answers;
  };
  const part = async (one: BoundingBox, depth: number): Promise<OsmAnswer[]> => {
    if (depth < splitFrom[theme]) return parts(one, depth);
    const address = `${net.address(overpass)}/interpreter`;
    const question = { address, form: { data: queryOf(theme, one) }, accept: 'application/json' };
    const { asked, bytes, tooLarge } = await net.ask(overpass, question, { judge, check });
    if (!tooLarge) return [readOsmJson(bytes!)!];
    if (depth >= deepest) throw sourceError(overpass, address, boxText(one), 'source-too-much', {}, true);
    const answers = await parts(one, depth);
    await net.cache.keep(asked, null, { tooLarge: true });
    return answers;
  };
  return mergeAnswers(await part(box, 0));
};

/** Answers of Overpass saved as files. */
export const readOverpassFiles = (files: readonly InputFile[]): OsmAnswer =>
  mergeAnswers(
    files.map(({ name, bytes }) => {
      const answer = readOsmJson(bytes);
      const value = answer?.remark.slice(0, 80) ?? '';
      if (answer && value === '') return answer;
      throw refuse({
        file: name,
        place: '',
        value,
        rule: 'not-this-format',
        ruleValues: { expected: 'Overpass JSON' },
      });
    }),
  );
