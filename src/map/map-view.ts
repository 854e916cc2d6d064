import './map.css';
import { Map as MapLibreMap, type PaddingOptions, type Point, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { BoundingBox, LonLat } from '../model/place.ts';
import type { Selection } from '../study/selection.ts';
import { listenToSiteDrag, type SiteDrag } from './drag-site.ts';
import { createDrawing } from './drawing.ts';
import { hitTest, markAt } from './hit-test.ts';
import type { MapPosition, MapState } from './map-state.ts';
import type { Theme } from './palette.ts';
import { shareNear } from './path-data.ts';
import { emptyStyle } from './style.ts';
import { openSwipeMap, type SwipeMap, type SwipeMapView } from './swipe-map.ts';

export interface PointerPlace {
  place: Selection | null;
  at: LonLat;
  /** On the map, in pixels. */
  x: number;
  y: number;
  /** Which of two pictures the pointer is over: the right one only while there are two. */
  side: 'left' | 'right';
}

export interface MapEvents {
  /** A click: what is there, where, and the option of a plan whose mark it is on. */
  onPick: (selection: Selection | null, at: LonLat, option: string | null) => void;
  /** The map was clicked with the right button, or held with a finger. */
  onMenu: (under: PointerPlace) => void;
  /** What is under the pointer; null when the pointer left the map. */
  onHover: (under: PointerPlace | null) => void;
  /** The point of the inspected path under the pointer, 0 at the site and 1 at the far end. */
  onPathHover: (share: number | null) => void;
  onMove: (position: MapPosition) => void;
  /** The site of the map state is dragged by pointer. */
  onSiteDrag: (drag: SiteDrag) => void;
}

export interface MapView {
  draw: (state: MapState) => void;
  flyTo: (to: LonLat, zoom: number) => void;
  jumpTo: (position: MapPosition) => void;
  fit: (box: BoundingBox, animate: boolean) => void;
  /** Whether a position lies where no panel covers the map. */
  shows: (position: LonLat) => boolean;
  zoomBy: (levels: number) => void;
  setLabel: (label: string) => void;
  focus: () => void;
  /** A second map state over the right of this one. */
  openSwipeMap: (container: HTMLElement, theme: Theme) => SwipeMapView;
  remove: () => void;
}

interface MapSetup extends MapEvents {
  container: HTMLElement;
  theme: Theme;
  start: MapPosition;
  label: string;
  /** Pixels at each side that panels cover. */
  padding: () => PaddingOptions;
}

/** A fit to two near sites still shows where they stand. */
const nearestFit = 14.5;

/** How near the pointer must be to the inspected path to mark it. */
const pathReachPixels = 12;

const stillPreferred = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Position and rest of the map for whoever reads the page: data-lon, data-lat, data-zoom, data-map (busy, idle). */
const publish = (map: MapLibreMap, container: HTMLElement): MapPosition => {
  const { lng, lat } = map.getCenter();
  const zoom = map.getZoom();
  Object.assign(container.dataset, { lon: String(lng), lat: String(lat), zoom: String(zoom) });
  return { lon: lng, lat, zoom };
};

/** From the container's middle to the middle of what no panel covers, in pixels. */
const uncovered = ({ left = 0, right = 0, top = 0, bottom = 0 }: Partial<PaddingOptions>): [number, number] => [
  (left - right) / 2,
  (top - bottom) / 2,
];

/**
 * A map in a container. It draws pictures and tells what is clicked; all that it shows comes from `draw`.
 * Throws where WebGL is missing.
 */
export const createMapView = ({ container, theme, start, label, padding, ...events }: MapSetup): MapView => {
  setWorkerUrl(new URL(workerUrl, document.baseURI).href);
  const map = new MapLibreMap({
    container,
    style: emptyStyle(theme),
    center: [start.lon, start.lat],
    zoom: start.zoom,
    minZoom: 6.5,
    maxZoom: 17,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 120,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-left');

  const drawing = createDrawing(map, (state) => {
    container.dataset.map = state;
  });
  let swipe: SwipeMap | null = null;
  const hitTestAt = (point: Point): Selection | null => hitTest(swipe?.covers(point.x) ? swipe.map : map, point);
  map.on('moveend', () => events.onMove(publish(map, container)));
  map.on('click', ({ point, lngLat }) => events.onPick(hitTestAt(point), [lngLat.lng, lngLat.lat], markAt(map, point)));

  map.on('contextmenu', ({ point, lngLat, originalEvent }) => {
    originalEvent.preventDefault();
    const side = swipe?.covers(point.x) ? 'right' : 'left';
    events.onMenu({ place: hitTestAt(point), at: [lngLat.lng, lngLat.lat], x: point.x, y: point.y, side });
  });

  const pathShareAt = (point: Point): number | null => {
    const path = drawing.shown()?.path;
    if (!path) return null;
    const pixel = ([lon, lat]: LonLat): Point => map.project([lon, lat]);
    return shareNear(pixel(path.from), pixel(path.to), point, pathReachPixels);
  };
  const dragging = listenToSiteDrag(map, () => drawing.shown()?.site?.at ?? null, events.onSiteDrag);

  let onPath = false;
  const tellPathShare = (share: number | null): void => {
    if (share !== null || onPath) events.onPathHover(share);
    onPath = share !== null;
  };
  map.on('mousemove', ({ point, lngLat }) => {
    const moving = map.isMoving() || dragging.isUnderWay();
    const place = moving ? null : hitTestAt(point);
    const grip = dragging.cursorAt(point);
    map.getCanvas().style.cursor =
      grip ?? (drawing.shown()?.choosing ? 'crosshair' : place || markAt(map, point) ? 'pointer' : '');
    const side = swipe?.covers(point.x) ? 'right' : 'left';
    events.onHover(moving ? null : { place, at: [lngLat.lng, lngLat.lat], x: point.x, y: point.y, side });
    tellPathShare(moving ? null : pathShareAt(point));
  });
  // what lay under a resting pointer is elsewhere now
  map.on('movestart', () => events.onHover(null));
  map.on('mouseout', () => {
    events.onHover(null);
    tellPathShare(null);
  });
  publish(map, container);

  return {
    draw: drawing.draw,
    flyTo: (to, zoom) =>
      map.easeTo({
        center: [to[0], to[1]],
        zoom: Math.max(zoom, Math.min(map.getZoom(), zoom + 2)),
        offset: uncovered(padding()),
        duration: stillPreferred() ? 0 : 700,
      }),
    jumpTo: ({ lon, lat, zoom }) => map.jumpTo({ center: [lon, lat], zoom }),
    fit: ([west, south, east, north], animate) =>
      map.fitBounds([west, south, east, north], {
        padding: padding(),
        maxZoom: nearestFit,
        duration: animate && !stillPreferred() ? 700 : 0,
      }),
    shows: ([lon, lat]) => {
      const { x, y } = map.project([lon, lat]);
      const { left = 0, right = 0, top = 0, bottom = 0 } = padding();
      const { clientWidth, clientHeight } = container;
      return x >= left && x <= clientWidth - right && y >= top && y <= clientHeight - bottom;
    },
    zoomBy: (levels) => map.zoomTo(map.getZoom() + levels, { duration: stillPreferred() ? 0 : 250 }),
    setLabel: (text) => map.getCanvas().setAttribute('aria-label', text),
    focus: () => map.getCanvas().focus(),
    openSwipeMap: (over, shade) => {
      const laid = openSwipeMap(map, over, shade);
      swipe = laid;
      return {
        ...laid,
        remove: () => {
          swipe = null;
          laid.remove();
        },
      };
    },
    remove: () => map.remove(),
  };
};
