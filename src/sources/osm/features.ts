import type { LonLat } from '../../model/place.ts';
import { nameOf, type OsmElement, positionOf, type Tags } from './elements.ts';

/** A place with a name where people live. Its rank means little: imports have called hamlets towns. */
export interface Place {
  /** 'node/123'. */
  id: string;
  name: string;
  position: LonLat;
  population: number | null;
}

export interface Road {
  id: string;
  class: 'main' | 'local';
  line: readonly LonLat[];
}

/** A mast that somebody has mapped as one of telecommunications. */
export interface Mast {
  id: string;
  position: LonLat;
  operator: string | null;
  heightM: number | null;
  structure: 'rooftop' | 'unknown';
}

export interface PowerLine {
  id: string;
  line: readonly LonLat[];
  /** Volts, where stated; several circuits have the highest. */
  voltage: number | null;
}

/** Values of `place` that people live in. */
export const inhabited = [
  'city',
  'town',
  'village',
  'hamlet',
  'isolated_dwelling',
  'quarter',
  'neighbourhood',
] as const;
const mainRoads = ['motorway', 'trunk', 'primary', 'secondary'];
const localRoads = ['tertiary', 'unclassified', 'residential', 'service', 'track', 'path'];
/** Values of `highway` that are roads here. */
export const roadValues = [...mainRoads, ...localRoads];
/** Values of `man_made` under which masts are mapped; most towers are none. */
export const siteValues = ['mast', 'tower', 'communications_tower', 'antenna'] as const;

const isOneOf = (value: string | undefined, allowed: readonly string[]): value is string =>
  value !== undefined && allowed.includes(value);

const idOf = ({ type, id }: OsmElement): string => `${type}/${id}`;

/** A number at the head of a value, whatever unit follows: '42 m'. */
const measure = (text: string | undefined, most: number): number | null => {
  const value = Number(/^\s*(\d+(?:[.,]\d+)?)\s*m?\s*$/.exec(text ?? '')?.[1]?.replace(',', '.') ?? Number.NaN);
  return value > 0 && value <= most ? value : null;
};

export const readPlaces = (elements: readonly OsmElement[]): Place[] =>
  elements.flatMap((element): Place[] => {
    const position = positionOf(element);
    const name = nameOf(element);
    if (!position || name === '' || !isOneOf(element.tags?.place, inhabited)) return [];
    const people = element.tags?.population;
    return [{ id: idOf(element), name, position, population: people && /^\d+$/.test(people) ? Number(people) : null }];
  });

const lineOf = (element: OsmElement): LonLat[] | null => {
  if (element.type !== 'way') return null;
  const line = (element.geometry ?? []).flatMap((one): LonLat[] => (one ? [[one.lon, one.lat]] : []));
  return line.length > 1 ? line : null;
};

export const readRoads = (elements: readonly OsmElement[]): Road[] =>
  elements.flatMap((element): Road[] => {
    const line = lineOf(element);
    const value = element.tags?.highway;
    if (!line || !isOneOf(value, roadValues)) return [];
    return [{ id: `W${element.id}`, class: mainRoads.includes(value) ? 'main' : 'local', line }];
  });

/** Whether tags say that a mast carries telecommunications: a tower alone is a look-out, a bell tower, a tank. */
const isTelecom = (tags: Tags): boolean =>
  isOneOf(tags.man_made, ['communications_tower']) ||
  tags['tower:type'] === 'communication' ||
  (tags.man_made === 'mast' &&
    !isOneOf(tags['tower:type'], ['lighting', 'siren', 'observation', 'radar', 'monitoring'])) ||
  Object.entries(tags).some(([key, value]) => key.startsWith('communication:') && value !== 'no');

export const readSites = (elements: readonly OsmElement[]): Mast[] =>
  elements.flatMap((element): Mast[] => {
    const position = positionOf(element);
    const { tags } = element;
    if (!position || !tags || !isOneOf(tags.man_made, siteValues) || !isTelecom(tags)) return [];
    return [
      {
        id: idOf(element),
        position,
        operator: tags.operator?.normalize('NFC').trim() || null,
        heightM: measure(tags.height, 500),
        structure: tags.location === 'roof' || tags.building !== undefined ? 'rooftop' : 'unknown',
      },
    ];
  });

export const readPowerLines = (elements: readonly OsmElement[]): PowerLine[] =>
  elements.flatMap((element): PowerLine[] => {
    const line = lineOf(element);
    if (!line || !isOneOf(element.tags?.power, ['line', 'minor_line'])) return [];
    const volts = (element.tags?.voltage ?? '')
      .split(';')
      .map(Number)
      .filter((value) => value > 0);
    return [{ id: `W${element.id}`, line, voltage: volts.length > 0 ? Math.max(...volts) : null }];
  });
