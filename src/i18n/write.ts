import type { Language } from './languages.ts';

/** How a language writes numbers. Own code and no Intl, so that every engine writes the same. */
const marks = {
  vi: { decimal: ',', group: '.', percent: ' %' },
  en: { decimal: '.', group: ',', percent: '%' },
} as const satisfies Record<Language, object>;

/** A number as the language writes it, with a true minus sign. `groupFrom`: thousands are set apart from here on. */
export const writeNumber = (language: Language, value: number, decimals = 0, groupFrom = 1000): string => {
  const { decimal, group } = marks[language];
  const [whole, part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = Math.abs(value) < groupFrom ? whole : whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const text = part === undefined ? grouped : `${grouped}${decimal}${part}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
};

/** A number with no more digits than it has, and at most so many. */
export const writePlain = (language: Language, value: number, mostDecimals: number): string => {
  const exact = Number(value.toFixed(mostDecimals));
  return writeNumber(language, exact, String(exact).split('.')[1]?.length ?? 0);
};

/** A share 0..1 as a percentage. */
export const writeShare = (language: Language, share: number, decimals = 1): string =>
  `${writeNumber(language, share * 100, decimals)}${marks[language].percent}`;

/** Đồng in thousand millions (tỷ). */
export const writeBillion = (language: Language, vnd: number, decimals = 1): string =>
  writeNumber(language, vnd / 1e9, decimals);

/** ISO 8601 as both languages write a date; a year or a month stays as exact as it is given. */
export const writeDate = (iso: string): string => {
  const [year, ...rest] = iso.slice(0, 10).split('-');
  return [...rest.map(Number).reverse(), year].join('/');
};
