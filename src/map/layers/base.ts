import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

/** The land itself: relief, a veil over the neighbours, roads. */
export const baseLayers = (palette: Palette): LayerSpecification[] => [
  { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
  {
    id: 'roads',
    type: 'line',
    source: 'roads',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.road,
      'line-width': [
        'interpolate',
        ['exponential', 1.5],
        ['zoom'],
        8,
        ['match', ['get', 'class'], 'main', 0.8, 0.2],
        14,
        ['match', ['get', 'class'], 'main', 4, 2],
      ],
    },
  },
  { id: 'outside', type: 'fill', source: 'outside', paint: { 'fill-color': palette.outside } },
];

/** Goes right above the land once there is a terrain to draw. */
export const reliefLayer: LayerSpecification = {
  id: 'relief',
  type: 'raster',
  source: 'relief',
  paint: {
    'raster-fade-duration': 0,
    'raster-resampling': 'linear',
    // close by, the relief is coarser than the screen: it steps back
    'raster-opacity': ['interpolate', ['linear'], ['zoom'], 11.5, 1, 14, 0.5],
  },
};
