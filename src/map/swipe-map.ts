import { Map as MapLibreMap } from 'maplibre-gl';
import { createDrawing, type Drawing } from './drawing.ts';
import type { MapState } from './map-state.ts';
import { emptyStyle } from './style.ts';

/** A second map state over the right of a map, from a line that can be moved. It goes where the map goes. */
export interface SwipeMapView {
  draw: (state: MapState) => void;
  /** Where the line stands: 0 at the left edge of the map, 1 at the right. */
  cutAt: (share: number) => void;
  remove: () => void;
}

export interface SwipeMap extends SwipeMapView {
  map: MapLibreMap;
  drawing: Drawing;
  /** Whether a pixel of the map lies right of the line. */
  covers: (x: number) => boolean;
}

/**
 * Lays a map over another, clipped to the right of a line; the pointer goes through it to the one below. The container
 * tells its rest in data-swipe-map (busy, idle).
 */
export const openSwipeMap = (under: MapLibreMap, container: HTMLElement, theme: MapState['theme']): SwipeMap => {
  const map = new MapLibreMap({
    container,
    style: emptyStyle(theme),
    center: under.getCenter(),
    zoom: under.getZoom(),
    minZoom: under.getMinZoom(),
    maxZoom: under.getMaxZoom(),
    attributionControl: false,
    interactive: false,
    fadeDuration: 0,
  });
  map.getCanvas().removeAttribute('tabindex');
  const drawing = createDrawing(map, (state) => {
    container.dataset.swipeMap = state;
  });
  const follow = (): void => {
    map.jumpTo({ center: under.getCenter(), zoom: under.getZoom() });
  };
  under.on('move', follow);
  under.on('resize', follow);
  let line = 0.5;
  return {
    map,
    drawing,
    covers: (x) => x > line * container.clientWidth,
    draw: drawing.draw,
    cutAt: (share) => {
      line = share;
      container.style.clipPath = `inset(0 0 0 ${(share * 100).toFixed(3)}%)`;
    },
    remove: () => {
      under.off('move', follow);
      under.off('resize', follow);
      map.remove();
    },
  };
};
