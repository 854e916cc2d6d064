import type { InputError, Problem, RuleId } from '../../model/problem.ts';
import type { Grid, Raster, RasterData } from '../../model/raster.ts';
import { refuse } from '../problem-list.ts';
import { knownSystems, projectionTo } from '../vector/crs.ts';
import { heightScaleOf, heightsOf } from './dem-values.ts';
import type { HeightTile } from './elevation-tile.ts';
import { readTiffDirectories, type TiffDirectory } from './tiff/read-directory.ts';
import { pictureOf, readSample, type Samples, type TiffPicture } from './tiff/read-samples.ts';
import { mercatorHalfM, mercatorPixelM } from './web-mercator.ts';

/** How far from the pixel grid, in pixels, a raster may lie and still count as on it. */
const gridTolerance = 1e-3;

/** Geo keys of GeoTIFF 1.1 that are read. */
const keys = { rasterType: 1025, geographic: 2048, projected: 3072, verticalUnit: 4099 } as const;
const rasterIsPoint = 2;

interface Opened {
  picture: TiffPicture;
  epsg: number;
  keyOf: (key: keyof typeof keys) => number | undefined;
  /** Outer north-west corner of the first cell and its size, in the system's units; the size's y points south. */
  west: number;
  north: number;
  cellX: number;
  cellY: number;
  /** Every picture of the file, the full one first. */
  directories: readonly TiffDirectory[];
}

const refusal = (
  file: string,
  place: string,
  value: string,
  rule: RuleId,
  expected: string | number,
  unit = '',
): InputError => refuse({ file, place, value, rule, ruleValues: { expected, max: expected, unit } });

const open = (bytes: Uint8Array, file: string): Opened => {
  const directories = readTiffDirectories(bytes, file);
  const [directory] = directories;
  const picture = pictureOf(directory, bytes, file);
  const geoKeys = directory.numbers('geoKeys');
  const keyOf = (key: keyof typeof keys): number | undefined => {
    for (let at = 4; at + 4 <= geoKeys.length; at += 4) {
      if (geoKeys[at] === keys[key] && geoKeys[at + 1] === 0) return geoKeys[at + 3];
    }
    return undefined;
  };
  const epsg = keyOf('projected') ?? keyOf('geographic');
  if (epsg === undefined) throw refusal(file, 'GeoKeyDirectory', '', 'missing-field', knownSystems);
  return { picture, epsg, keyOf, directories, ...placeOf(directory, file) };
};

const placeOf = (directory: TiffDirectory, file: string): Pick<Opened, 'west' | 'north' | 'cellX' | 'cellY'> => {
  const scale = directory.numbers('pixelScale');
  const tie = directory.numbers('tiepoint');
  const matrix = directory.numbers('transformation');
  const isPlaced = scale.length >= 2 && tie.length === 6;
  const isStraight = matrix.length === 16 && matrix[1] === 0 && matrix[4] === 0;
  if (!isPlaced && !isStraight) throw refusal(file, 'ModelTiepoint', '', 'not-this-format', 'GeoTIFF');
  const [cellX, cellY] = isPlaced ? [scale[0], scale[1]] : [matrix[0], -matrix[5]];
  const [west, north] = isPlaced ? [tie[3] - tie[0] * cellX, tie[4] + tie[1] * cellY] : [matrix[3], matrix[7]];
  if (!(cellX > 0 && cellY > 0 && Number.isFinite(cellX + cellY + west + north))) {
    const value = `${cellX} × ${cellY}`;
    throw refuse({ file, place: 'ModelPixelScale', value, rule: 'out-of-range', ruleValues: { min: 0 } });
  }
  return { west, north, cellX, cellY };
};

