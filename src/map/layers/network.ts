import type { DataDrivenPropertyValueSpecification, ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { hamletMarks } from '../classes.ts';
import type { HamletClass, Palette, Theme } from '../palette.ts';

type ByClass<T> = (mark: (typeof hamletMarks)[number]) => T;

/** A `match` over the hamlet's class; the last mark stands for any other. */
const byClass = (value: ByClass<string | number>): ExpressionSpecification =>
  [
    'match',
    ['get', 'status'],
    ...hamletMarks.slice(0, -1).flatMap((mark) => [mark.hamletClass, value(mark)]),
    value(hamletMarks[hamletMarks.length - 1]),
  ] as unknown as ExpressionSpecification;

const radius: DataDrivenPropertyValueSpecification<number> = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  byClass((mark) => mark.radius[0]),
  12,
  byClass((mark) => mark.radius[1]),
  15,
  byClass((mark) => mark.radius[2]),
];

const drawOrder: Record<HamletClass, number> = { pending: 0, absent: 0, served: 1, unknown: 2, partial: 3, none: 4 };

/** Fibre, sites, hamlets and the merges of the sharing plan. */
export const networkLayers = (palette: Palette, theme: Theme): LayerSpecification[] => [
  {
    id: 'fibre',
    type: 'line',
    source: 'fibre',
    paint: {
      'line-color': palette.fibre,
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.6, 14, 2],
      'line-opacity': 0.8,
    },
  },
  {
    id: 'merge-lines',
    type: 'line',
    source: 'merges',
    filter: ['==', ['geometry-type'], 'LineString'],
    minzoom: 10.5,
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': palette.merge, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 2, 15, 5] },
  },
  {
    id: 'merge-arrows',
    type: 'symbol',
    source: 'merges',
    filter: ['==', ['geometry-type'], 'LineString'],
    minzoom: 12.5,
    layout: {
      'symbol-placement': 'line-center',
      'icon-image': `merge-arrow-${theme}`,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 12, 0.5, 15, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  {
    id: 'sites',
    type: 'symbol',
    source: 'sites',
    minzoom: 9.8,
    layout: {
      'icon-image': ['concat', ['get', 'icon'], `-${theme}`],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.3, 10, 0.46, 12, 0.7, 15, 1.15],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['get', 'tenants'],
    },
  },
  {
    id: 'merge-points',
    type: 'circle',
    source: 'merges',
    filter: ['==', ['geometry-type'], 'Point'],
    maxzoom: 12.5,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 4.5, 12, 10],
      'circle-color': palette.merge,
      'circle-opacity': 0.22,
      'circle-stroke-color': palette.merge,
      'circle-stroke-width': 1.8,
    },
  },
  {
    id: 'hamlets',
    type: 'circle',
    source: 'hamlets',
    layout: { 'circle-sort-key': byClass((mark) => drawOrder[mark.hamletClass]) },
    paint: {
      'circle-radius': radius,
      'circle-color': byClass((mark) => (mark.hollow ? palette.hamletStroke : palette.hamlet[mark.hamletClass])),
      'circle-stroke-color': byClass((mark) => (mark.hollow ? palette.hamlet[mark.hamletClass] : palette.hamletStroke)),
      'circle-stroke-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        8,
        byClass((mark) => mark.stroke * 0.55),
        12,
        byClass((mark) => mark.stroke),
      ],
    },
  },
];
