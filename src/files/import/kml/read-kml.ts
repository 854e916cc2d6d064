import type { Geometry, Position } from 'geojson';
import { Parser } from 'saxen';
import { InputError } from '../../../model/problem.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';

/** What a KML file holds of ours. */
export interface KmlContent {
  /** Placemarks as features; a geometry is null where there is none, or none that can be read. */
  features: { properties: Record<string, unknown>; id?: string; geometry: Geometry | null }[];
  /** Addresses of other files that it shows. */
  links: string[];
}

/** Elements a document may begin with. */
const roots = ['kml', 'Document', 'Folder', 'Placemark'];
/** Children of a placemark that are kept as properties. */
const kept = ['name', 'description', 'address', 'phoneNumber', 'Snippet'];

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Positions of a list of coordinates; null where one is none. Blanks part positions, and may stand behind commas, too. */
const positionsOf = (text: string): Position[] | null => {
  const positions = text
    .trim()
    .replace(/\s*,\s*/g, ',')
    .split(/\s+/)
    .map((one) => one.split(',').map(Number));
  return positions.every((one) => one.length >= 2 && one.every(Number.isFinite)) ? positions : null;
};

/** Geometries under way: a ring for a polygon, parts for a collection. */
interface Frame {
  kind: 'Point' | 'LineString' | 'LinearRing' | 'Polygon' | 'MultiGeometry' | 'Track';
  positions: Position[] | null;
  rings: Position[][];
  parts: (Geometry | null)[];
}
const frames: Readonly<Record<string, Frame['kind']>> = {
  Point: 'Point',
  LineString: 'LineString',
  LinearRing: 'LinearRing',
  Polygon: 'Polygon',
  MultiGeometry: 'MultiGeometry',
  MultiTrack: 'MultiGeometry',
  Track: 'Track',
};

const geometryOf = ({ kind, positions, rings, parts }: Frame): Geometry | null => {
  if (kind === 'Polygon') return rings.length > 0 ? { type: 'Polygon', coordinates: rings } : null;
  if (kind === 'MultiGeometry') {
    const geometries = parts.filter((part) => part !== null);
    return geometries.length === parts.length && parts.length > 0 ? { type: 'GeometryCollection', geometries } : null;
  }
  if (!positions || positions.length === 0) return null;
  if (kind === 'Point') return { type: 'Point', coordinates: positions[0] };
  return { type: 'LineString', coordinates: positions };
};

/**
 * Placemarks of a KML text, read in one go without a tree. Prefixes need not be declared, as Google Earth does not ask
 * for it. Throws InputError with the line where it is no well-formed XML, no KML, or beyond the limits.
 */
export const readKml = (text: string, file: string): KmlContent => {
  const content: KmlContent = { features: [], links: [] };
  const open: string[] = [];
  const geometries: Frame[] = [];
  let placemark: KmlContent['features'][number] | null = null;
  let dataName = '';
  let written = '';
  let vertices = 0;

  const refused = (value: string, place = ''): InputError =>
    refuse({ file, place, value, rule: 'not-this-format', ruleValues: { expected: 'KML' } });
  const tooMany = (found: number, max: number, unit: string): InputError =>
    refuse({ file, place: '', value: `${found} ${unit}`, rule: 'too-large', ruleValues: { max, unit } });
  const spoilt = (error: Error, context: () => { line: number }): void => {
    if (error instanceof InputError) throw error;
    throw refused(error.message.slice(0, 80), `line ${context().line + 1}`);
  };
  const put = (name: string, value: string): void => {
    if (name !== '') placemark!.properties[name] = value;
  };
  const settle = (geometry: Geometry | null): void => {
    const around = geometries[geometries.length - 1];
    if (around?.kind === 'MultiGeometry') around.parts.push(geometry);
    else if (!around && placemark) placemark.geometry = geometry;
  };

  const opened = (name: string, attributes: () => Record<string, string>): void => {
    if (open.length === 0 && !roots.includes(name)) throw refused(`<${name}>`);
    if (open.push(name) > limits.nesting) throw refused('…');
    written = '';
    if (name === 'Placemark') {
      const { id } = attributes();
      placemark = { properties: {}, geometry: null, ...(id !== undefined && { id }) };
      if (content.features.push(placemark) > limits.features) {
        throw tooMany(content.features.length, limits.features, 'features');
      }
    } else if (name === 'Data' || name === 'SimpleData') dataName = attributes().name ?? '';
    else if (placemark && frames[name]) geometries.push({ kind: frames[name], positions: null, rings: [], parts: [] });
  };

  const closed = (name: string): void => {
    open.pop();
    const parent = open[open.length - 1];
    const frame = geometries[geometries.length - 1];
    if (name === 'Placemark') placemark = null;
    else if (name === 'href' && (parent === 'Link' || parent === 'Url')) content.links.push(written.trim());
    else if (!placemark) return;
    else if (parent === 'Placemark' && kept.includes(name)) put(name, written.trim());
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) put(dataName, written.trim());
    else if ((name === 'coordinates' || name === 'coord') && frame) {
      const coordinates = name === 'coord' ? written.trim().split(/\s+/).join(',') : written;
      const positions = positionsOf(coordinates);
      vertices += positions?.length ?? 0;
      if (vertices > limits.vertices) throw tooMany(vertices, limits.vertices, 'positions');
      frame.positions = name === 'coord' && positions ? [...(frame.positions ?? []), ...positions] : positions;
    } else if (frames[name] && frame) {
      geometries.pop();
      const around = geometries[geometries.length - 1];
      if (frame.kind === 'LinearRing' && around?.kind === 'Polygon') {
        if (frame.positions) around.rings.push(frame.positions);
      } else settle(geometryOf(frame));
    }
    written = '';
  };

  // a document type can define entities that grow without end
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 10_000))) throw refused('<!DOCTYPE');
  new Parser()
    .on('openTag', (name, attributes) => opened(localName(name), attributes))
    .on('closeTag', (name) => closed(localName(name)))
    .on('text', (part, decode) => {
      written += decode(part);
    })
    .on('cdata', (part) => {
      written += part;
    })
    .on('attention', () => {
      throw refused('<!DOCTYPE');
    })
    .on('error', spoilt)
    .on('warn', spoilt)
    .parse(text);
  if (content.features.length === 0 && content.links.length === 0 && open.length === 0) {
    throw refuse({ file, place: 'Placemark', value: '0', rule: 'missing-field', ruleValues: { field: 'Placemark' } });
  }
  return content;
};
