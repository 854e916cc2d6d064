import type { Feature } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { OptionKind } from '../../rollout/rollout-types.ts';
import type { Palette, Theme } from '../palette.ts';

/** What lies over the study without being of it: a file being imported, sites proposed, levels measured, a plan. */
const overlayTones = [
  'import',
  'share',
  'build',
  'no-gain',
  'pair',
  'differs',
  'hop',
  'serves',
  'left',
  'chosen',
  'cable-aerial',
  'cable-buried',
] as const;
export type OverlayTone = (typeof overlayTones)[number];

/** Told apart from the study's own marks by shape and ring as well as by hue. */
export const overlayColours: Record<Theme, Record<OverlayTone, string>> = {
  light: {
    import: '#b8005c',
    share: '#1b6e46',
    build: '#b04a00',
    'no-gain': '#55626c',
    pair: '#7a1fa0',
    differs: '#b8005c',
    hop: '#1f5fbf',
    serves: '#55626c',
    left: '#b0103a',
    chosen: '#151d23',
    'cable-aerial': '#0b6470',
    'cable-buried': '#b04a00',
  },
  dark: {
    import: '#ff7ab8',
    share: '#6fd3a1',
    build: '#ffab66',
    'no-gain': '#a6b4be',
    pair: '#e28cff',
    differs: '#ff7ab8',
    hop: '#7db4ff',
    serves: '#a6b4be',
    left: '#ff6b8b',
    chosen: '#f4f8fa',
    'cable-aerial': '#63d3dc',
    'cable-buried': '#ffab66',
  },
};

/** A mark of a tone. */
export const toned = (geometry: Feature['geometry'], tone: OverlayTone): Feature => ({
  type: 'Feature',
  geometry,
  properties: { tone },
});

/** Something that is built, or could be, as a mark of its kind that can be clicked. */
export const marked = (geometry: Feature['geometry'], id: string, option: OptionKind, isBuilt: boolean): Feature => ({
  type: 'Feature',
  geometry,
  properties: { id, option, isBuilt },
});

/** Seen as a ring, with what lies in it. */
const rings: readonly OverlayTone[] = ['differs', 'left', 'chosen'];
const isRing: ExpressionSpecification = ['in', ['get', 'tone'], ['literal', [...rings]]];

/** Levels at or above the first figure, in dBm, get the first colour; the weakest the last. */
export const measuredSteps = [-75, -85, -95, -105, -115] as const;
export const measuredColours: Record<Theme, readonly string[]> = {
  light: ['#08519c', '#3182bd', '#6baed6', '#fdae61', '#e66101', '#a50026'],
  dark: ['#9ecae1', '#6baed6', '#4292c6', '#fdbe7a', '#f58a3c', '#ff6b6b'],
};

const byTone = (theme: Theme): ExpressionSpecification =>
  [
    'match',
    ['get', 'tone'],
    ...overlayTones.slice(1).flatMap((tone) => [tone, overlayColours[theme][tone]]),
    overlayColours[theme].import,
  ] as unknown as ExpressionSpecification;

const byLevel = (theme: Theme): ExpressionSpecification => {
  const [strongest, ...rest] = measuredColours[theme];
  const steps = measuredSteps.map((level, i) => [level, [strongest, ...rest][i]] as const).toReversed();
  return ['step', ['get', 'levelDbm'], rest[rest.length - 1], ...steps.flat()] as unknown as ExpressionSpecification;
};

const geometry = (...types: string[]): ['in', ['geometry-type'], ['literal', string[]]] => [
  'in',
  ['geometry-type'],
  ['literal', types],
];

export const overlayLayers = (palette: Palette, theme: Theme): LayerSpecification[] => [
  {
    id: 'overlay-fill',
    type: 'fill',
    source: 'overlay',
    filter: geometry('Polygon', 'MultiPolygon'),
    paint: { 'fill-color': byTone(theme), 'fill-opacity': 0.12 },
  },
  {
    id: 'overlay-line',
    type: 'line',
    source: 'overlay',
    filter: geometry('LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'),
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': byTone(theme), 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.2, 14, 3] },
  },
  {
    id: 'overlay-level',
    type: 'circle',
    source: 'overlay',
    filter: ['all', geometry('Point', 'MultiPoint'), ['has', 'levelDbm']],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 2, 12, 3.5, 15, 6],
      'circle-color': byLevel(theme),
      'circle-stroke-color': palette.hamletStroke,
      'circle-stroke-width': 0.5,
    },
  },
  {
    id: 'overlay-point',
    type: 'circle',
    source: 'overlay',
    filter: ['all', geometry('Point', 'MultiPoint'), ['has', 'tone'], ['!', isRing]],
    paint: {
      'circle-radius': [
        'interpolate',
        ['linear'],
        ['zoom'],
        8,
        ['case', ['==', ['get', 'tone'], 'import'], 2.5, 5],
        13,
        ['case', ['==', ['get', 'tone'], 'import'], 5, 9],
      ],
      'circle-color': byTone(theme),
      'circle-opacity': ['case', ['==', ['get', 'tone'], 'import'], 0.75, 0.9],
      'circle-stroke-color': ['case', ['==', ['get', 'tone'], 'import'], palette.hamletStroke, palette.path],
      'circle-stroke-width': ['case', ['==', ['get', 'tone'], 'import'], 1, 2.5],
    },
  },
  {
    // a ring: what differs is seen in it
    id: 'overlay-differs',
    type: 'circle',
    source: 'overlay',
    filter: ['all', geometry('Point'), isRing],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 6, 13, 13],
      'circle-opacity': 0,
      'circle-stroke-color': byTone(theme),
      'circle-stroke-width': 2.5,
    },
  },
  {
    id: 'overlay-options',
    type: 'symbol',
    source: 'overlay',
    filter: ['all', geometry('Point'), ['has', 'option']],
    layout: {
      'icon-image': ['concat', 'option-', ['get', 'option'], `-${theme}`],
      'icon-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        8,
        ['case', ['get', 'isBuilt'], 0.6, 0.35],
        12,
        ['case', ['get', 'isBuilt'], 1, 0.6],
        15,
        ['case', ['get', 'isBuilt'], 1.3, 0.9],
      ],
      'icon-allow-overlap': true,
      'symbol-sort-key': ['case', ['get', 'isBuilt'], 1, 0],
    },
    paint: { 'icon-opacity': ['case', ['get', 'isBuilt'], 1, 0.55] },
  },
];
