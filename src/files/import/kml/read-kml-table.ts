import { looksZipped, openZip, type ZipLimits } from '../../archive/zip.ts';
import { limits } from '../../limits.ts';
import { refuse } from '../../problem-list.ts';
import type { RawTable, UnreadPart } from '../table/raw-table.ts';
import { tableOfFeatures } from '../table/table-of-features.ts';
import { decodeText } from '../text/decode-text.ts';
import { type KmlContent, readKml } from './read-kml.ts';

const zipLimits: ZipLimits = { entries: limits.archiveEntries, expandedBytes: limits.treeBytes };

/** KML files of an archive by their path, the one that is shown first in front; of a bare file the file itself. */
const kmlFiles = (bytes: Uint8Array, file: string): [path: string, bytes: Uint8Array][] => {
  if (!looksZipped(bytes)) {
    if (bytes.length <= limits.treeBytes) return [['', bytes]];
    const ruleValues = { max: limits.treeBytes, unit: 'bytes' };
    throw refuse({ file, place: '', value: `${bytes.length} bytes`, rule: 'too-large', ruleValues });
  }
  const { paths, read } = openZip(bytes, file, zipLimits);
  const kmls = paths.filter((path) => /\.kml$/i.test(path) && !path.startsWith('__MACOSX'));
  if (kmls.length === 0) throw refuse({ file, place: '*.kml', value: '', rule: 'missing-file' });
  const isFirst = (path: string): number => (/^doc\.kml$/i.test(path) ? 0 : 1);
  return kmls.sort((a, b) => isFirst(a) - isFirst(b) || (a < b ? -1 : 1)).map((path) => [path, read(path)!]);
};

/** The path that a link names, however it is written. */
const pathOf = (link: string): string => {
  const path = link.replace(/^(?:\.\/)+/, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Placemarks of a KML file, or of every KML file in a KMZ archive. Always in WGS 84. Links that lead out are named. */
export const readKmlTable = async (bytes: Uint8Array, file: string): Promise<RawTable> => {
  const files = kmlFiles(bytes, file);
  const paths = files.map(([path]) => path);
  const features: KmlContent['features'] = [];
  const places: string[] = [];
  const unread: UnreadPart[] = [];
  for (const [path, content] of files) {
    const name = path === '' ? file : `${file}/${path}`;
    const { features: found, links } = readKml(decodeText(content, name).text, name);
    found.forEach((feature, i) => {
      places.push(files.length > 1 ? `features[${i}] (${path})` : `features[${i}]`);
      features.push(feature);
    });
    const outside = links.filter((link) => !paths.some((known) => `/${known}`.endsWith(`/${pathOf(link)}`)));
    unread.push(...outside.map((link) => ({ name: link, rows: null })));
  }
  const table = tableOfFeatures(features, file, (i) => places[i]);
  return { format: 'kml', ...table, epsg: 4326, encoding: null, cut: false, unread };
};
