import { formatNumber, formatShare } from '../../i18n/format.ts';
import { filled, t } from '../../i18n/language.ts';
import type { MomentNote, Refusal } from '../../study/moment.ts';

/** What a moment did, in words that stand after «Undo:». */
export const momentText = ({ operation, subject }: MomentNote): string => t(`study.moment.${operation}`, { subject });

/** Why an operation can't run. */
export const refusalText = ({ refused, values = {} }: Refusal): string => {
  const { min, max, field } = values;
  if (refused !== 'out-of-range' || min === undefined || max === undefined)
    return filled(`study.refused.${refused}`, values);
  // a rate is typed in per cent
  const shown = (value: string | number): string =>
    field === 'targetRate' ? formatShare(Number(value), 0) : formatNumber(Number(value));
  return t('study.refusedBetween', { min: shown(min), max: shown(max) });
};
