import type { FeatureCollection, Position } from 'geojson';
import { lonLatToPixel } from '../../geo/grid.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import type { Commune } from '../../model/place.ts';
import type { Grid } from '../../model/raster.ts';

/** Polygons of a geometry, each a list of rings. */
const polygonsOf = (geometry: AreaGeometry): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Index of the commune that holds each cell's centre, −1 outside all; scan lines, even-odd. */
export const indexCommunes = (communes: FeatureCollection<AreaGeometry, Commune>, grid: Grid): Int16Array => {
  const index = new Int16Array(grid.width * grid.height).fill(-1);
  communes.features.forEach(({ geometry }, commune) => {
    for (const rings of polygonsOf(geometry)) fillPolygon(rings, grid, index, commune);
  });
  return index;
};

const fillPolygon = (rings: Position[][], grid: Grid, index: Int16Array, value: number): void => {
  const edges: [x0: number, y0: number, x1: number, y1: number][] = [];
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const ring of rings) {
    const points = ring.map(([lon, lat]) => {
      const [x, y] = lonLatToPixel(grid.zoom, lon, lat);
      return [x - grid.col0, y - grid.row0] as const;
    });
    for (let k = 0; k + 1 < points.length; k++) {
      edges.push([...points[k], ...points[k + 1]]);
      top = Math.min(top, points[k][1]);
      bottom = Math.max(bottom, points[k][1]);
    }
  }
  const lastRow = Math.min(grid.height - 1, Math.ceil(bottom - 0.5));
  for (let r = Math.max(0, Math.floor(top - 0.5)); r <= lastRow; r++) {
    const y = r + 0.5;
    const crossings: number[] = [];
    for (const [x0, y0, x1, y1] of edges) {
      if (y0 <= y !== y1 <= y) crossings.push(x0 + ((y - y0) * (x1 - x0)) / (y1 - y0));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil(crossings[k] - 0.5));
      const to = Math.min(grid.width - 1, Math.ceil(crossings[k + 1] - 0.5) - 1);
      for (let c = from; c <= to; c++) index[r * grid.width + c] = value;
    }
  }
};
