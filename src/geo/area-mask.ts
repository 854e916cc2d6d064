import type { AreaGeometry } from '../model/pack.ts';
import type { Grid } from '../model/raster.ts';
import { lonLatToPixel, pixelToLonLat } from './grid.ts';

/** 1 for each cell of a grid whose centre lies inside any of the areas, holes left out; row by row from the north-west. */
export const areaMask = (grid: Grid, areas: readonly AreaGeometry[]): Uint8Array => {
  const { zoom, col0, row0, width, height } = grid;
  const mask = new Uint8Array(width * height);
  const polygons = areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates));
  for (const rings of polygons) {
    // where each row's middle crosses the rings, in columns
    const crossings = Array.from({ length: height }, (): number[] => []);
    for (const ring of rings) {
      for (let k = 0; k + 1 < ring.length; k++) {
        const [[lonA, latA], [lonB, latB]] = [ring[k], ring[k + 1]];
        const [, yA] = lonLatToPixel(zoom, lonA, latA);
        const [, yB] = lonLatToPixel(zoom, lonB, latB);
        const from = Math.max(0, Math.ceil(Math.min(yA, yB) - row0 - 0.5));
        const to = Math.min(height - 1, Math.ceil(Math.max(yA, yB) - row0 - 0.5) - 1);
        for (let row = from; row <= to; row++) {
          const [, lat] = pixelToLonLat(zoom, 0, row0 + row + 0.5);
          const lon = lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA);
          crossings[row].push(lonLatToPixel(zoom, lon, lat)[0] - col0);
        }
      }
    }
    crossings.forEach((columns, row) => {
      columns.sort((a, b) => a - b);
      for (let k = 0; k + 1 < columns.length; k += 2) {
        const from = Math.max(0, Math.ceil(columns[k] - 0.5));
        const to = Math.min(width, Math.ceil(columns[k + 1] - 0.5));
        if (from < to) mask.fill(1, row * width + from, row * width + to);
      }
    });
  }
  return mask;
};
