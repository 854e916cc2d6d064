import { computed } from '@preact/signals';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Hamlet } from '../../../model/hamlet.ts';
import type { LonLat } from '../../../model/place.ts';
import type { Site } from '../../../model/site.ts';
import { comparedEntries } from '../compare/comparing.ts';
import { type SwipeSide, swipeSides } from './swipe-sides.ts';

const ring = (at: LonLat | Position): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties: { tone: 'differs' },
});
const way = (from: LonLat, to: LonLat): Feature => ({
  type: 'Feature',
  geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  properties: { tone: 'differs' },
});

/** Where an entry stands in one scenario and in the other, and the way between where it was moved. */
const places = (a: LonLat | undefined, b: LonLat | undefined): Feature[] => {
  if (!a || !b) return [a, b].flatMap((at) => (at ? [ring(at)] : []));
  return a[0] === b[0] && a[1] === b[1] ? [ring(a)] : [ring(a), ring(b), way(a, b)];
};

const marksOfEntries = (): Feature[] =>
  comparedEntries.value.flatMap(({ layer, a, b }) => {
    if (layer === 'sites') return places((a as Site | null)?.position, (b as Site | null)?.position);
    if (layer === 'hamlets') return places((a as Hamlet | null)?.centre, (b as Hamlet | null)?.centre);
    return [];
  });

/** Hamlets that nobody changed and that are served otherwise. */
const marksOfStatus = ([{ findings: a, findingOf }, { findings: b, pack }]: readonly [
  SwipeSide,
  SwipeSide,
]): Feature[] => {
  if (!a || !b) return [];
  const changed = new Set(b.hamlets.flatMap(({ id, status }) => (findingOf.get(id)?.status === status ? [] : [id])));
  const marked = new Set(comparedEntries.value.flatMap(({ layer, id }) => (layer === 'hamlets' ? [id] : [])));
  return pack.hamlets.flatMap(({ id, centre }) => (changed.has(id) && !marked.has(id) ? [ring(centre)] : []));
};

/** Rings around what differs, lines where something was moved; the same on both sides of the line. */
export const swipeMarks = computed<FeatureCollection | null>(() =>
  swipeSides.value
    ? { type: 'FeatureCollection', features: [...marksOfEntries(), ...marksOfStatus(swipeSides.value)] }
    : null,
);
