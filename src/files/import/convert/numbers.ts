/** Spaces may set thousands apart; any other stays, and makes the text no number. */
const joined = (value: string): string => value.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');

/** A number with a decimal point or comma, thousands set apart as they may be; NaN for anything else. */
export const asDecimal = (value: unknown): number => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  const text = joined(value);
  if (!/^[-+]?[\d.,]*\d[\d.,]*(?:[eE][-+]?\d+)?$/.test(text)) return Number.NaN;
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point >= 0 && comma >= 0) {
    const [group, decimal] = point > comma ? [',', '.'] : ['.', ','];
    return Number(text.replaceAll(group, '').replace(decimal, '.'));
  }
  const mark = comma >= 0 ? ',' : '.';
  // several of one mark can only set thousands apart
  return text.split(mark).length > 2 ? Number(text.replaceAll(mark, '')) : Number(text.replace(',', '.'));
};

/** A whole number, for which a lone mark before three digits sets thousands apart: '1.286' people are 1286. */
export const asCount = (value: unknown): number => {
  if (typeof value !== 'string') return asDecimal(value);
  const text = joined(value);
  return /^\d{1,3}([.,]\d{3})+$/.test(text) ? Number(text.replace(/[.,]/g, '')) : asDecimal(text);
};

const sexagesimal =
  /^([NSEWBĐDT])?\s*(-?\d{1,3})\s*[°ºd:\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′:\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["”″]|''|’’)?)?)?\s*([NSEWBĐDT])?$/i;

/** Degrees as a decimal number or as 21°35'24" with N, S, E, W or B (north), Đ (east), T (west); NaN for anything else. */
export const asDegrees = (value: unknown): number => {
  const decimal = asDecimal(value);
  if (!Number.isNaN(decimal) || typeof value !== 'string' || value.length > 40) return decimal;
  const parts = sexagesimal.exec(value.trim());
  if (!parts) return Number.NaN;
  const [, before, degrees, minutes, seconds, behind] = parts;
  const [m, s] = [asDecimal(minutes), seconds === undefined ? 0 : asDecimal(seconds)];
  if (m >= 60 || s >= 60) return Number.NaN;
  const size = Math.abs(Number(degrees)) + m / 60 + s / 3600;
  const west = /[SWT]/i.test(before ?? behind ?? '');
  return west || degrees.startsWith('-') ? -size : size;
};
