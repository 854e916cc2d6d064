import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import type { Selection } from '../study/selection.ts';

/** How near in pixels a point must be to be meant. */
const reachPixels = 9;

const pointKinds = { hamlets: 'hamlet', sites: 'site' } as const;

/** The id of the option whose mark is under a pixel. */
export const markAt = (map: MapLibreMap, { x, y }: Point): string | null => {
  if (!map.getLayer('overlay-options')) return null;
  const [mark] = map.queryRenderedFeatures([x, y], { layers: ['overlay-options'] });
  return mark ? String(mark.properties.id) : null;
};

/** The nearest hamlet or site within reach of a pixel, else the commune under it. */
export const hitTest = (map: MapLibreMap, { x, y }: Point): Selection | null => {
  const layers = Object.keys(pointKinds).filter((layer) => map.getLayer(layer));
  const near = map.queryRenderedFeatures(
    [
      [x - reachPixels, y - reachPixels],
      [x + reachPixels, y + reachPixels],
    ],
    { layers },
  );
  let best: Selection | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const { geometry, layer, properties } of near) {
    if (geometry.type !== 'Point') continue;
    const at = map.project([geometry.coordinates[0], geometry.coordinates[1]]);
    const distance = Math.hypot(at.x - x, at.y - y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = { kind: pointKinds[layer.id as keyof typeof pointKinds], id: properties.id };
    }
  }
  if (best) return best;
  const [commune] = map.getLayer('commune-fill') ? map.queryRenderedFeatures([x, y], { layers: ['commune-fill'] }) : [];
  return commune ? { kind: 'commune', id: commune.properties.code } : null;
};
