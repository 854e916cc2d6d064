import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../palette.ts';
import { type CoverageLook, type CoverageMapLayer, coverageLayerId, createCoverageLayer } from './coverage-layer.ts';
import type { CoverageImage } from './image.ts';

/** Coverage to draw and how. */
export interface CoverageOverlay {
  image: CoverageImage;
  look: CoverageLook;
  /** The image tells changes between two states, not levels. */
  isChange?: boolean;
}

const layers = new WeakMap<MapLibreMap, CoverageMapLayer>();

/** Above the tint of the communes, below every line and mark. */
const layerAbove = 'interest-line';

/** Puts coverage on the map, changes what differs, or takes it off and gives its memory back. */
export const drawCoverage = (map: MapLibreMap, coverage: CoverageOverlay | null, theme: Theme): void => {
  if (!coverage) {
    if (map.getLayer(coverageLayerId)) map.removeLayer(coverageLayerId);
    layers.get(map)?.setImage(null);
    return;
  }
  const layer = layers.get(map) ?? createCoverageLayer();
  layers.set(map, layer);
  layer.setLook(coverage.look, theme, coverage.isChange ?? false);
  layer.setImage(coverage.image);
  if (!map.getLayer(coverageLayerId)) map.addLayer(layer, layerAbove);
};
