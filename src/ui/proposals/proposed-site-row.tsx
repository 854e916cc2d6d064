import { formatBillionVnd, formatNumber } from '../../i18n/format.ts';
import { filled, t } from '../../i18n/language.ts';
import type { SiteAssessment } from '../../proposal/proposal-findings.ts';
import { reasonOf } from '../../report/proposals/reasons.ts';
import { flyToPositions } from '../app-state/go-to.ts';
import { lookup } from '../app-state/study.ts';
import { select } from '../app-state/view.ts';
import { Icon } from '../kit/icon.tsx';
import { assessedFor } from './assessing.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** The site, and the standing ones its verdict is about, come into view. */
const show = ({ position, near, hostId }: SiteAssessment): void => {
  const host = hostId ?? near[0]?.siteId ?? null;
  const site = host === null ? undefined : lookup.peek()?.site(host);
  if (site) select({ kind: 'site', id: site.id });
  flyToPositions(site ? [position, site.position] : [position]);
};

/** A proposed site: its verdict and the reasons, and where it stands. */
export const ProposedSiteRow = ({ proposed }: { proposed: SiteAssessment }) => {
  const { id, communeName, operators, verdict, hostId, gain, cost, reasons } = proposed;
  const names = operators.map((operator) => lookup.value?.operatorName(operator) ?? operator).join(', ');
  return (
    <details class="proposed-site" data-proposed-site={id} data-verdict={verdict}>
      <summary>
        <span class="row-main">
          <span class="row-title">{id}</span>
          <span class="row-sub">
            {names} · {communeName}
          </span>
          <span class="row-sub">
            <VerdictBadge verdict={verdict} /> {hostId}
          </span>
        </span>
        <span class="row-figure">
          +{formatNumber(gain.own.people)} <span class="unit">{t('unit.people')}</span>
        </span>
        <Icon name="chevron" size={18} />
      </summary>
      <ul class="reasons">
        {reasons.map((reason) => {
          const { key, values } = reasonOf(reason, formatNumber, assessedFor.value);
          return <li key={`${key} ${Object.values(values).join()}`}>{filled(`proposal.reason.${key}`, values)}</li>;
        })}
      </ul>
      <p class="quiet">
        {t('proposal.column.overlap', assessedFor.value)}: {formatNumber(proposed.overlap.own)}.{' '}
        {t('proposal.column.cost')}: {formatBillionVnd(cost.buildVnd.central)} (
        {t('proposal.range', { low: formatBillionVnd(cost.buildVnd.low), high: formatBillionVnd(cost.buildVnd.high) })})
      </p>
      <button type="button" class="button small" onClick={() => show(proposed)}>
        {t('proposal.onMap')}
      </button>
    </details>
  );
};
