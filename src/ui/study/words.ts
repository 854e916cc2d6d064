import { t } from '../../i18n/language.ts';
import type { MomentNote, Refusal } from '../../study/moment.ts';

/** What a moment did, in words that stand after «Undo:». */
export const momentText = ({ operation, subject }: MomentNote): string => t(`study.moment.${operation}`, { subject });

/** Why an operation can't run. */
export const refusalText = ({ refused, values }: Refusal): string => t(`study.refused.${refused}`, values);
