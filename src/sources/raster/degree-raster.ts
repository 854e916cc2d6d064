import { GeoTIFF, type GeoTIFFImage } from 'geotiff';
import { refuse } from '../../files/problem-list.ts';
import type { BoundingBox } from '../../model/place.ts';
import { InputError } from '../../model/problem.ts';
import type { RangedFile } from '../net/ranged-file.ts';

/** A province at 10 m has 80 million; more at a time is asked for by mistake. */
const mostCells = 150_000_000;

/** Part of a raster in degrees. */
export interface RasterWindow {
  width: number;
  height: number;
  /** Row by row from the north-west. */
  data: Float32Array | Uint8Array;
  /** Outer north-west corner of the first cell, and the size of a cell, in degrees. */
  west: number;
  north: number;
  cellX: number;
  cellY: number;
}

/** A GeoTIFF in degrees of WGS 84, with the coarser levels it has. */
export interface DegreeRaster {
  name: string;
  /** Cells of each level, in degrees, finest first. */
  levels: readonly number[];
  /** What a box touches of a level, one cell more on every side; null where it touches nothing. */
  window: (box: BoundingBox, level?: number) => Promise<RasterWindow | null>;
}

const refusal = (file: string, value: string, expected: string): InputError =>
  refuse({ file, place: '', value, rule: 'not-this-format', ruleValues: { expected } });

/** How a GeoTIFF begins: byte order, then 42, or 43 for a large one. */
export const geoTiffForm = {
  name: 'GeoTIFF',
  fits: ([a, b, c, d]: Uint8Array): boolean =>
    (a === 0x49 && b === 0x49 && (c === 42 || c === 43) && d === 0) ||
    (a === 0x4d && b === 0x4d && c === 0 && (d === 42 || d === 43)),
};

/** A file in parts as the library asks for its bytes. */
const sourceOf = (file: RangedFile, name: string) => {
  const fetchSlice = async ({ offset, length }: { offset: number; length: number }) => {
    const bytes = await file.read(offset, offset + length);
    if (!bytes) throw refusal(name, '', 'GeoTIFF');
    return { offset, length, data: bytes.slice().buffer };
  };
  return {
    fetchSlice,
    fetch: async (slices: { offset: number; length: number }[]) =>
      (await Promise.all(slices.map(fetchSlice))).map(({ data }) => data),
    fileSize: null,
    close: async () => {},
  };
};

export const bytesAsRanged = (bytes: Uint8Array): RangedFile => ({
  read: async (from, to) => bytes.subarray(from, to),
});

const placeOf = (image: GeoTIFFImage, name: string) => {
  const scale = image.fileDirectory.getValue('ModelPixelScale');
  const tie = image.fileDirectory.getValue('ModelTiepoint');
  const keys = image.getGeoKeys();
  if (!scale || tie?.length !== 6) throw refusal(name, 'ModelTiepoint', 'GeoTIFF');
  if (keys?.GeographicTypeGeoKey !== 4326) {
    throw refusal(name, `EPSG:${keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey ?? '?'}`, 'EPSG:4326');
  }
  const [cellX, cellY] = scale;
  // a tie point of a raster of points is the middle of a cell, of one of areas its corner
  const half = keys.GTRasterTypeGeoKey === 2 ? 0.5 : 0;
  return { west: tie[3] - (tie[0] + half) * cellX, north: tie[4] + (tie[1] + half) * cellY, cellX, cellY };
};

/**
 * Opens a raster; null where there is no such file.
 *
 * @throws InputError for what is no GeoTIFF in degrees
 */
export const openDegreeRaster = async (file: RangedFile, name: string): Promise<DegreeRaster | null> => {
  // the first bytes tell whether there is such a file at all
  if (!(await file.read(0, 16))) return null;
  return reading(name, async () => {
    const tiff = await GeoTIFF.fromSource(sourceOf(file, name));
    const count = await tiff.getImageCount();
    const images: GeoTIFFImage[] = [];
    for (let i = 0; i < count; i++) images.push(await tiff.getImage(i));
    const [finest] = images;
    const place = placeOf(finest, name);
    const factors = images.map((image) => finest.getWidth() / image.getWidth());
    return {
      name,
      levels: factors.map((factor) => place.cellX * factor),
      window: (box, level = 0) =>
        reading(name, () =>
          readWindow(images[level], {
            ...place,
            cellX: place.cellX * factors[level],
            cellY: (place.cellY * finest.getHeight()) / images[level].getHeight(),
            noData: finest.getGDALNoData(),
            box,
            name,
          }),
        ),
    };
  });
};

/** What the library throws says where it stood, not what is wrong with the file. */
const reading = async <T>(name: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError || (error as Error)?.name === 'AbortError') throw error;
    throw refusal(name, error instanceof Error ? error.message : String(error), 'GeoTIFF');
  }
};

interface Cut {
  west: number;
  north: number;
  cellX: number;
  cellY: number;
  noData: number | null;
  box: BoundingBox;
  name: string;
}

const readWindow = async (image: GeoTIFFImage, cut: Cut): Promise<RasterWindow | null> => {
  const { west, north, cellX, cellY, noData, box, name } = cut;
  const [imageWidth, imageHeight] = [image.getWidth(), image.getHeight()];
  const left = Math.max(0, Math.floor((box[0] - west) / cellX) - 1);
  const top = Math.max(0, Math.floor((north - box[3]) / cellY) - 1);
  const right = Math.min(imageWidth, Math.ceil((box[2] - west) / cellX) + 1);
  const bottom = Math.min(imageHeight, Math.ceil((north - box[1]) / cellY) + 1);
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return null;
  if (width * height > mostCells) {
    const ruleValues = { max: mostCells, unit: 'cells' };
    throw refuse({ file: name, place: '', value: `${width * height} cells`, rule: 'too-large', ruleValues });
  }
  const [band] = await image.readRasters({ window: [left, top, right, bottom], samples: [0], interleave: false });
  const place = { width, height, west: west + left * cellX, north: north - top * cellY, cellX, cellY };
  if (band instanceof Uint8Array) return { ...place, data: band };
  const data = Float32Array.from(band as ArrayLike<number>);
  const empty = Math.fround(noData ?? Number.NaN);
  for (let i = 0; i < data.length; i++) if (data[i] === empty) data[i] = Number.NaN;
  return { ...place, data };
};