const gridOf = ({ picture, epsg, west, north, cellX, cellY }: Opened, file: string): Grid => {
  if (epsg !== 3857) throw refusal(file, 'GeoKeyDirectory', `EPSG:${epsg}`, 'not-this-format', 'EPSG:3857');
  const zoom = Math.round(Math.log2(mercatorPixelM(0) / cellX));
  const pixelM = mercatorPixelM(zoom);
  const x = (west + mercatorHalfM) / pixelM;
  const y = (mercatorHalfM - north) / pixelM;
  const grid = { zoom, col0: Math.round(x), row0: Math.round(y), width: picture.width, height: picture.height };
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
export const readGeoTiff = async (bytes: Uint8Array, file: string): Promise<Raster> => {
  const opened = open(bytes, file);
  const grid = gridOf(opened, file);
  const data = readSample(opened.picture, bytes, 0, file);
  if (!(data instanceof Int16Array || data instanceof Uint8Array || data instanceof Float32Array)) {
    throw refusal(file, 'SampleFormat', data.constructor.name, 'wrong-type', 'Int16, Uint8, Float32');
  }
  return { grid, data: data as RasterData };
};

/** Values of the tag PhotometricInterpretation that are grey; all others are colours. */
const grey = [0, 1];
/** Values of the tag ExtraSamples that are transparency. */
const alphas = [1, 2];
/** Bit of the tag NewSubfileType of a picture that says which pixels of another count. */
const isMask = 4;

/** The alpha sample beside the heights; undefined where there is none. Throws for what is a picture or several bands. */
const alphaOf = ({ directory, samples, bits }: TiffPicture, isScaled: boolean, file: string): number | undefined => {
  const photometric = directory.number('photometric', 1);
  const detail =
    samples >= 3 && bits === 8 ? 'RGB' : !grey.includes(photometric) ? `PhotometricInterpretation ${photometric}` : '';
  // 256 levels are a picture's; heights are so only where the file says what a level is
  if (detail !== '' || (bits <= 8 && !isScaled)) {
    const ruleValues = { detail: detail || `${bits} bit` };
    throw refuse({ file, place: 'PhotometricInterpretation', value: '', rule: 'not-heights', ruleValues });
  }
  if (samples === 1) return undefined;
  const extra = Array.from(directory.numbers('extraSamples'));
  if (samples !== 2 || !alphas.includes(extra[0])) {
    const ruleValues = { count: samples };
    throw refuse({ file, place: 'SamplesPerPixel', value: String(samples), rule: 'several-bands', ruleValues });
  }
  return 1;
};

/** Which pixels count, from the masks of the file; undefined where it has none of the picture's size. */
const maskOf = ({ picture, directories }: Opened, bytes: Uint8Array, file: string): Samples | undefined => {
  const mask = directories.find(
    (directory) =>
      (directory.number('pictureType', 0) & isMask) !== 0 &&
      directory.number('width', 0) === picture.width &&
      directory.number('height', 0) === picture.height,
  );
  return mask && readSample(pictureOf(mask, bytes, file), bytes, 0, file);
};

/** The value that stands for no data; NaN where the file names none. */
const noDataOf = (directory: TiffDirectory, file: string): number => {
  const stated = directory.text('gdalNoData').trim();
  const noData = stated === '' ? Number.NaN : Number(stated);
  if (stated === '' || !Number.isNaN(noData) || /^-?nan/i.test(stated)) return noData;
  throw refusal(file, 'GDAL_NODATA', stated, 'wrong-type', 'number');
};

/** Full pictures behind the first: neither overviews nor masks. */
const unreadPictures = ({ directories }: Opened, file: string): Problem[] =>
  directories.flatMap((directory, i): Problem[] =>
    i > 0 && directory.number('pictureType', 0) === 0
      ? [{ file, place: `picture ${i + 1}`, value: '', rule: 'not-read', severity: 'warning' }]
      : [],
  );

/**
 * Elevations of a DEM in degrees, Web Mercator, UTM or VN-2000, in metres whatever unit and scale the file states. Cells
 * of no data, of a mask or of no opacity, and values no land has become NaN. Throws InputError: not a GeoTIFF, cut
 * short, rotated, an unknown reference system, a picture, several bands, values that are no heights.
 */
export const readDem = async (bytes: Uint8Array, file: string): Promise<HeightTile> => {
  const opened = open(bytes, file);
  const { picture, epsg, west, north, cellX, cellY, keyOf } = opened;
  const { directory, width, height } = picture;
  const project = await projectionTo(epsg);
  if (!project) throw refusal(file, 'GeoKeyDirectory', `EPSG:${epsg}`, 'not-this-format', knownSystems);
  if (epsg === 4326 && (west < -180 - cellX || west + width * cellX > 180 + cellX)) {
    throw refuse({ file, place: 'ModelTiepoint', value: `${west}, ${north}`, rule: 'antimeridian' });
  }
  const scale = heightScaleOf(directory, keyOf('verticalUnit'), file);
  const alpha = alphaOf(picture, scale.stated !== '', file);
  const unwritten: [from: number, to: number][] = [];
  const samples = readSample(picture, bytes, 0, file, (from, to) => unwritten.push([from, to]));
  const placeOf = (i: number) => `column ${i % width}, row ${Math.floor(i / width)}`;
  const data = heightsOf(samples, scale, noDataOf(directory, file), file, placeOf);
  for (const [from, to] of unwritten) data.fill(Number.NaN, from, to);
  for (const opacity of [
    alpha === undefined ? undefined : readSample(picture, bytes, alpha, file),
    maskOf(opened, bytes, file),
  ]) {
    if (opacity) for (let i = 0; i < data.length; i++) if (opacity[i] === 0) data[i] = Number.NaN;
  }
  const isPoint = keyOf('rasterType') === rasterIsPoint;
  const half = isPoint ? 0 : 0.5;
  const sampleAt = (lon: number, lat: number) => {
    const [x, y] = project(lon, lat);
    return [(x - west) / cellX - half, (north - y) / cellY - half] as const;
  };
  const notes: Problem[] = unreadPictures(opened, file);
  if (scale.stated !== '') {
    const ruleValues = { detail: scale.stated };
    notes.push({ file, place: '', value: '', rule: 'heights-converted', ruleValues, severity: 'warning' });
  }
  return { file, width, height, data, sampleAt, edge: isPoint ? 0 : 0.5, notes };
};
