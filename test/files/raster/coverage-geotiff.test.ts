import { expect, test } from 'vitest';
import { NO_SIGNAL } from '../../../src/coverage/raster/coverage-types.ts';
import { coverageGeotiff } from '../../../src/files/raster/coverage-geotiff.ts';
import { readGeoTiff } from '../../../src/files/raster/geotiff-read.ts';

test('a GeoTIFF holds dBm, and no data where nothing is heard', async () => {
  const grid = { zoom: 12, col0: 832_000, row0: 460_000, width: 2, height: 1 };
  const bytes = coverageGeotiff({ levelTenthsDbm: Int16Array.of(-873, NO_SIGNAL) }, grid);
  const raster = await readGeoTiff(bytes, 'vung-phu.tif');
  expect(raster.grid).toEqual(grid);
  expect([...raster.data]).toEqual([Math.fround(-87.3), -9999]);
});
