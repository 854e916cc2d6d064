import { InputError } from '../../../model/problem.ts';
import { parseJson } from '../../json.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import { decodeText } from '../text/decode-text.ts';
import type { RawTable } from './raw-table.ts';
import { tableOfFeatures } from './table-of-features.ts';

interface Root {
  type?: unknown;
  features?: unknown;
  crs?: { properties?: { name?: unknown } };
}

/** EPSG code in the old `crs` member; WGS 84 is what a file without one is in. */
const statedSystem = (root: Root): number | null => {
  const name = root.crs?.properties?.name;
  if (typeof name !== 'string') return null;
  if (/CRS84$/i.test(name)) return 4326;
  const code = /EPSG:+(\d{4,6})$/i.exec(name)?.[1];
  return code === undefined ? null : Number(code);
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON of text. Throws InputError with line and column of what is wrong, `linesBefore` of the file being before it. */
const parsed = (text: string, file: string, linesBefore = 0): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return parseJson(new TextEncoder().encode(text), file);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const moved = error.problems.map((problem) => ({
        ...problem,
        place: problem.place.replace(/^line (\d+)/, (_, line) => `line ${Number(line) + linesBefore}`),
      }));
      throw new InputError(moved);
    }
  }
};

const recordSeparator = '\u001e';

/** A text of features a line (RFC 8142, or without its separators), where its first line is one of them. */
const lineFeatures = (text: string, file: string): unknown[] | null => {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const bare = (line: string): string => (line.startsWith(recordSeparator) ? line.slice(1) : line).trim();
  if (lines.filter((line) => bare(line) !== '').length < 2) return null;
  try {
    const start: unknown = JSON.parse(bare(lines[first] ?? ''));
    if (!isObject(start) || start.type !== 'Feature') return null;
  } catch {
    return null;
  }
  return lines.flatMap((line, i) => (bare(line) === '' ? [] : [parsed(bare(line), file, i)]));
};

/** What the file is, where it is no list of features: its type, or what its members tell. */
const kindOf = (root: unknown): string => {
  if (!isObject(root)) return Array.isArray(root) ? 'array' : typeof root;
  if (typeof root.type === 'string') return root.type;
  return 'geometryType' in root || 'spatialReference' in root ? 'Esri JSON' : 'object';
};

/** The list of features of a file: a collection, a single one, an array of them, or one a line. */
const featuresOf = (text: string, file: string): { list: unknown[]; root: Root } => {
  const byLine = lineFeatures(text, file);
  if (byLine) return { list: byLine, root: {} };
  const root = parsed(text, file);
  const isFeature = (value: unknown): boolean => isObject(value) && value.type === 'Feature';
  if (Array.isArray(root) && root.length > 0 && root.every(isFeature)) return { list: root, root: {} };
  if (isFeature(root)) return { list: [root], root: root as Root };
  if (isObject(root) && root.type === 'FeatureCollection' && Array.isArray(root.features)) {
    return { list: root.features, root };
  }
  const ruleValues = { expected: 'FeatureCollection' };
  throw refuse({ file, place: 'type', value: kindOf(root), rule: 'not-geojson', ruleValues });
};

const bracket = 0x5b;

/** Every position opens a bracket: there are no more of them than brackets. */
const refuseTooMany = (bytes: Uint8Array, file: string): void => {
  let brackets = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === bracket) brackets++;
  const found = bytes.length > limits.treeBytes ? bytes.length : brackets;
  const [max, unit] = found === brackets ? [limits.vertices, 'positions'] : [limits.treeBytes, 'bytes'];
  if (found > max) {
    throw refuse({ file, place: '', value: `${found} ${unit}`, rule: 'too-large', ruleValues: { max, unit } });
  }
};

/** Features of a GeoJSON file, geometries as they stand. */
export const readGeoJsonTable = (bytes: Uint8Array, file: string): RawTable => {
  refuseTooMany(bytes, file);
  const { text, encoding } = decodeText(bytes, file);
  const { list, root } = featuresOf(text, file);
  return {
    format: 'geojson',
    ...tableOfFeatures(list, file),
    epsg: statedSystem(root),
    encoding: encoding === 'UTF-8' ? null : encoding,
    cut: false,
    unread: [],
  };
};
