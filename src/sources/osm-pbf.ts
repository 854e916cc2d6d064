import { refuse } from '../files/problem-list.ts';
import type { InputFile } from '../files/raster/elevation-files.ts';
import type { BoundingBox } from '../model/place.ts';
import {
  type LatLon,
  mergeAnswers,
  type OsmAnswer,
  type OsmElement,
  type OsmMember,
  type Tags,
} from './osm/elements.ts';
import { inhabited, roadValues, siteValues } from './osm/features.ts';
import { visitPbf } from './osm/pbf-blocks.ts';
import { openStreetMapTerms, type Theme } from './overpass.ts';
import { megabytes, type Source, servicePace } from './source.ts';

export const osmPbf: Source = {
  id: 'osm-pbf',
  name: 'OpenStreetMap (.osm.pbf)',
  gives: ['boundaries', 'places', 'roads', 'masts'],
  addresses: {},
  pace: servicePace,
  mostBytes: megabytes(200),
  terms: openStreetMapTerms,
  fromPage: 'yes',
};

const isWanted: Record<Theme, (type: OsmElement['type'], tags: Tags) => boolean> = {
  boundaries: (type, tags) =>
    type === 'relation' && tags.boundary === 'administrative' && /^[68]$/.test(tags.admin_level ?? ''),
  places: (type, tags) => type === 'node' && (inhabited as readonly string[]).includes(tags.place),
  masts: (type, tags) => type !== 'relation' && (siteValues as readonly string[]).includes(tags.man_made),
  roads: (type, tags) => type === 'way' && roadValues.includes(tags.highway),
  power: (type, tags) => type === 'way' && /^(?:minor_)?line$/.test(tags.power ?? ''),
};

interface Wanted {
  ways: Map<number, { refs: readonly number[]; tags: Tags; isElement: boolean }>;
  relations: { id: number; members: OsmMember[]; tags: Tags }[];
  nodes: Map<number, LatLon | null>;
}

/** Relations first, whose ways then are wanted; ways then say which nodes are; the file is gone through for each. */
const want = ({ bytes, name }: InputFile, themes: readonly Theme[]): Wanted => {
  const fits = (type: OsmElement['type'], tags: Tags): boolean => themes.some((theme) => isWanted[theme](type, tags));
  const wanted: Wanted = { ways: new Map(), relations: [], nodes: new Map() };
  const memberWays = new Set<number>();
  visitPbf(bytes, name, {
    relation: (id, members, tags) => {
      if (!fits('relation', tags)) return;
      wanted.relations.push({ id, members: members.map((member) => ({ ...member })), tags });
      for (const { type, ref } of members) if (type === 'way') memberWays.add(ref);
    },
  });
  visitPbf(bytes, name, {
    way: (id, refs, tags) => {
      const isElement = fits('way', tags);
      if (!isElement && !memberWays.has(id)) return;
      wanted.ways.set(id, { refs, tags, isElement });
      for (const ref of refs) wanted.nodes.set(ref, null);
    },
  });
  return wanted;
};

const isIn = ([west, south, east, north]: BoundingBox, { lat, lon }: LatLon): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

const middleOf = (points: readonly LatLon[]): LatLon => {
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  return { lat: middle(lats), lon: middle(lons) };
};

/**
 * Themes of a regional file, in the form a server would answer: whole ways and relations that touch the box. A relation
 * whose ways are not all in the file has members without positions.
 */
export const readOsmPbf = (file: InputFile, themes: readonly Theme[], box: BoundingBox): OsmAnswer => {
  if (file.bytes.length > osmPbf.mostBytes) {
    const ruleValues = { max: osmPbf.mostBytes / 1e6, unit: 'MB' };
    throw refuse({ file: file.name, place: '', value: '', rule: 'too-large', ruleValues });
  }
  const { ways, relations, nodes } = want(file, themes);
  const elements: OsmElement[] = [];
  const { timestamp } = visitPbf(file.bytes, file.name, {
    node: (id, lat, lon, tagsOf) => {
      if (nodes.has(id)) nodes.set(id, { lat, lon });
      if (!isIn(box, { lat, lon })) return;
      const tags = tagsOf();
      if (tags && themes.some((theme) => isWanted[theme]('node', tags)))
        elements.push({ type: 'node', id, lat, lon, tags });
    },
  });
  const geometryOf = (id: number): (LatLon | null)[] => ways.get(id)?.refs.map((ref) => nodes.get(ref) ?? null) ?? [];
  for (const [id, { tags, isElement }] of ways) {
    if (!isElement) continue;
    const geometry = geometryOf(id);
    const known = geometry.filter((one) => one !== null);
    if (known.some((one) => isIn(box, one)))
      elements.push({ type: 'way', id, tags, geometry, center: middleOf(known) });
  }
  for (const { id, members, tags } of relations) {
    const drawn = members.map((member): OsmMember => {
      if (member.type !== 'way') return member;
      // a way that is not in the file leaves a gap that must show
      return { ...member, geometry: ways.has(member.ref) ? geometryOf(member.ref) : [null] };
    });
    const touches = drawn.some(({ geometry }) => geometry?.some((one) => one !== null && isIn(box, one)));
    if (touches) elements.push({ type: 'relation', id, members: drawn, tags });
  }
  const moment = timestamp > 0 ? `${new Date(timestamp * 1000).toISOString().slice(0, 19)}Z` : '';
  return mergeAnswers([{ elements, timestamp: moment, remark: '' }]);
};
