import { t } from '../../i18n/language.ts';
import type { Verdict } from '../../proposal/proposal-findings.ts';
import { assessedFor } from './assessing.ts';

/** The verdict in words, marked as its site is on the map. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }) => (
  <span class={`verdict verdict-${verdict}`}>{t(`proposal.verdict.${verdict}`, assessedFor.value)}</span>
);
