import type { LayerSpecification } from 'maplibre-gl';
import { regular, semiBold } from '../font-names.ts';
import type { Palette } from '../palette.ts';

/** Districts from afar, communes nearer, hamlets close by. */
export const labelLayers = (palette: Palette): LayerSpecification[] => {
  const halo = { 'text-halo-color': palette.labelHalo, 'text-halo-width': 1.6 };
  return [
    {
      id: 'hamlet-labels',
      type: 'symbol',
      source: 'hamlets',
      minzoom: 12.3,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [regular],
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 15, 13.5],
        'text-anchor': 'top',
        'text-offset': [0, 0.7],
        'text-max-width': 9,
        'text-optional': true,
      },
      paint: { 'text-color': palette.label, ...halo },
    },
    {
      id: 'commune-labels',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'level'], 'commune'],
      minzoom: 9.7,
      maxzoom: 14.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [semiBold],
        'text-size': ['interpolate', ['linear'], ['zoom'], 9.7, 11, 13, 15],
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: { 'text-color': palette.labelQuiet, ...halo },
    },
    {
      id: 'district-labels',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'level'], 'district'],
      maxzoom: 10.8,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [semiBold],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 12, 10, 15],
        'text-max-width': 10,
      },
      paint: { 'text-color': palette.label, ...halo, 'text-halo-width': 2 },
    },
  ];
};
