import { vn2000Zones } from '../../../geo/vn2000.ts';
import { unzip, type ZipLimits } from '../../archive/zip.ts';
import { refuse } from '../../problem-list.ts';
import type { RawTable } from './raw-table.ts';
import { checkDbfLengths, checkShpLengths } from './shapefile-lengths.ts';
import { tableOfFeatures } from './table-of-features.ts';

const limits: ZipLimits = { entries: 2_000, expandedBytes: 500_000_000 };

/** The reference system a .prj file describes, by the words every writer of them uses; null where it is none of ours. */
export const systemOfPrj = (text: string): number | null => {
  const isVn2000 = /VN[-_ ]?2000|Vietnam_?2000/i.test(text);
  const meridian = Number(/central_meridian"\s*,\s*(-?[\d.]+)/i.exec(text)?.[1] ?? Number.NaN);
  if (!/PROJCS|PROJCRS/i.test(text)) return isVn2000 ? 4756 : /WGS[-_ ]?(?:19)?84/i.test(text) ? 4326 : null;
  if (isVn2000) {
    const widthDeg = /scale_factor"\s*,\s*0?\.9996/i.test(text) ? 6 : 3;
    return vn2000Zones.find((zone) => zone.widthDeg === widthDeg && zone.meridianDeg === meridian)?.epsg ?? null;
  }
  if (!/WGS[-_ ]?(?:19)?84/i.test(text) || !/scale_factor"\s*,\s*0?\.9996/i.test(text)) return null;
  const zone = Math.round((meridian + 183) / 6);
  return zone >= 1 && zone <= 60 ? (/false_northing"\s*,\s*10000000/i.test(text) ? 32700 : 32600) + zone : null;
};

/** Shapes and attributes of the first shapefile in a zip archive, coordinates as they stand. */
export const readShapefileTable = async (bytes: Uint8Array, file: string): Promise<RawTable> => {
  const files = unzip(bytes, file, limits);
  const names = [...files.keys()].filter((name) => !name.startsWith('__MACOSX')).sort();
  const shp = names.find((name) => /\.shp$/i.test(name));
  if (!shp) throw refuse({ file, place: '*.shp', value: '', rule: 'missing-file' });
  const beside = (ending: string): Uint8Array | undefined => {
    const stem = shp.slice(0, -4).toLowerCase();
    const name = names.find((candidate) => candidate.toLowerCase() === `${stem}.${ending}`);
    return name === undefined ? undefined : files.get(name);
  };
  const dbf = beside('dbf');
  const shape = files.get(shp);
  const prj = beside('prj');
  const code = beside('cpg');
  checkShpLengths(shape!, `${file}/${shp}`);
  if (dbf) checkDbfLengths(dbf, `${file}/${shp.slice(0, -3)}dbf`);
  const { parseShp, parseDbf } = await import('shpjs');
  const buffer = (part: Uint8Array): ArrayBuffer => part.slice().buffer as ArrayBuffer;
  let features: unknown[];
  try {
    const attributes = dbf ? parseDbf(buffer(dbf), code && buffer(code)) : [];
    // without a .prj the coordinates stay as they are: the shift of VN-2000 is not in what writers of .prj put there
    features = parseShp(buffer(shape!)).map((geometry, i) => ({
      type: 'Feature',
      geometry,
      properties: attributes[i],
    }));
  } catch (error) {
    const value = error instanceof Error ? error.message.slice(0, 80) : '';
    throw refuse({
      file: `${file}/${shp}`,
      place: '',
      value,
      rule: 'not-this-format',
      ruleValues: { expected: 'Shapefile' },
    });
  }
  return {
    format: 'shapefile',
    ...tableOfFeatures(features, file),
    epsg: prj ? systemOfPrj(new TextDecoder().decode(prj)) : null,
    encoding: null,
    cut: false,
    warnings: [],
  };
};
