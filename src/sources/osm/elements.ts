import { jsonOf } from '../read-json.ts';

export interface LatLon {
  lat: number;
  lon: number;
}
export type Tags = Readonly<Record<string, string>>;

export interface OsmNode extends LatLon {
  type: 'node';
  id: number;
  tags?: Tags;
}

export interface OsmWay {
  type: 'way';
  id: number;
  tags?: Tags;
  /** Where it was asked for; a position outside the box asked about may be null. */
  geometry?: readonly (LatLon | null)[];
  center?: Partial<LatLon>;
}

export interface OsmMember {
  type: 'node' | 'way' | 'relation';
  ref: number;
  role: string;
  geometry?: readonly (LatLon | null)[];
}

export interface OsmRelation {
  type: 'relation';
  id: number;
  tags?: Tags;
  members?: readonly OsmMember[];
  center?: Partial<LatLon>;
}

export type OsmElement = OsmNode | OsmWay | OsmRelation;

/** What a server of OpenStreetMap data answers, or a file of it holds. */
export interface OsmAnswer {
  elements: readonly OsmElement[];
  /** The moment the data is of, ISO 8601; empty where it is not told. */
  timestamp: string;
  /** What the server says beside it: that it could not finish, mostly. */
  remark: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isElement = (value: unknown): value is OsmElement =>
  isObject(value) &&
  Number.isSafeInteger(value.id) &&
  (value.type !== 'node' || (Number.isFinite(value.lat) && Number.isFinite(value.lon)));

/** Kinds we know; an answer may hold others, areas and counts. */
const kinds = ['node', 'way', 'relation'];
const isKnown = (value: unknown): boolean => !isObject(value) || kinds.includes(String(value.type));

/** An answer of Overpass in JSON; undefined for anything else, one with a strange element included. */
export const readOsmJson = (bytes: Uint8Array): OsmAnswer | undefined => {
  const root = jsonOf(bytes);
  if (!isObject(root) || !Array.isArray(root.elements)) return undefined;
  const elements = root.elements.filter(isKnown);
  if (!elements.every(isElement)) return undefined;
  const timestamp = isObject(root.osm3s) ? root.osm3s.timestamp_osm_base : '';
  return {
    elements,
    timestamp: typeof timestamp === 'string' ? timestamp : '',
    remark: typeof root.remark === 'string' ? root.remark : '',
  };
};

/** Several answers as one: each element once, by kind and number; the oldest of their moments. */
export const mergeAnswers = (answers: readonly OsmAnswer[]): OsmAnswer => {
  const byKey = new Map<string, OsmElement>();
  for (const { elements } of answers) for (const one of elements) byKey.set(`${one.type}/${one.id}`, one);
  const elements = [...byKey.values()].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : a.id - b.id));
  const [timestamp = ''] = answers.map((answer) => answer.timestamp).sort();
  return { elements, timestamp, remark: '' };
};

export const nameOf = ({ tags }: { tags?: Tags }): string =>
  (tags?.name ?? tags?.['name:vi'] ?? '').normalize('NFC').trim();

/** Where an element lies: a node, or the middle of what is larger; null where the answer has neither. */
export const positionOf = (element: OsmElement): readonly [lon: number, lat: number] | null => {
  if (element.type === 'node') return [element.lon, element.lat];
  const { center } = element;
  return Number.isFinite(center?.lon) && Number.isFinite(center?.lat) ? [center!.lon!, center!.lat!] : null;
};
