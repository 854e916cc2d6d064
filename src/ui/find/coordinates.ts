import type { LonLat } from '../../model/place.ts';

/** What somebody typed: degrees of WGS 84, or metres of a plane of VN-2000 whose zone is not said. */
export type TypedPosition = { kind: 'degrees'; at: LonLat } | { kind: 'metres'; northingM: number; eastingM: number };

/** Hemispheres as English and Vietnamese write them; N is north, since no place of the country lies south. */
const hemispheres: Readonly<Record<string, { axis: 'lat' | 'lon'; sign: 1 | -1 }>> = {
  N: { axis: 'lat', sign: 1 },
  B: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  E: { axis: 'lon', sign: 1 },
  Đ: { axis: 'lon', sign: 1 },
  W: { axis: 'lon', sign: -1 },
  T: { axis: 'lon', sign: -1 },
};

interface Angle {
  degrees: number;
  axis: 'lat' | 'lon' | null;
}

const number = String.raw`\d+(?:[.,]\d+)?`;
/** Degrees, with minutes and seconds where their signs stand, and the hemisphere before or after. */
const anglePattern = new RegExp(
  `^([NBSEĐWT])?(-)?(${number})°?(?:(${number})[′'](?:(${number})(?:[″"]|''))?)?([NBSEĐWT])?$`,
);

const numberOf = (text: string | undefined): number => (text === undefined ? 0 : Number(text.replace(',', '.')));

const readAngle = (text: string): Angle | null => {
  const found = anglePattern.exec(text);
  if (!found) return null;
  const [, before, minus, degrees, minutes, seconds, after] = found;
  const [m, s] = [numberOf(minutes), numberOf(seconds)];
  const isWhole = !/[.,]/.test(degrees);
  if (m >= 60 || s >= 60 || (minutes !== undefined && !isWhole) || (before && after)) return null;
  const side = hemispheres[before ?? after ?? ''];
  const sign = (side?.sign ?? 1) * (minus ? -1 : 1);
  return { degrees: sign * (numberOf(degrees) + m / 60 + s / 3600), axis: side?.axis ?? null };
};

/** Two parts of a text: parted by a semicolon, by spaces, by a comma before a space, or by the only comma there is. */
const twoParts = (text: string): readonly [string, string] | null => {
  const close = text
    .toUpperCase()
    .replace(/[’‘]/g, "'")
    .replace(/[”“]/g, '"')
    // signs belong to the number before them, minutes and seconds to the angle before them, letters to the one they end
    .replace(/\s*([°′'″"])/g, '$1')
    .replace(/°\s+(?=[\d.,]+[′'])/g, '°')
    .replace(/([′'])\s+(?=[\d.,]+(?:[″"]|''))/g, '$1')
    .replace(/([°′'″"\d])\s+([NBSEĐWT])(?=[\s,;]|$)/g, '$1$2')
    .replace(/([″"NBSEĐWT])(?=\d)/g, (sign, _, offset, whole: string) =>
      offset === 0 || /[\s,;]/.test(whole[offset - 1]) ? sign : `${sign} `,
    )
    .trim();
  for (const separator of [/\s*;\s*/, /,?\s+/, /,/]) {
    const parts = close.split(separator);
    if (parts.length === 2) return [parts[0], parts[1]];
    if (parts.length > 2 && separator.source !== ',?\\s+') return null;
  }
  return null;
};

/** Northings of the country begin above, eastings of every zone end below. */
const leastNorthingM = 900_000;
const leastEastingM = 100_000;

const readMetres = (text: string): number => {
  const bare = text.replace(/^[XY]=?/, '').replace(/M$/, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return Number(bare.replaceAll(',', ''));
  return /^\d{6,7}([.,]\d+)?$/.test(bare) ? Number(bare.replace(',', '.')) : Number.NaN;
};

/**
 * Reads a position as people write one: `21.594 105.848`, `21,594; 105,848`, `21°35'38"N 105°50'53"E`, longitude first
 * where a letter or the figure itself says so; or northing and easting of VN-2000 in metres, in either order:
 * `2388123 431200,5`. Null for anything else.
 */
export const readPosition = (text: string): TypedPosition | null => {
  const parts = twoParts(text);
  if (!parts) return null;
  const [a, b] = parts.map(readMetres);
  const [eastingM, northingM] = [Math.min(a, b), Math.max(a, b)];
  if (eastingM >= leastEastingM && eastingM < leastNorthingM && northingM >= leastNorthingM) {
    return { kind: 'metres', northingM, eastingM };
  }
  const [first, second] = parts.map(readAngle);
  if (!first || !second || (first.axis !== null && first.axis === second.axis)) return null;
  const isLonFirst =
    first.axis === 'lon' || second.axis === 'lat' || (first.axis === null && Math.abs(first.degrees) > 90);
  const [lat, lon] = isLonFirst ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? { kind: 'degrees', at: [lon, lat] } : null;
};
