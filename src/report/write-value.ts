import type { ReportWords } from './report-words.ts';

type Write = ReportWords['write'];

/** A text with its `{{name}}` values filled in. */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));

/** A number as the language writes it, with a true minus sign. Own code, so that every engine writes the same. */
export const writeNumber = (value: number, decimals: number, { decimal, group }: Write): string => {
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const text = part === undefined ? grouped : `${grouped}${decimal}${part}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
};

/** A share 0..1 as a percentage. */
export const writeShare = (share: number, decimals: number, write: Write): string =>
  fillIn(write.percent, { value: writeNumber(share * 100, decimals, write) });

/** ISO 8601 as the language writes a date; a year or a month stays as exact as it is given. */
export const writeDate = (iso: string, { date, month, year }: Write): string => {
  const [y, m, d] = iso.slice(0, 10).split('-');
  if (!m) return fillIn(year, { year: y });
  return fillIn(d ? date : month, { year: y, month: Number(m), day: Number(d ?? 1) });
};
