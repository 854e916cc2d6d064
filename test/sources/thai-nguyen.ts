import { existsSync, readFileSync } from 'node:fs';
import type { FeatureCollection, Point, Polygon } from 'geojson';
import { readHgt } from '../../src/files/raster/hgt.ts';
import type { LonLat } from '../../src/model/place.ts';
import { node, overpassRoute, terrariumRoute, unitRoutes, way } from './answers.ts';
import type { Route } from './stand-in.ts';

const folder = '../shared/data';
const files = {
  units: `${folder}/thai-nguyen/thai-nguyen-communes-2025.geojson`,
  listing: `${folder}/sources/boundaries/github-contents-19_thai_nguyen-wards.json`,
  places: `${folder}/thai-nguyen/osm-places-thai-nguyen-2018.geojson`,
  srtm: `${folder}/thai-nguyen/N21E105.hgt`,
};

/** Whether the data to serve lie beside the repository; they are not part of it. */
export const hasThaiNguyen = (): boolean => {
  const missing = Object.values(files).filter((path) => !existsSync(path));
  if (missing.length > 0) console.warn(`skipped: ${missing.join(', ')} absent`);
  return missing.length === 0;
};

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Heights of the measured tile, bilinear; NaN beyond it and in its voids. */
const srtmHeights = (): ((lon: number, lat: number) => number) => {
  const tile = readHgt(new Uint8Array(readFileSync(files.srtm)), 'N21E105.hgt');
  return (lon, lat) => {
    const [x, y] = tile.sampleAt(lon, lat);
    const [c, r] = [Math.floor(x), Math.floor(y)];
    if (c < 0 || r < 0 || c + 1 >= tile.width || r + 1 >= tile.height) return Number.NaN;
    const at = (column: number, row: number) => tile.data[row * tile.width + column];
    const north = at(c, r) + (at(c + 1, r) - at(c, r)) * (x - c);
    const south = at(c, r + 1) + (at(c + 1, r + 1) - at(c, r + 1)) * (x - c);
    return north + (south - north) * (y - r);
  };
};

/** The 92 units in the source's form, under its own file names. */
const unitAnswers = () => {
  const { features } = read<
    FeatureCollection<Polygon, { gso_code: string; full_name_vi: string; official_area_km2: number }>
  >(files.units);
  const stems = new Map(
    read<{ name: string }[]>(files.listing).map(({ name }) => [name.slice(0, 5), name.slice(0, -8)]),
  );
  return features.map(({ properties, geometry }) => ({
    code: properties.gso_code,
    fullName: properties.full_name_vi,
    stem: stems.get(properties.gso_code) ?? properties.gso_code,
    areaKm2: properties.official_area_km2,
    geometry,
  }));
};

/** Sources of Thái Nguyên: real units, terrain and places; roads made for the test; no mast mapped. */
export const thaiNguyenRoutes = (): Route[] => {
  const { features } = read<FeatureCollection<Point, Record<string, string>>>(files.places);
  const places = features.map(({ geometry, properties }, i) =>
    node(1000 + i, geometry.coordinates as unknown as LonLat, {
      name: properties.name ?? `Nơi ${i}`,
      place: properties.place ?? 'village',
    }),
  );
  const stops = features.map(({ geometry }) => geometry.coordinates as unknown as LonLat);
  const roads = stops
    .slice(1)
    .map((stop, i) => way(2000 + i, [stops[i], stop], { highway: i % 3 ? 'tertiary' : 'primary' }));
  return [
    ...unitRoutes('19_thai_nguyen', unitAnswers()),
    terrariumRoute(srtmHeights()),
    overpassRoute({ places, roads }),
  ];
};
