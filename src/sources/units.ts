import { bbox, booleanPointInPolygon, pointOnFeature } from '@turf/turf';
import { refuse } from '../files/problem-list.ts';
import type { InputFile } from '../files/raster/elevation-files.ts';
import type { BoundingBox } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { gadmCommunes } from './gadm.ts';
import { geoBoundariesUnits } from './geoboundaries.ts';
import type { Net } from './net/net.ts';
import { readBoundaries, type UnitShape } from './osm/boundaries.ts';
import type { OsmAnswer } from './osm/elements.ts';
import { readOsmPbf } from './osm-pbf.ts';
import { askOverpass, openStreetMapTerms, readOverpassFiles, type Theme } from './overpass.ts';
import type { SourceId } from './source.ts';
import { thanglequocUnits } from './thanglequoc.ts';
import type { AreaWish, Wish } from './wish.ts';

export interface UnitsGiven {
  units: UnitShape[];
  /** The moment the shapes are of; empty where it is not told. */
  date: string;
  /** The layer's own licence, where it has one. */
  licence: string | null;
  warnings: Problem[];
}

const boxOf = (area: AreaWish, about: BoundingBox | null): BoundingBox => {
  if (area.kind === 'box') return area.box;
  if (area.kind === 'outline') return bbox(area.outline) as BoundingBox;
  if (about) return about;
  throw refuse({ file: area.name, place: '', value: '', rule: 'missing-field', ruleValues: { field: 'bbox' } });
};

/** The units an area is made of: those whose middle lies in it. */
const inArea = (units: readonly UnitShape[], area: AreaWish): UnitShape[] => {
  if (area.kind === 'province') return [...units];
  const isIn =
    area.kind === 'box'
      ? ([lon, lat]: number[]) => lon >= area.box[0] && lon <= area.box[2] && lat >= area.box[1] && lat <= area.box[3]
      : (position: number[]) => booleanPointInPolygon(position, area.outline);
  return units.filter(({ geometry }) => isIn(pointOnFeature(geometry).geometry.coordinates));
};

/** Communes among units of several levels: by the word before their name where they have one, else the smallest level. */
const communesOf = (units: readonly UnitShape[]): UnitShape[] => {
  const named = units.filter(({ type }) => type !== null);
  if (named.length > 0) return named;
  const deepest = Math.max(...units.map(({ level }) => level ?? 0));
  return units.filter(({ level }) => (level ?? 0) === deepest);
};

/** OpenStreetMap's answer to a theme, from the server or from files of either kind. */
export const askOpenStreetMap = async (
  net: Net,
  id: SourceId,
  theme: Theme,
  box: BoundingBox,
  files: readonly InputFile[] | undefined,
): Promise<OsmAnswer> => {
  if (id === 'osm-pbf') {
    if (!files?.[0]) throw refuse({ file: 'osm-pbf', place: '', value: '', rule: 'missing-file' });
    return readOsmPbf(files[0], [theme], box);
  }
  return files ? readOverpassFiles(files) : askOverpass(net, theme, box);
};

const fromOpenStreetMap = async (net: Net, id: SourceId, { area, about, files }: Wish): Promise<UnitsGiven> => {
  const { elements, timestamp } = await askOpenStreetMap(net, id, 'boundaries', boxOf(area, about), files[id]);
  const { units, open } = readBoundaries(elements);
  const warnings = open.map(
    (place): Problem => ({ file: 'OpenStreetMap', place, value: '', rule: 'open-boundary', severity: 'warning' }),
  );
  return { units: communesOf(inArea(units, area)), date: timestamp, licence: openStreetMapTerms.licence, warnings };
};

/** The administrative units of an area, in the order of their codes. Throws InputError where there are none. */
export const askUnits = async (net: Net, wish: Wish): Promise<UnitsGiven> => {
  const { area, sources, files, country, boundaryLevel } = wish;
  const id = sources.boundaries;
  const given = async (): Promise<UnitsGiven> => {
    const plain = { date: '', licence: null, warnings: [] };
    if (id === 'thanglequoc') {
      const [folder, codes] = area.kind === 'province' ? [area.folder, area.codes] : ['', undefined];
      return {
        ...plain,
        units: inArea(await thanglequocUnits(net, folder, codes, files[id]), area),
        date: '2025-07-01',
      };
    }
    if (id === 'geoboundaries') {
      const { units, licence, year } = await geoBoundariesUnits(net, country, boundaryLevel, files[id]);
      return { ...plain, units: inArea(units, area), licence, date: year };
    }
    if (id === 'gadm') {
      const province = area.kind === 'province' ? area.name : null;
      return { ...plain, units: inArea(await gadmCommunes(net, country, province, files[id]), area), date: '2018' };
    }
    if (id === undefined) throw refuse({ file: area.name, place: 'boundaries', value: '', rule: 'missing-file' });
    return fromOpenStreetMap(net, id, wish);
  };
  const found = await given();
  if (found.units.length === 0) throw refuse({ file: id!, place: area.name, value: '', rule: 'nothing-here' });
  return { ...found, units: [...found.units].sort((a, b) => (a.code < b.code ? -1 : 1)) };
};
