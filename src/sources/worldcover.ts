import type { InputFile } from '../files/raster/elevation-files.ts';
import { metresPerDegree } from '../geo/ellipsoid.ts';
import { gridBounds } from '../geo/grid.ts';
import type { Grid } from '../model/raster.ts';
import { bucketHasNone } from './bucket.ts';
import type { Net } from './net/net.ts';
import { rangedFile } from './net/ranged-file.ts';
import { layClasses } from './raster/classes-on-grid.ts';
import { bytesAsRanged, geoTiffForm, openDegreeRaster } from './raster/degree-raster.ts';
import { cornerName, squaresOf } from './raster/squares.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const worldcover: Source = {
  id: 'worldcover',
  name: 'ESA WorldCover 2021',
  gives: ['landcover'],
  addresses: { bucket: 'https://esa-worldcover.s3.eu-central-1.amazonaws.com/v200/2021/map' },
  pace: bucketPace,
  mostBytes: megabytes(60),
  terms: {
    licence: 'CC BY 4.0',
    attribution:
      '© ESA WorldCover project 2021 / Contains modified Copernicus Sentinel data (2021) processed by ESA WorldCover consortium',
    mayBePassedOn: true,
  },
  fromPage: 'unknown',
};

/** Degrees a file's side. */
const fileDegrees = 3;

/** The classes of WorldCover's raster by their codes. */
export const worldCoverClasses = {
  10: 'tree',
  20: 'shrub',
  30: 'grass',
  40: 'crop',
  50: 'built-up',
  60: 'bare',
  70: 'snow',
  80: 'water',
  90: 'wetland',
  95: 'mangrove',
  100: 'moss',
} as const;

/** How many files a grid touches. */
export const worldCoverFiles = (grid: Grid): number => squaresOf(gridBounds(grid), fileDegrees).length;

/**
 * WorldCover's codes on a grid, 0 where it has none. Read from the coarsest level that still has about a cell for each of
 * the grid's; how the levels were made is not said of this version, so that is nearest rather than a mode.
 *
 * @param detail `full` reads the 10 m level and takes the mode
 */
export const worldCoverCodes = async (
  net: Net,
  grid: Grid,
  detail: 'level' | 'full',
  files?: readonly InputFile[],
): Promise<Uint8Array> => {
  const box = gridBounds(grid);
  const { northM } = metresPerDegree((box[1] + box[3]) / 2);
  const cellM = ((box[3] - box[1]) * northM) / grid.height;
  const codes = new Uint8Array(grid.width * grid.height);
  const opened = files
    ? files.map(({ name, bytes }) => ({ name, file: bytesAsRanged(bytes) }))
    : squaresOf(box, fileDegrees).map(({ lon, lat }) => {
        const name = `ESA_WorldCover_10m_2021_v200_${cornerName(lat, lon)}_Map.tif`;
        const address = `${net.address(worldcover)}/${name}`;
        return { name, file: rangedFile(net, worldcover, address, bucketHasNone, geoTiffForm) };
      });
  for (const { name, file } of opened) {
    const raster = await openDegreeRaster(file, name);
    if (!raster) continue;
    // a little coarser than the grid is still about a cell each
    const fit = raster.levels.filter((degrees) => degrees * northM <= 1.3 * cellM).length - 1;
    const window = await raster.window(box, detail === 'full' ? 0 : Math.max(0, fit));
    if (window) layClasses(window, grid, codes);
  }
  return codes;
};
