import type { Feature, FeatureCollection } from 'geojson';
import { lonLatToPixel, pixelToLonLat } from '../geo/grid.ts';
import type { LonLat } from '../model/place.ts';

/** The path under the inspector, and the point of it that is looked at: 0 at the site, 1 at the far end. */
export interface MapPath {
  from: LonLat;
  to: LonLat;
  markShare: number | null;
}

interface PathProperties {
  role: 'line' | 'from' | 'to' | 'mark';
}

/** Any zoom will do to walk a straight line of the map. */
const lineZoom = 12;

/** A point of the line as the map draws it, within metres of the geodesic over the length of a radio path. */
export const pointOfPath = ({ from, to }: Pick<MapPath, 'from' | 'to'>, share: number): LonLat => {
  const [x0, y0] = lonLatToPixel(lineZoom, ...from);
  const [x1, y1] = lonLatToPixel(lineZoom, ...to);
  return pixelToLonLat(lineZoom, x0 + (x1 - x0) * share, y0 + (y1 - y0) * share);
};

interface Pixel {
  x: number;
  y: number;
}

/** Where along the line a to b the point nearest to p lies, 0..1; null when p is farther off than `reach`. */
export const shareNear = (a: Pixel, b: Pixel, p: Pixel, reach: number): number | null => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return null;
  const share = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2));
  const away = Math.hypot(a.x + dx * share - p.x, a.y + dy * share - p.y);
  return away <= reach ? share : null;
};

export const pathFeatures = (path: MapPath | null): FeatureCollection<Feature['geometry'], PathProperties> => {
  const point = (role: PathProperties['role'], at: LonLat): Feature<Feature['geometry'], PathProperties> => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: { role },
  });
  if (!path) return { type: 'FeatureCollection', features: [] };
  const { from, to, markShare } = path;
  return {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
        properties: { role: 'line' },
      },
      point('from', from),
      point('to', to),
      ...(markShare === null ? [] : [point('mark', pointOfPath(path, markShare))]),
    ],
  };
};
