import { type Mark, parseNumber } from './numbers.ts';

/** Signs that stand for a degree, a minute and a second in lists typed by hand, put as one of each. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[°˚º⁰∘ᵒ]|(?<=\d\s*)(?:o|d|deg|độ)(?=[\s\d]|$)/giu, '°'],
  [/(?:''|’’|‘‘|´´|′′|``|["”“″˝¨])|(?<=\d\s*)(?:s|sec|giây)(?=[\s\p{L}]|$)/giu, '"'],
  [/['’‘´′`ʹ]|(?<=\d\s*)(?:m|min|phút)(?=[\s\d]|$)/giu, "'"],
];

/** North, east, south and west in English and Vietnamese; N is north, as lists of both write it. */
const wind = '(?:north|east|south|west|bắc|đông|tây|nam|[NSEWBĐDT])';
const number = String.raw`\d{1,3}(?:[.,]\d+)?`;
const sexagesimal = new RegExp(
  String.raw`^(${wind})?\s*([-+]?)(\d{1,3}(?:[.,]\d+)?)\s*°?(?:\s*[°:\s-]\s*(${number})\s*'?(?:\s*[':\s-]\s*(${number})\s*"?)?)?\s*(${wind})?$`,
  'iu',
);
/** Degrees, minutes and seconds parted by points: 105.49.12. Thousands would have three digits each. */
const dotted = /^([-+]?\d{1,3})\.(\d{1,2})\.(\d{1,2}(?:[.,]\d+)?)$/;

const southOrWest = /^(?:s|w|t|south|west|nam|tây)$/iu;

/** The size of an angle; NaN where minutes or seconds are none. */
const angle = (degrees: string, minutes = '0', seconds = '0'): number => {
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  // only the last part may have decimals
  const isWhole = (minutes === '0' || Number.isInteger(d)) && (seconds === '0' || Number.isInteger(m));
  return isWhole && m < 60 && s < 60 ? d + m / 60 + s / 3600 : Number.NaN;
};

/**
 * Degrees as a decimal number, or as 21°35'24" in any of the signs lists have for it, with N, S, E, W or B (bắc),
 * Đ (đông), T (tây); metres of a plane as they stand. NaN for anything else.
 */
export const parseDegrees = (value: unknown, decimal: Mark | null): number => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 60) return Number.NaN;
  const plain = parseNumber(value, decimal);
  if (!Number.isNaN(plain)) return plain;
  const text = value.trim().normalize('NFC');
  const points = dotted.exec(text);
  if (points) {
    const size = angle(points[1].replace(/^[-+]/, ''), points[2], points[3]);
    return points[1].startsWith('-') ? -size : size;
  }
  const parts = sexagesimal.exec(signs.reduce((read, [sign, put]) => read.replace(sign, put), text));
  if (!parts) return Number.NaN;
  const [, before, sign, degrees, minutes, seconds, behind] = parts;
  // a bare number without marks has been read above: this one is in a notation its column does not tell
  if (minutes === undefined && before === undefined && behind === undefined && !text.match(/[^\d.,+-]/))
    return Number.NaN;
  const size = angle(degrees, minutes, seconds);
  return sign === '-' || southOrWest.test(before ?? behind ?? '') ? -size : size;
};

/** Two coordinates in one text, by what parts them; the signs of degrees leave the rest to tell. */
const splits: readonly RegExp[] = [
  /\s*;\s*/,
  /\s*\|\s*/,
  /,\s+/,
  /\s+(?=[-+]?\d{1,3}[.,]\d{3,})/,
  /(?<=[\p{L}"'])\s*,?\s+/u,
  /\s+/,
  /,/,
];

/** Two coordinates in one text, in its own order: '21.62, 105.82', 'POINT (105.82 21.62)'; null for anything else. */
export const parsePair = (value: unknown): { first: number; second: number; isWkt: boolean } | null => {
  if (typeof value !== 'string' || value.length > 120) return null;
  const wkt = /^\s*(?:SRID=\d+;\s*)?POINT\s*(?:Z|M|ZM)?\s*\(([^()]+)\)\s*$/i.exec(value);
  const text = (wkt ? wkt[1] : value)
    .trim()
    .replace(/^[([{]|[)\]}]$/g, '')
    .trim();
  if (wkt) {
    const [first, second] = text.split(/\s+/).map(Number);
    return Number.isFinite(first) && Number.isFinite(second) ? { first, second, isWkt: true } : null;
  }
  for (const split of splits) {
    const parts = text.split(split).filter((part) => part !== '');
    if (parts.length !== 2) continue;
    const marks = parts.map((part): Mark => (part.includes(',') ? ',' : '.'));
    const [first, second] = parts.map((part, i) => parseDegrees(part, marks[i]));
    if (Number.isFinite(first) && Number.isFinite(second)) return { first, second, isWkt: false };
  }
  // 21,62,105,82: two numbers of two parts each
  const commas = /^([-+]?\d+),(\d+),\s*([-+]?\d+),(\d+)$/.exec(text);
  if (!commas) return null;
  const [, a, b, c, d] = commas;
  return { first: Number(`${a}.${b}`), second: Number(`${c}.${d}`), isWkt: false };
};
