import type { Position } from 'geojson';
import type { MapView } from '../../map/map-view.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { BoundingBox, LonLat } from '../../model/place.ts';
import type { Selection } from '../../study/selection.ts';
import { lookup, opened } from './study.ts';
import { select } from './view.ts';

/** Zoom at which a hamlet's clusters and a site's neighbours are seen. */
const placeZoom = 13.5;

let map: MapView | null = null;

/** The map on screen; null where there is none. */
export const setMap = (next: MapView | null): void => {
  map = next;
};
export const currentMap = (): MapView | null => map;

const boxOf = (positions: readonly (readonly number[])[]): BoundingBox => {
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};

const outerRing = (geometry: AreaGeometry): Position[] =>
  geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates.flatMap(([ring]) => ring);

/** Brings the map to a place without selecting it. */
export const flyToPlace = ({ kind, id }: Selection): void => {
  const places = lookup.peek();
  if (!places || !map) return;
  if (kind === 'commune') {
    const geometry = places.commune(id)?.geometry;
    if (!geometry) return;
    map.fit(boxOf(outerRing(geometry)), true);
    return;
  }
  const to: LonLat | undefined = kind === 'hamlet' ? places.hamlet(id)?.centre : places.site(id)?.position;
  if (to) map.flyTo(to, placeZoom);
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
