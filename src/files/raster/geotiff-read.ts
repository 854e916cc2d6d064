import type { GeoTIFFImage } from 'geotiff';
import { InputError, type RuleId } from '../../model/problem.ts';
import type { Grid, Raster, RasterData } from '../../model/raster.ts';
import { refuse } from '../problem-list.ts';
import { knownSystems, projectionTo } from '../vector/crs.ts';
import type { HeightTile } from './elevation-tile.ts';
import { mercatorHalfM, mercatorPixelM } from './web-mercator.ts';

/** Four times a province at z=13: what a tab can hold beside everything else. */
const maxCells = 200_000_000;

/** How far from the pixel grid, in pixels, a raster may lie and still count as on it. */
const gridTolerance = 1e-3;

interface Opened {
  image: GeoTIFFImage;
  epsg: number;
  /** Outer north-west corner of the first cell and its size, in the system's units; the size's y points south. */
  west: number;
  north: number;
  cellX: number;
  cellY: number;
}

const refusal = (
  file: string,
  place: string,
  value: string,
  rule: RuleId,
  expected: string | number,
  unit = '',
): InputError => refuse({ file, place, value, rule, ruleValues: { expected, max: expected, unit } });

const open = async (bytes: Uint8Array, file: string): Promise<Opened> => {
  const { fromArrayBuffer } = await import('./geotiff-library.ts');
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
  const image = await (await fromArrayBuffer(whole as ArrayBuffer)).getImage();
  const cells = image.getWidth() * image.getHeight();
  if (cells > maxCells) throw refusal(file, '', `${cells} cells`, 'too-large', maxCells, 'cells');
  await refuseTruncated(image, bytes, file);
  const keys = image.getGeoKeys();
  const epsg = Number(keys?.ProjectedCSTypeGeoKey ?? keys?.GeographicTypeGeoKey ?? Number.NaN);
  if (!Number.isInteger(epsg)) throw refusal(file, 'GeoKeyDirectory', '', 'missing-field', knownSystems);
  return { image, epsg, ...placeOf(image, file) };
};

/** Every strip or tile must end inside the file; the library would read zeros past its end. */
const refuseTruncated = async (image: GeoTIFFImage, bytes: Uint8Array, file: string): Promise<void> => {
  const kind = image.isTiled ? 'Tile' : 'Strip';
  const offsets = await image.fileDirectory.loadValue(`${kind}Offsets`);
  const counts = await image.fileDirectory.loadValue(`${kind}ByteCounts`);
  let end = 0;
  for (let i = 0; i < (offsets?.length ?? 0); i++) end = Math.max(end, Number(offsets?.[i]) + Number(counts?.[i]));
  if (end > bytes.length)
    throw refusal(file, `byte ${bytes.length}`, `${bytes.length} bytes`, 'truncated', end, 'bytes');
};

const placeOf = (image: GeoTIFFImage, file: string): Pick<Opened, 'west' | 'north' | 'cellX' | 'cellY'> => {
  const scale = image.fileDirectory.getValue('ModelPixelScale');
  const tie = image.fileDirectory.getValue('ModelTiepoint');
  const matrix = image.fileDirectory.getValue('ModelTransformation');
  if (scale && tie && tie.length === 6) {
    const [cellX, cellY] = scale;
    return { west: tie[3] - tie[0] * cellX, north: tie[4] + tie[1] * cellY, cellX, cellY };
  }
  if (matrix && matrix[1] === 0 && matrix[4] === 0 && matrix[5] < 0) {
    return { west: matrix[3], north: matrix[7], cellX: matrix[0], cellY: -matrix[5] };
  }
  throw refusal(file, 'ModelTiepoint', '', 'not-this-format', 'GeoTIFF');
};

const read = async <T>(file: string, reading: () => Promise<T>): Promise<T> => {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw refusal(file, '', detail, 'not-this-format', 'GeoTIFF');
  }
};

const firstBand = async (image: GeoTIFFImage): Promise<ArrayLike<number>> => {
  const [band] = await image.readRasters({ samples: [0], interleave: false });
  return band;
};

const gridOf = ({ image, epsg, west, north, cellX, cellY }: Opened, file: string): Grid => {
  if (epsg !== 3857) throw refusal(file, 'GeoKeyDirectory', `EPSG:${epsg}`, 'not-this-format', 'EPSG:3857');
  const zoom = Math.round(Math.log2(mercatorPixelM(0) / cellX));
  const pixelM = mercatorPixelM(zoom);
  const x = (west + mercatorHalfM) / pixelM;
  const y = (mercatorHalfM - north) / pixelM;
  const grid = { zoom, col0: Math.round(x), row0: Math.round(y), width: image.getWidth(), height: image.getHeight() };
  const stretch = Math.max(Math.abs(cellX / pixelM - 1) * grid.width, Math.abs(cellY / pixelM - 1) * grid.height);
  const shift = Math.max(Math.abs(x - grid.col0), Math.abs(y - grid.row0));
  if (stretch > gridTolerance || shift > gridTolerance) {
    throw refusal(
      file,
      'ModelPixelScale',
      `${cellX} × ${cellY} m`,
      'not-this-format',
      `Web Mercator z=${zoom}: ${pixelM} m`,
    );
  }
  return grid;
};

/**
 * A single-band raster that lies on the Web Mercator pixel grid in EPSG:3857, as `writeGeoTiff` makes it.
 * Throws InputError: not a GeoTIFF, cut short, another reference system or grid, another sample type.
 */
export const readGeoTiff = (bytes: Uint8Array, file: string): Promise<Raster> =>
  read(file, async () => {
    const opened = await open(bytes, file);
    const grid = gridOf(opened, file);
    const data = await firstBand(opened.image);
    if (!(data instanceof Int16Array || data instanceof Uint8Array || data instanceof Float32Array)) {
      throw refusal(file, 'SampleFormat', data.constructor.name, 'wrong-type', 'Int16, Uint8, Float32');
    }
    return { grid, data: data as RasterData };
  });

/**
 * Elevations of a DEM in degrees, Web Mercator, UTM or VN-2000. No-data cells and values become NaN.
 * Throws InputError: not a GeoTIFF, cut short, rotated, an unknown reference system.
 */
export const readDem = (bytes: Uint8Array, file: string): Promise<HeightTile> =>
  read(file, async () => {
    const { image, epsg, west, north, cellX, cellY } = await open(bytes, file);
    const project = await projectionTo(epsg);
    if (!project) throw refusal(file, 'GeoKeyDirectory', `EPSG:${epsg}`, 'not-this-format', knownSystems);
    const data = Float32Array.from(await firstBand(image));
    const noData = Math.fround(image.getGDALNoData() ?? Number.NaN);
    // -32768 means void in every elevation product we know, with or without the tag
    for (let i = 0; i < data.length; i++) if (data[i] === noData || data[i] <= -32768) data[i] = Number.NaN;
    const isPoint = image.getGeoKeys()?.GTRasterTypeGeoKey === 2;
    const half = isPoint ? 0 : 0.5;
    const sampleAt = (lon: number, lat: number) => {
      const [x, y] = project(lon, lat);
      return [(x - west) / cellX - half, (north - y) / cellY - half] as const;
    };
    return { file, width: image.getWidth(), height: image.getHeight(), data, sampleAt, edge: isPoint ? 0 : 0.5 };
  });
