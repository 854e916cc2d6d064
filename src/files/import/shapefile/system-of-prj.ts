import { vn2000Zones } from '../../../geo/vn2000.ts';

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
