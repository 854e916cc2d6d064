import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { shareClasses } from '../classes.ts';
import type { Palette } from '../palette.ts';

const byShare = (palette: Palette): ExpressionSpecification => {
  const [none, ...classes] = shareClasses(palette);
  const steps = classes.flatMap(({ from, colour }) => [from, colour]);
  const known = ['step', ['get', 'share'], none.colour, ...steps];
  return [
    'case',
    ['==', ['typeof', ['get', 'share']], 'number'],
    known,
    palette.shareUnknown,
  ] as unknown as ExpressionSpecification;
};

/** Tint of the communes; it steps back close by. Zero where the task is not about signal. */
export const communeTint: Record<'service' | 'sharing', ExpressionSpecification | number> = {
  service: ['interpolate', ['linear'], ['zoom'], 9, 0.5, 13, 0.16],
  sharing: 0,
};

/** Communes tinted by the share of people without signal, and every border. */
export const areaLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'commune-fill',
    type: 'fill',
    source: 'communes',
    paint: {
      'fill-color': byShare(palette),
      'fill-opacity': communeTint.service,
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
