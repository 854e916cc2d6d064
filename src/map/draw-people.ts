import type { CanvasSource, Map as MapLibreMap } from 'maplibre-gl';
import { gridBounds } from '../geo/grid.ts';
import type { Raster } from '../model/raster.ts';
import type { Theme } from './palette.ts';
import { peopleImage } from './people-image.ts';

const id = 'people';

/** Above the tint of the communes, below every line and mark. */
const layerAbove = 'interest-line';

/** Puts the map of people by place of a mast on the map, or takes it off. */
export const drawPeople = (map: MapLibreMap, people: Raster<Float32Array> | null, theme: Theme): void => {
  if (map.getLayer(id)) map.removeLayer(id);
  if (map.getSource<CanvasSource>(id)) map.removeSource(id);
  if (!people) return;
  const { width, height } = people.grid;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(peopleImage(people, theme), width, height), 0, 0);
  const [west, south, east, north] = gridBounds(people.grid);
  map.addSource(id, {
    type: 'canvas',
    canvas,
    animate: false,
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  });
  map.addLayer({ id, type: 'raster', source: id, paint: { 'raster-resampling': 'nearest' } }, layerAbove);
};
