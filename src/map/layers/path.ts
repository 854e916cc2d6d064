import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

const role = (...names: string[]): ['in', ['get', string], ['literal', string[]]] => [
  'in',
  ['get', 'role'],
  ['literal', names],
];

/** The path under the inspector, its ends and the point looked at on the profile. */
export const pathLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'path-casing',
    type: 'line',
    source: 'path',
    filter: role('line'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': palette.labelHalo, 'line-width': 7 },
  },
  {
    id: 'path-line',
    type: 'line',
    source: 'path',
    filter: role('line'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': palette.path, 'line-width': 3 },
  },
  {
    id: 'path-ends',
    type: 'circle',
    source: 'path',
    filter: role('from', 'to'),
    paint: {
      'circle-radius': ['match', ['get', 'role'], 'from', 5, 7],
      'circle-color': ['match', ['get', 'role'], 'from', palette.path, palette.hamletStroke],
      'circle-stroke-color': palette.path,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'path-mark',
    type: 'circle',
    source: 'path',
    filter: role('mark'),
    paint: {
      'circle-radius': 6,
      'circle-color': palette.hamlet.partial,
      'circle-stroke-color': palette.hamletStroke,
      'circle-stroke-width': 2,
    },
  },
];
