import { language, t } from './language.ts';
import { writeBillion, writeDate, writeNumber } from './write.ts';

const locales = { vi: 'vi-VN', en: 'en-GB' } as const;

/** A number as the language on screen writes it, with a true minus sign. */
export const formatNumber = (value: number, decimals = 0): string => writeNumber(language(), value, decimals);

/** A share 0..1 as a percentage. */
export const formatShare = (share: number, decimals = 1): string =>
  t('unit.percent', { value: formatNumber(share * 100, decimals) });

/** Đồng in thousand millions (tỷ), large sums without a decimal. */
export const formatBillionVnd = (vnd: number): string => writeBillion(language(), vnd, Math.abs(vnd) < 9.95e9 ? 1 : 0);

/** The time of day of a moment, in the place where the screen is. */
export const formatTime = (ms: number): string =>
  new Intl.DateTimeFormat(locales[language()], { hour: '2-digit', minute: '2-digit' }).format(ms);

/** ISO 8601 as the language writes a date; a year or a month stays as exact as it is given. English has room for the month's name. */
export const formatDate = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-');
  if (!month || language() === 'vi') return writeDate(iso);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locales.en, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  }).format(date);
};
