import { zlibSync } from 'fflate';
import type { Raster, RasterData } from '../../model/raster.ts';
import { asciiField, directoryBytes, type TiffField, writeDirectory } from './tiff-directory.ts';
import { mercatorHalfM, mercatorPixelM } from './web-mercator.ts';

/** Bytes of raster a strip holds before compression: small enough to read a part, large enough to compress. */
const stripBytes = 1 << 17;

const deflate = 8;
const horizontalDifferencing = 2;

/** Values of SampleFormat (tag 339). */
const sampleFormat = (data: RasterData): number =>
  data instanceof Uint8Array ? 1 : data instanceof Int16Array ? 2 : 3;

/** Bytes of rows [from, to), each sample less its left neighbour for integers (TIFF 6.0 section 14), little-endian. */
const stripOf = ({ grid, data }: Raster, from: number, to: number): Uint8Array => {
  const w = grid.width;
  const size = data.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array((to - from) * w * size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (let row = from; row < to; row++) {
    let left = 0;
    for (let i = row * w; i < (row + 1) * w; i++, at += size) {
      const value = data[i];
      if (data instanceof Float32Array) view.setFloat32(at, value, true);
      else if (size === 2) view.setInt16(at, value - left, true);
      else view.setUint8(at, value - left);
      left = value;
    }
  }
  return bytes;
};

/** GeoKeyDirectory (OGC GeoTIFF 1.1): projected, pixel is area, EPSG:3857, metres. */
const geoKeys = [1, 1, 1, 4, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 3857, 3076, 0, 1, 9001];

/**
 * A raster on the Web Mercator grid as GeoTIFF in EPSG:3857: one band, deflate in strips, horizontal differencing
 * for integers. `noData` goes into the GDAL_NODATA tag. The same raster gives the same bytes every time.
 */
export const writeGeoTiff = (raster: Raster, noData?: number): Uint8Array => {
  const { grid, data } = raster;
  if (data.length !== grid.width * grid.height || data.length === 0) {
    throw new Error(`A grid of ${grid.width} x ${grid.height} cells can't hold ${data.length} values`);
  }
  const rowsPerStrip = Math.max(1, Math.floor(stripBytes / (grid.width * data.BYTES_PER_ELEMENT)));
  const strips: Uint8Array[] = [];
  for (let row = 0; row < grid.height; row += rowsPerStrip) {
    strips.push(zlibSync(stripOf(raster, row, Math.min(grid.height, row + rowsPerStrip)), { level: 6 }));
  }
  const pixelM = mercatorPixelM(grid.zoom);
  const fields = (offsets: readonly number[]): TiffField[] => [
    { tag: 256, type: 'long', values: [grid.width] },
    { tag: 257, type: 'long', values: [grid.height] },
    { tag: 258, type: 'short', values: [data.BYTES_PER_ELEMENT * 8] },
    { tag: 259, type: 'short', values: [deflate] },
    // the lowest value is black
    { tag: 262, type: 'short', values: [1] },
    { tag: 273, type: 'long', values: offsets },
    { tag: 277, type: 'short', values: [1] },
    { tag: 278, type: 'long', values: [rowsPerStrip] },
    { tag: 279, type: 'long', values: strips.map((strip) => strip.length) },
    { tag: 284, type: 'short', values: [1] },
    { tag: 317, type: 'short', values: [data instanceof Float32Array ? 1 : horizontalDifferencing] },
    { tag: 339, type: 'short', values: [sampleFormat(data)] },
    { tag: 33550, type: 'double', values: [pixelM, pixelM, 0] },
    {
      tag: 33922,
      type: 'double',
      values: [0, 0, 0, grid.col0 * pixelM - mercatorHalfM, mercatorHalfM - grid.row0 * pixelM, 0],
    },
    { tag: 34735, type: 'short', values: geoKeys },
    ...(noData === undefined ? [] : [asciiField(42113, String(noData).replace('NaN', 'nan'))]),
  ];
  let end = directoryBytes(fields(strips.map(() => 0)));
  const offsets = strips.map((strip) => {
    const offset = end;
    end += strip.length;
    return offset;
  });
  const bytes = new Uint8Array(end);
  writeDirectory(bytes, fields(offsets));
  strips.forEach((strip, i) => {
    bytes.set(strip, offsets[i]);
  });
  return bytes;
};
