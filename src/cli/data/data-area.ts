import { basename } from 'node:path';
import { bbox } from '@turf/turf';
import {
  type AreaAsked,
  boxAsked,
  plain,
  provinceAsked,
  slugOf,
  wider,
} from '../../../data/build/public/area-asked.ts';
import { knownProvince, type PublicFacts } from '../../../data/build/public/facts.ts';
import { plainProvinceName } from '../../../data/build/unit-register.ts';
import type { ProvinceFacts } from '../../../data/build/units-facts.ts';
import { readFeatureCollection } from '../../files/vector/geojson-read.ts';
import { joinAreas } from '../../geo/units/join-areas.ts';
import { UsageError } from '../command.ts';
import { readGivenFile } from '../input-file.ts';
import type { DataOptions } from './data-options.ts';

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

const ofProvince = (name: string, units: DataOptions['units'], facts: PublicFacts): AreaAsked => {
  const province = provinceNamed(name, facts.provinces);
  const isKnown = province.code === knownProvince;
  if (units === '2020' && !isKnown) {
    throw new UsageError(
      '--units 2020: the communes of 2020 are known of Thái Nguyên only; leave it out, or take --units 2025.',
    );
  }
  return provinceAsked(province, units, facts);
};

/** The area that options ask for. Throws UsageError for a province there is not, InputError for a file that is no area. */
export const askedArea = async (
  { area, units, name, country }: DataOptions,
  facts: PublicFacts,
): Promise<AreaAsked> => {
  if (area.kind === 'province') return ofProvince(area.name, units, facts);
  const isVietnamese = country === 'VNM';
  if (area.kind === 'bbox') {
    return boxAsked(name ?? area.box.join(', '), area.box, isVietnamese);
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
