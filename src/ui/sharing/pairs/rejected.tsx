import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { RejectedPair, RejectReason } from '../../../sharing/plan/plan-types.ts';
import { asked } from '../../app-state/asked.ts';

/** How many pairs each rule kept out. */
export const Rejected = ({ pairs }: { pairs: readonly RejectedPair[] }) => {
  const counts = new Map<RejectReason, number>();
  for (const { reason } of pairs) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <section class="block">
      <h3>{t('sharing.rejected')}</h3>
      <table class="table">
        <tbody>
          {[...counts]
            .sort(([, a], [, b]) => b - a)
            .map(([reason, count]) => (
              <tr key={reason}>
                <th scope="row">{t(`sharing.reason.${reason}`, asked.value)}</th>
                <td class="number">{formatNumber(count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
};
