import { bbox, multiPoint } from '@turf/turf';
import type { BoundingBox } from '../../../src/model/place.ts';
import { chooseSources } from '../../../src/sources/catalogue.ts';
import type { SourceId } from '../../../src/sources/source.ts';
import type { AreaWish, Wish } from '../../../src/sources/wish.ts';
import { gridZoom, marginCells } from '../built-in-ground.ts';
import { plainProvinceName } from '../unit-register.ts';
import type { ProvinceFacts } from '../units-facts.ts';
import { knownProvince, type PublicFacts } from './facts.ts';

/** Whom to ask of a province of Vietnam, and of any other area, when nobody says otherwise. */
export const sourcesOfProvince: readonly SourceId[] = [
  'thanglequoc',
  'terrarium',
  'overpass',
  'worldcover',
  'worldpop',
];
export const sourcesOfArea: readonly SourceId[] = ['overpass', 'terrarium', 'worldcover', 'worldpop'];

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

/** A name as it is looked for: without marks, in small letters. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .trim();

/** A name in file names and ids. */
export const slugOf = (name: string): string =>
  plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'area';

export const wider = ([west, south, east, north]: readonly number[]): BoundingBox => [
  west - aroundDegrees,
  south - aroundDegrees,
  east + aroundDegrees,
  north + aroundDegrees,
];

/** A province since July 2025, by its units of that year or those its communes of 2020 went into. */
export const provinceAsked = (province: ProvinceFacts, units: '2020' | '2025', facts: PublicFacts): AreaAsked => {
  const codes = units === '2020' ? new Set(facts.crosswalk.successors.values()) : undefined;
  const points =
    province.code === knownProvince
      ? facts.units2025.filter(({ code }) => !codes || codes.has(code)).map(({ point }) => [...point])
      : [];
  const name = plainProvinceName(province.name);
  return {
    wish: { kind: 'province', name, folder: province.folder, ...(codes && { codes }) },
    about: points.length > 0 ? wider(bbox(multiPoint(points))) : null,
    code: province.code,
    name,
    slug: slugOf(name),
    isVietnamese: true,
  };
};

export const boxAsked = (name: string, box: BoundingBox, isVietnamese: boolean): AreaAsked => ({
  wish: { kind: 'box', name, box },
  about: box,
  code: slugOf(name),
  name,
  slug: slugOf(name),
  isVietnamese,
});

/** Year of the WorldPop estimate nearest to the units' own. */
const peopleYear = 2020;

/** What is said of a wish beside its area; what is left out is not asked for. */
type Wanted = Partial<Pick<Wish, 'files' | 'country' | 'cellToken' | 'boundaryLevel' | 'coverDetail'>>;

export const wishFor = (area: AreaAsked, liked: readonly SourceId[], facts: PublicFacts, wanted: Wanted = {}): Wish => {
  const [mcc] = (facts.facts.operators[0]?.mccMnc ?? '').split('-');
  return {
    area: area.wish,
    about: area.about,
    sources: chooseSources(liked),
    files: {},
    country: '',
    mcc,
    cellToken: null,
    boundaryLevel: 'ADM2',
    coverDetail: 'level',
    people: { kind: 'wpgpunadj', year: peopleYear },
    gridZoom,
    marginCells,
    ...wanted,
  };
};

/** Which units a pack is of: those asked for in Vietnam, else a year of the source's. */
export const vintageOf = (area: AreaAsked, units: '2020' | '2025', boundariesDate: string): string =>
  area.wish.kind === 'province' ? units : (/^\d{4}/.exec(boundariesDate)?.[0] ?? 'undated');

export const publicPackId = ({ slug, wish }: AreaAsked, units: '2020' | '2025'): string =>
  `${slug}${wish.kind === 'province' ? `-${units}` : ''}-public`;
