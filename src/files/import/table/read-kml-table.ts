import { looksZipped, unzip, type ZipLimits } from '../../archive/zip.ts';
import { refuse } from '../../problem-list.ts';
import { decodeText } from './decode-text.ts';
import type { RawTable } from './raw-table.ts';
import { tableOfFeatures } from './table-of-features.ts';

const limits: ZipLimits = { entries: 2_000, expandedBytes: 300_000_000 };
/** Nesting beyond this is no map. */
const maxDepth = 200;

/** Elements open at once, at most: a parser that builds a tree would run out of stack on more. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [, closing, selfClosing] of text.matchAll(/<(\/)?[A-Za-z_][^<>]*?(\/)?>/g)) {
    if (closing) depth--;
    else if (!selfClosing) deepest = Math.max(deepest, ++depth);
    if (deepest > maxDepth) break;
  }
  return deepest;
};

/** Placemarks of a KML file, or of the first KML file in a KMZ archive. Always in WGS 84. */
export const readKmlTable = async (bytes: Uint8Array, file: string): Promise<RawTable> => {
  const refused = (value: string) =>
    refuse({ file, place: '', value, rule: 'not-this-format', ruleValues: { expected: 'KML' } });
  let kml: Uint8Array | undefined = bytes;
  if (looksZipped(bytes)) {
    const files = unzip(bytes, file, limits);
    const names = [...files.keys()].filter((name) => /\.kml$/i.test(name)).sort();
    kml = files.get(names.find((name) => /^doc\.kml$/i.test(name)) ?? names[0] ?? '');
    if (!kml) throw refuse({ file, place: '*.kml', value: '', rule: 'missing-file' });
  }
  const { text } = decodeText(kml);
  // a document type can define entities that grow without end
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refused('<!DOCTYPE');
  if (depthOf(text) > maxDepth) throw refused('…');
  const [{ DOMParser }, { kml: toGeoJson }] = await Promise.all([import('@xmldom/xmldom'), import('@tmcw/togeojson')]);
  let features: unknown[];
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message);
      },
    });
    ({ features } = toGeoJson(parser.parseFromString(text, 'text/xml')));
  } catch (error) {
    throw refused(error instanceof Error ? error.message.slice(0, 80) : '');
  }
  return { format: 'kml', ...tableOfFeatures(features, file), epsg: 4326, encoding: null, cut: false, warnings: [] };
};
