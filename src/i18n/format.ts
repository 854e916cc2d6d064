import { language, t } from './language.ts';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;
const formats = new Map<string, Intl.NumberFormat>();

const formatOf = (decimals: number): Intl.NumberFormat => {
  const key = `${language()}:${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[language()], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formats.set(key, format);
  }
  return format;
};

/** A number as the language writes it, with a true minus sign. */
export const formatNumber = (value: number, decimals = 0): string =>
  formatOf(decimals)
    .format(Object.is(Math.round(value * 10 ** decimals), -0) ? 0 : value)
    .replace('-', '−');

/** A share 0..1 as a percentage. */
export const formatShare = (share: number, decimals = 1): string =>
  t('unit.percent', { value: formatNumber(share * 100, decimals) });

/** Vietnamese đồng in thousand millions (tỷ). */
export const formatBillionVnd = (vnd: number): string => formatNumber(vnd / 1e9, Math.abs(vnd) < 9.95e9 ? 1 : 0);

/** The time of day of a moment, in the place where the screen is. */
export const formatTime = (ms: number): string =>
  new Intl.DateTimeFormat(locales[language()], { hour: '2-digit', minute: '2-digit' }).format(ms);

/** ISO 8601 as the language writes a date; a year or a month stays as exact as it is given. */
export const formatDate = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-');
  if (!month) return year;
  if (language() === 'vi') return day ? `${Number(day)}/${Number(month)}/${year}` : `${Number(month)}/${year}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locales.en, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  }).format(date);
};
