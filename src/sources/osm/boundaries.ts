import { areaOfRings, closeRings } from '../../geo/rings.ts';
import type { AreaGeometry } from '../../model/pack.ts';
import { type CommuneType, communeTypes } from '../../model/place.ts';
import { nameOf, type OsmElement, type OsmMember, type OsmRelation } from './elements.ts';

/** An administrative unit as a source draws it. */
export interface UnitShape {
  /** The official code where the source has one, else the source's own number. */
  code: string;
  hasOfficialCode: boolean;
  /** Without the word for its kind, where one stands before it. */
  name: string;
  /** Its kind, where a word before its name tells it. */
  type: CommuneType | null;
  geometry: AreaGeometry;
  /** Official area, where the source has it. */
  areaKm2: number | null;
  /** Level of administration, larger for smaller units; null where the source has none. */
  level: number | null;
  population: number | null;
}

/** 'Xã Sảng Mộc' as its kind and its name; a name without a word before it is left as it is. */
export const splitName = (fullName: string): { name: string; type: CommuneType | null } => {
  const name = fullName.normalize('NFC').trim();
  const type = communeTypes.find((word) => name.toLowerCase().startsWith(`${word} `));
  return type ? { name: name.slice(type.length + 1), type } : { name, type: null };
};

type Line = [number, number][];

/** Positions of a member as lines; a null one is a place outside what was asked about, and breaks it. */
const lineOf = ({ geometry }: OsmMember): Line | null => {
  const line: Line = [];
  for (const position of geometry ?? []) {
    if (!position) return null;
    line.push([position.lon, position.lat]);
  }
  return line;
};

/**
 * The area of a boundary relation: its ways joined to rings whatever their order, direction and role, holes and exclaves
 * included. Null where its ring does not close.
 */
const relationArea = ({ members = [] }: OsmRelation): AreaGeometry | null => {
  const ways = members.filter(
    ({ type, role }) => type === 'way' && (role === 'outer' || role === 'inner' || role === ''),
  );
  const lines = (inner: boolean) => ways.filter(({ role }) => (role === 'inner') === inner).map(lineOf);
  const rings = [lines(false), lines(true)].map((group) => {
    const whole = group.filter((line) => line !== null && line.length > 1) as Line[];
    return whole.length === group.length ? closeRings(whole) : { rings: [], open: [[]] };
  });
  if (rings.some(({ open }) => open.length > 0)) return null;
  return areaOfRings(rings.flatMap((group) => group.rings)) ?? null;
};

const wholeNumber = (text: string | undefined): number | null => (text && /^\d+$/.test(text) ? Number(text) : null);

/** Boundaries of an answer that close, and the names of those that do not. */
export const readBoundaries = (elements: readonly OsmElement[]): { units: UnitShape[]; open: string[] } => {
  const units: UnitShape[] = [];
  const open: string[] = [];
  for (const element of elements) {
    if (element.type !== 'relation' || element.tags?.boundary !== 'administrative') continue;
    const name = nameOf(element);
    const geometry = relationArea(element);
    if (!geometry) open.push(`${name} (relation/${element.id})`);
    else {
      units.push({
        code: `R${element.id}`,
        hasOfficialCode: false,
        ...splitName(name),
        geometry,
        areaKm2: null,
        level: wholeNumber(element.tags.admin_level),
        population: wholeNumber(element.tags.population),
      });
    }
  }
  return { units, open };
};
