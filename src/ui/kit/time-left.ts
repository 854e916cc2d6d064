import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';

/** The time a run still takes, in words; empty while it can't be told. */
export const timeLeft = (seconds: number | null): string => {
  if (seconds === null || seconds === 0) return '';
  return seconds < 90
    ? t('run.left', { seconds: formatNumber(Math.ceil(seconds)) })
    : t('run.leftMinutes', { minutes: formatNumber(Math.ceil(seconds / 60)) });
};
