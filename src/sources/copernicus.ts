import type { InputFile } from '../files/raster/elevation-files.ts';
import { gridBounds } from '../geo/grid.ts';
import type { Grid } from '../model/raster.ts';
import { bucketHasNone } from './bucket.ts';
import type { Net } from './net/net.ts';
import { rangedFile } from './net/ranged-file.ts';
import { bytesAsRanged, geoTiffForm, openDegreeRaster, type RasterWindow } from './raster/degree-raster.ts';
import { type GroundGiven, groundOfWindows } from './raster/ground.ts';
import { cornerName, squaresOf } from './raster/squares.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

const copernicus = (id: 'copernicus-30' | 'copernicus-90', metres: 30 | 90): Source => ({
  id,
  name: `Copernicus DEM GLO-${metres}`,
  gives: ['terrain'],
  addresses: { bucket: `https://copernicus-dem-${metres}m.s3.amazonaws.com` },
  pace: bucketPace,
  mostBytes: megabytes(60),
  terms: {
    licence: 'Copernicus WorldDEM-30 licence: free, adaptation and redistribution allowed with the notice',
    attribution:
      'produced using Copernicus WorldDEM-30 © DLR e.V. 2010-2014 and © Airbus Defence and Space GmbH 2014-2018 provided under COPERNICUS by the European Union and ESA; all rights reserved',
    mayBePassedOn: true,
  },
  fromPage: 'unknown',
});

export const copernicus30 = copernicus('copernicus-30', 30);
export const copernicus90 = copernicus('copernicus-90', 90);

/** 'Copernicus_DSM_COG_10_N21_00_E105_00_DEM': the figure counts tenths of arc seconds a cell. */
const tileName = (source: Source, lat: number, lon: number): string =>
  `Copernicus_DSM_COG_${source === copernicus30 ? 10 : 30}_${cornerName(lat, lon, '_00_')}_00_DEM`;

/** How many files a grid touches. */
export const copernicusTiles = (grid: Grid): number => squaresOf(gridBounds(grid), 1).length;

/**
 * The ground of a grid from a surface model in tiles of one degree, read in parts. Over the sea there are no tiles; what
 * is not there stays unknown.
 */
export const copernicusGround = async (
  net: Net,
  source: Source,
  grid: Grid,
  files?: readonly InputFile[],
): Promise<GroundGiven> => {
  const box = gridBounds(grid);
  const windows: { window: RasterWindow; file: string }[] = [];
  const opened = files
    ? files.map(({ name, bytes }) => ({ name, file: bytesAsRanged(bytes) }))
    : squaresOf(box, 1).map(({ lon, lat }) => {
        const name = tileName(source, lat, lon);
        const address = `${net.address(source)}/${name}/${name}.tif`;
        return { name: `${name}.tif`, file: rangedFile(net, source, address, bucketHasNone, geoTiffForm) };
      });
  for (const { name, file } of opened) {
    const raster = await openDegreeRaster(file, name);
    const window = await raster?.window(box);
    if (window) windows.push({ window, file: name });
  }
  return groundOfWindows(windows, grid);
};
