import type { Map as MapLibreMap } from 'maplibre-gl';
import { drawState } from './draw.ts';
import { addIcons } from './icons.ts';
import type { MapState } from './map-state.ts';

export interface Drawing {
  draw: (state: MapState) => void;
  /** The map state on the map; null before the first. */
  shown: () => MapState | null;
}

/** Draws pictures on a map as soon as it can take them. `onRest` is told when it is busy and when it has come to rest. */
export const createDrawing = (map: MapLibreMap, onRest: (state: 'busy' | 'idle') => void): Drawing => {
  let shown: MapState | null = null;
  let waiting: MapState | null = null;
  let ready = false;
  const flush = (): void => {
    if (!ready || !waiting) return;
    drawState(map, waiting, shown);
    shown = waiting;
    waiting = null;
  };
  map.on('load', () => {
    addIcons(map);
    ready = true;
    flush();
  });
  // a graphics card that was lost comes back with the style, but without icons, relief and coverage
  map.on('webglcontextrestored', () => {
    ready = false;
    map.once('style.load', () => {
      addIcons(map);
      waiting ??= shown;
      shown = null;
      ready = true;
      flush();
    });
  });
  onRest('busy');
  map.on('movestart', () => onRest('busy'));
  map.on('idle', () => {
    if (shown && !waiting) onRest('idle');
  });
  return {
    draw: (state) => {
      waiting = state;
      onRest('busy');
      flush();
      // a map state that changes nothing comes to rest too
      map.triggerRepaint();
    },
    shown: () => shown,
  };
};
