import { pixelToLonLat } from '../../geo/grid.ts';
import type { Grid } from '../../model/raster.ts';

/** Edges of a grid's columns as longitudes and of its rows as latitudes, one more than there are cells. */
export const edgesOf = ({ zoom, col0, row0, width, height }: Grid) => ({
  lons: Float64Array.from({ length: width + 1 }, (_, c) => pixelToLonLat(zoom, col0 + c, row0)[0]),
  lats: Float64Array.from({ length: height + 1 }, (_, r) => pixelToLonLat(zoom, col0, row0 + r)[1]),
});
