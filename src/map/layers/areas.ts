import type { LayerSpecification } from 'maplibre-gl';
import { shareSteps } from '../classes.ts';
import type { Palette } from '../palette.ts';

/** Communes tinted by the share of people without signal, and every border. */
export const areaLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'commune-fill',
    type: 'fill',
    source: 'communes',
    paint: {
      'fill-color': [
        'step',
        ['get', 'share'],
        palette.share[0],
        shareSteps[0],
        palette.share[1],
        shareSteps[1],
        palette.share[2],
        shareSteps[2],
        palette.share[3],
        shareSteps[3],
        palette.share[4],
      ],
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.55, 13, 0.18],
    },
  },
  {
    id: 'interest-line',
    type: 'line',
    source: 'interests',
    paint: {
      'line-color': palette.interest,
      'line-width': 2,
      'line-dasharray': [3, 2],
    },
  },
  {
    id: 'commune-line',
    type: 'line',
    source: 'communes',
    paint: {
      'line-color': palette.communeBorder,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.4, 13, 1.4],
    },
  },
  {
    id: 'district-line',
    type: 'line',
    source: 'districts',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.districtBorder,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 13, 2.4],
    },
  },
  {
    id: 'province-line',
    type: 'line',
    source: 'province',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette.border,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.8, 13, 3.2],
    },
  },
];
