import { basename } from 'node:path';
import { bbox, multiPoint } from '@turf/turf';
import { knownProvince, type PublicFacts } from '../../../data/build/public/facts.ts';
import { plainProvinceName } from '../../../data/build/unit-register.ts';
import type { ProvinceFacts } from '../../../data/build/units-facts.ts';
import { readFeatureCollection } from '../../files/vector/geojson-read.ts';
import { joinAreas } from '../../geo/units/join-areas.ts';
import type { BoundingBox } from '../../model/place.ts';
import type { AreaWish } from '../../sources/wish.ts';
import { UsageError } from '../command.ts';
import { readGivenFile } from '../input-file.ts';
import type { DataOptions } from './data-options.ts';

/** What an area is called in a pack, and where it is asked for. */
export interface AreaAsked {
  wish: AreaWish;
  about: BoundingBox | null;
  code: string;
  name: string;
  /** In file names and ids. */
  slug: string;
  isVietnamese: boolean;
}

/** About half a unit beyond the points known, degrees. */
const aroundDegrees = 0.08;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .trim();

const slugOf = (name: string): string =>
  plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'area';

const provinceNamed = (name: string, provinces: readonly ProvinceFacts[]): ProvinceFacts => {
  const asked = plain(name);
  const found = provinces.find(
    (one) => one.code === asked || plain(one.name) === asked || plain(plainProvinceName(one.name)) === asked,
  );
  if (found) return found;
  const heir = provinces.find(({ predecessors }) =>
    plain(predecessors)
      .split(/,| va /)
      .some((part) => part.trim().replace(/^(?:tinh|thanh pho) /, '') === asked),
  );
  if (heir)
    throw new UsageError(
      `'${name}' is part of ${heir.name} since 1 July 2025: --province "${plainProvinceName(heir.name)}".`,
    );
  throw new UsageError(
    `There is no province '${name}'. They are: ${provinces.map((one) => plainProvinceName(one.name)).join(', ')}.`,
  );
};

const wider = ([west, south, east, north]: readonly number[]): BoundingBox => [
  west - aroundDegrees,
  south - aroundDegrees,
  east + aroundDegrees,
  north + aroundDegrees,
];

const ofProvince = (name: string, units: DataOptions['units'], facts: PublicFacts): AreaAsked => {
  const province = provinceNamed(name, facts.provinces);
  const isKnown = province.code === knownProvince;
  if (units === '2020' && !isKnown) {
    throw new UsageError(
      '--units 2020: the communes of 2020 are known of Thái Nguyên only; leave it out, or take --units 2025.',
    );
  }
  const codes = units === '2020' ? new Set(facts.crosswalk.successors.values()) : undefined;
  const points = isKnown
    ? facts.units2025.filter(({ code }) => !codes || codes.has(code)).map(({ point }) => [...point])
    : [];
  const plainName = plainProvinceName(province.name);
  return {
    wish: { kind: 'province', name: plainName, folder: province.folder, ...(codes && { codes }) },
    about: points.length > 0 ? wider(bbox(multiPoint(points))) : null,
    code: province.code,
    name: plainName,
    slug: slugOf(plainName),
    isVietnamese: true,
  };
};

/** The area that options ask for. Throws UsageError for a province there is not, InputError for a file that is no area. */
export const askedArea = async (
  { area, units, name, country }: DataOptions,
  facts: PublicFacts,
): Promise<AreaAsked> => {
  if (area.kind === 'province') return ofProvince(area.name, units, facts);
  const isVietnamese = country === 'VNM';
  if (area.kind === 'bbox') {
    const called = name ?? area.box.join(', ');
    const box = area.box;
    return {
      wish: { kind: 'box', name: called, box },
      about: box,
      code: slugOf(called),
      name: called,
      slug: slugOf(called),
      isVietnamese,
    };
  }
  const file = basename(area.file).normalize('NFC');
  const { features } = readFeatureCollection(await readGivenFile(area.file), file, ['Polygon', 'MultiPolygon']);
  const stated = features[0]?.properties.name;
  const called =
    name ?? (typeof stated === 'string' && stated !== '' ? stated.normalize('NFC') : file.replace(/\.\w+$/, ''));
  const outline = joinAreas(features.map(({ geometry }) => geometry));
  return {
    wish: { kind: 'outline', name: called, outline },
    about: wider(bbox(outline)),
    code: slugOf(called),
    name: called,
    slug: slugOf(called),
    isVietnamese,
  };
};
