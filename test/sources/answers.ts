import { createHash } from 'node:crypto';
import { encode } from 'fast-png';
import type { MultiPolygon, Polygon } from 'geojson';
import { writeArrayBuffer } from 'geotiff';
import { pixelToLonLat } from '../../src/geo/grid.ts';
import type { BoundingBox, LonLat } from '../../src/model/place.ts';
import type { Reply, Route } from './stand-in.ts';

/** Answers in the exact form of the sources, from whatever a test makes up or has at hand. */

const json = (value: unknown): Reply => ({ type: 'application/json', body: JSON.stringify(value) });

/** As the bucket answers for a tile it does not have. */
const accessDenied: Reply = {
  status: 403,
  type: 'application/xml',
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1</RequestId></Error>',
};

const side = 256;

/** A Terrarium tile of heights at the middle of each of its pixels; black where the height is NaN. */
const terrariumPng = (zoom: number, x: number, y: number, heightAt: (lon: number, lat: number) => number) => {
  const data = new Uint8Array(side * side * 3);
  let known = 0;
  for (let r = 0; r < side; r++) {
    for (let c = 0; c < side; c++) {
      const heightM = heightAt(...pixelToLonLat(zoom, x * side + c + 0.5, y * side + r + 0.5));
      if (Number.isNaN(heightM)) continue;
      known++;
      const value = Math.round((heightM + 32_768) * 256);
      data.set([value >> 16, (value >> 8) & 255, value & 255], (r * side + c) * 3);
    }
  }
  return known === 0 ? null : encode({ width: side, height: side, channels: 3, depth: 8, data });
};

export const terrariumRoute = (heightAt: (lon: number, lat: number) => number): Route => {
  const made = new Map<string, Uint8Array | null>();
  return [
    /^s3\.amazonaws\.com\/elevation-tiles-prod\/terrarium\/(\d+)\/(\d+)\/(\d+)\.png$/,
    ([name, z, x, y]) => {
      if (!made.has(name)) made.set(name, terrariumPng(Number(z), Number(x), Number(y), heightAt));
      const body = made.get(name);
      return body ? { body, type: 'image/png', isFile: true } : accessDenied;
    },
  ];
};

/** A raster in degrees as GeoTIFF, in strips of a few rows. */
export const degreeTiff = (
  [west, south, east, north]: BoundingBox,
  cellDegrees: number,
  valueAt: (lon: number, lat: number) => number,
  kind: 'bytes' | 'floats',
): Uint8Array => {
  const width = Math.round((east - west) / cellDegrees);
  const height = Math.round((north - south) / cellDegrees);
  const values = kind === 'bytes' ? new Uint8Array(width * height) : new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) {
    const lon = west + ((i % width) + 0.5) * cellDegrees;
    values[i] = valueAt(lon, north - (Math.floor(i / width) + 0.5) * cellDegrees);
  }
  return new Uint8Array(
    writeArrayBuffer(values, {
      width,
      height,
      BitsPerSample: [kind === 'bytes' ? 8 : 32],
      SampleFormat: [kind === 'bytes' ? 1 : 3],
      GeographicTypeGeoKey: 4326,
      GTModelTypeGeoKey: 2,
      GTRasterTypeGeoKey: 1,
      ModelPixelScale: [cellDegrees, cellDegrees, 0],
      ModelTiepoint: [0, 0, 0, west, north, 0],
    }),
  );
};

const gitName = (text: string): string => {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
};

export interface UnitAnswer {
  code: string;
  fullName: string;
  /** As the source writes file names: '05719_sang_moc'. */
  stem: string;
  areaKm2: number;
  geometry: Polygon | MultiPolygon;
}

