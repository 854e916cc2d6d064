/** Whom public data is asked of. */
export const sourceIds = [
  'terrarium',
  'skadi',
  'copernicus-30',
  'copernicus-90',
  'worldcover',
  'worldpop',
  'overpass',
  'osm-pbf',
  'thanglequoc',
  'geoboundaries',
  'opencellid',
  'gadm',
] as const;
export type SourceId = (typeof sourceIds)[number];

/** What a pack needs from outside. */
export const needs = ['boundaries', 'terrain', 'places', 'roads', 'masts', 'cells', 'landcover', 'population'] as const;
export type Need = (typeof needs)[number];

/** How a source wants to be asked, and what is done when it does not answer. */
export interface Pace {
  /** Requests under way at the same time. */
  atOnce: number;
  /** Rest between one answer and the next request, ms; for sources that take one at a time. */
  restMs: number;
  /** Rest of everybody after the source has said that it is asked too often, ms. */
  busyMs: number;
  /** How often a request is tried. */
  tries: number;
  /** Rest before the second try, ms; twice as long before each further one. */
  againMs: number;
  /** Until an answer begins, ms. */
  answerMs: number;
  /** Between two pieces of an answer, ms. */
  idleMs: number;
}

/** On whose terms data comes. */
export interface Terms {
  licence: string;
  /** The words the source asks to be shown. */
  attribution: string;
  /** What a pack with this data must say of itself. */
  notice?: string;
  /** What must be agreed to before anything is asked. */
  conditions?: string;
  mayBePassedOn: boolean;
}

/** Whether a page may ask the source: its answers carry the header that lets one (CORS). */
export type FromPage = 'yes' | 'no' | 'unknown';

export interface Source {
  id: SourceId;
  name: string;
  gives: readonly Need[];
  /** Where it is asked, by what is asked there; the first is the one an address given for the source replaces. */
  addresses: Readonly<Record<string, string>>;
  pace: Pace;
  /** An answer longer than this is refused, bytes. */
  mostBytes: number;
  terms: Terms;
  fromPage: FromPage;
}

const second = 1000;

/** A bucket of files: many at once, short rests. */
export const bucketPace: Pace = {
  atOnce: 6,
  restMs: 0,
  busyMs: 5 * second,
  tries: 4,
  againMs: second,
  answerMs: 30 * second,
  idleMs: 30 * second,
};

/** A service that works for each answer. */
export const servicePace: Pace = { ...bucketPace, atOnce: 1, busyMs: 30 * second, againMs: 4 * second };

export const megabytes = (n: number): number => n * 1_000_000;
