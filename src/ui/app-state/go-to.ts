import { signal } from '@preact/signals';
import type { Position } from 'geojson';
import type { MapView } from '../../map/map-view.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { BoundingBox, LonLat } from '../../model/place.ts';
import { pointOf, type Selection } from '../../study/selection.ts';
import { lookup, opened } from './study.ts';
import { select } from './view.ts';

/** Zoom at which a hamlet's clusters and a site's neighbours are seen. */
const placeZoom = 13.5;

let map: MapView | null = null;

/** Whether there is a map on screen: for what is drawn differently without one. */
export const hasMap = signal(false);

/** The map on screen; null where there is none. */
export const setMap = (next: MapView | null): void => {
  map = next;
  hasMap.value = next !== null;
};
export const currentMap = (): MapView | null => map;

const boxOf = (positions: readonly (readonly number[])[]): BoundingBox => {
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};

const outerRing = (geometry: AreaGeometry): Position[] =>
  geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates.flatMap(([ring]) => ring);

/** Where a hamlet, a site or a point lies; null for what has an extent, and for what the study has not. */
export const positionOfPlace = (place: Selection): LonLat | null => {
  const places = lookup.peek();
  if (place.kind === 'hamlet') return places?.hamlet(place.id)?.centre ?? null;
  if (place.kind === 'site') return places?.site(place.id)?.position ?? null;
  return pointOf(place);
};

/** Brings the map to a place without selecting it. */
export const flyToPlace = (place: Selection): void => {
  const places = lookup.peek();
  if (!places || !map) return;
  const to = positionOfPlace(place);
  if (to) map.flyTo(to, placeZoom);
  const geometry = (place.kind === 'area' ? places.area(place.id) : places.commune(place.id))?.geometry;
  if (!to && geometry) map.fit(boxOf(outerRing(geometry)), true);
};

/** Selects a place and brings the map to it. */
export const goTo = (place: Selection): void => {
  select(place);
  flyToPlace(place);
};

/** Brings the whole province into view. */
export const goHome = (animate: boolean): void => {
  const study = opened.peek();
  if (study) map?.fit(boxOf(study.pack.province.features.flatMap(({ geometry }) => outerRing(geometry))), animate);
};

/** Brings positions into view where one of them is not. */
export const showPositions = (positions: readonly LonLat[]): void => {
  if (!positions.every((position) => map?.shows(position))) flyToPositions(positions);
};

/** Brings a box of positions into view. */
export const flyToPositions = (positions: readonly LonLat[]): void => {
  if (positions.length > 0) map?.fit(boxOf(positions), true);
};