const unitFile = ({ code, fullName, areaKm2, geometry }: UnitAnswer): string => {
  const coordinates = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const name = fullName.replace(/^\S+ /, '');
  const properties = {
    code,
    name,
    nameEn: name,
    fullName,
    fullNameEn: fullName,
    codeName: name,
    gisServerId: 'x',
    areaKm2,
  };
  const feature = { type: 'Feature', id: code, geometry: { type: 'MultiPolygon', coordinates }, properties };
  return JSON.stringify({ type: 'FeatureCollection', features: [feature] }, null, 2);
};

/** The listing of a province's units and their files. */
export const unitRoutes = (folder: string, units: readonly UnitAnswer[]): Route[] => {
  const files = new Map(units.map((unit) => [`${unit.stem}.geojson`, unitFile(unit)]));
  const path = `json/geojson/${folder}/wards`;
  const listing = [...files].map(([name, text]) => ({
    name,
    path: `${path}/${name}`,
    sha: gitName(text),
    size: Buffer.byteLength(text),
    type: 'file',
  }));
  return [
    [new RegExp(`^api\\.github\\.com/repos/[^?]*/contents/${path}\\?ref=[0-9a-f]{40}$`), () => json(listing)],
    [
      new RegExp(`^raw\\.githubusercontent\\.com/.*/${path}/([^/]+)$`),
      ([, name]) => {
        const text = files.get(name);
        return text === undefined ? null : { body: text, type: 'text/plain' };
      },
    ],
  ];
};

export interface OsmWorld {
  boundaries?: readonly object[];
  places?: readonly object[];
  masts?: readonly object[];
  roads?: readonly object[];
  power?: readonly object[];
  timestamp?: string;
}

const themeOf = (query: string): keyof Omit<OsmWorld, 'timestamp'> => {
  if (query.includes('"boundary"')) return 'boundaries';
  if (query.includes('"place"')) return 'places';
  if (query.includes('"man_made"')) return 'masts';
  return query.includes('"highway"') ? 'roads' : 'power';
};

/** Overpass over a small world: it answers by theme, and leaves the box to whoever asks. */
export const overpassRoute = (world: OsmWorld): Route => [
  /^overpass-api\.de\/api\/interpreter$/,
  (_, { query }) =>
    json({
      version: 0.6,
      generator: 'Overpass API',
      osm3s: { timestamp_osm_base: world.timestamp ?? '2026-02-11T00:34:38Z', copyright: 'ODbL' },
      elements: world[themeOf(query)] ?? [],
    }),
];

export const node = (id: number, [lon, lat]: LonLat, tags: Record<string, string>) => ({
  type: 'node',
  id,
  lat,
  lon,
  tags,
});

export const way = (id: number, line: readonly LonLat[], tags: Record<string, string>) => ({
  type: 'way',
  id,
  nodes: line.map((_, i) => id * 100 + i),
  geometry: line.map(([lon, lat]) => ({ lat, lon })),
  tags,
});

/** WorldPop's listing of a country, whose files it names by an address nobody follows, and the one file there is. */
export const worldPopRoutes = (country: string, file: Uint8Array): Route[] => {
  const path = `GIS/Population/Global_2000_2020/2020/${country}/${country.toLowerCase()}_ppp_2020_UNadj.tif`;
  const entry = {
    id: '1',
    popyear: '2020',
    iso3: country,
    doi: '10.5258/SOTON/WP00645',
    data_file: path,
    files: [`ftp://ftp.worldpop.org.uk/${path}`],
  };
  return [
    [new RegExp(`^www\\.worldpop\\.org/rest/data/pop/\\w+\\?iso3=${country}$`), () => json({ data: [entry] })],
    [new RegExp(`^data\\.worldpop\\.org/${path}$`), () => ({ body: file, isFile: true, type: 'image/tiff' })],
  ];
};

export const worldCoverRoute = (name: string, file: Uint8Array): Route => [
  new RegExp(`^esa-worldcover\\.s3\\..*/ESA_WorldCover_10m_2021_v200_${name}_Map\\.tif$`),
  () => ({ body: file, isFile: true, type: 'image/tiff' }),
];
