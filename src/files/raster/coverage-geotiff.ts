import { type CoverageLayer, NO_SIGNAL } from '../../coverage/raster/coverage-types.ts';
import type { Grid } from '../../model/raster.ts';
import { writeGeoTiff } from './geotiff-write.ts';

/** Where nothing is received, as GIS tools know it. */
const noDataDbm = -9999;

/** Levels as GeoTIFF in EPSG:3857: one band of Float32, dBm, −9999 for no data. */
export const coverageGeotiff = ({ levelTenthsDbm }: Pick<CoverageLayer, 'levelTenthsDbm'>, grid: Grid): Uint8Array =>
  writeGeoTiff(
    { grid, data: Float32Array.from(levelTenthsDbm, (tenths) => (tenths === NO_SIGNAL ? noDataDbm : tenths / 10)) },
    noDataDbm,
  );
