import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { fontFaces } from './fonts.ts';
import { areaLayers } from './layers/areas.ts';
import { baseLayers } from './layers/base.ts';
import { labelLayers } from './layers/labels.ts';
import { networkLayers } from './layers/network.ts';
import { overlayLayers } from './layers/overlay.ts';
import { pathLayers } from './layers/path.ts';
import { selectionLayers } from './layers/selection.ts';
import { palettes, type Theme } from './palette.ts';

const dataSources = [
  'roads',
  'outside',
  'communes',
  'interests',
  'districts',
  'province',
  'fibre',
  'sites',
  'hamlets',
  'merges',
  'overlay',
  'selection',
  'path',
  'labels',
] as const;
export type DataSource = (typeof dataSources)[number];

/** Every layer in its band: base < areas < coverage < network < selection < labels. */
export const layersOf = (theme: Theme): LayerSpecification[] => {
  const palette = palettes[theme];
  return [
    ...baseLayers(palette),
    ...areaLayers(palette),
    ...networkLayers(palette, theme),
    ...overlayLayers(palette, theme),
    ...selectionLayers(palette),
    ...pathLayers(palette),
    ...labelLayers(palette),
  ];
};

/** The style with empty sources: nothing comes from the web. */
export const emptyStyle = (theme: Theme): StyleSpecification => ({
  version: 8,
  'font-faces': fontFaces(),
  sources: Object.fromEntries(
    dataSources.map((id) => [id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }]),
  ),
  layers: layersOf(theme),
});
