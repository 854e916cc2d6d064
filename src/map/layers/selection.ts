import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

const role = (name: string): ['==', ['get', string], string] => ['==', ['get', 'role'], name];

/** What is selected: an outline, a halo, a hamlet's clusters, the lines to its servers, a site's handle. */
export const selectionLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'selected-area',
    type: 'line',
    source: 'selection',
    filter: role('area'),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.selection, 'line-width': 3.5 },
  },
  {
    id: 'selected-link',
    type: 'line',
    source: 'selection',
    filter: role('link'),
    paint: { 'line-color': palette.selection, 'line-width': 1.6, 'line-dasharray': [2, 1.5] },
  },
  {
    id: 'selected-cluster',
    type: 'circle',
    source: 'selection',
    filter: role('cluster'),
    minzoom: 11,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 2, 15, 5],
      'circle-color': [
        'case',
        ['!', ['has', 'reached']],
        palette.hamlet.pending,
        ['get', 'reached'],
        palette.hamlet.served,
        palette.hamlet.none,
      ],
      'circle-stroke-color': palette.hamletStroke,
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'selected-point',
    type: 'circle',
    source: 'selection',
    filter: role('point'),
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 8, 12, 13, 15, 19],
      'circle-color': 'rgba(0, 0, 0, 0)',
      'circle-stroke-color': palette.selection,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'selected-handle',
    type: 'circle',
    source: 'selection',
    filter: role('handle'),
    paint: {
      'circle-radius': 6,
      'circle-color': palette.selection,
      'circle-stroke-color': palette.hamletStroke,
      'circle-stroke-width': 2,
    },
  },
];
