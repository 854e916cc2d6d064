import { formatBillionVnd, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Merge } from '../../sharing/plan-types.ts';
import { flyToPositions } from '../map/go-to.ts';
import { PagedList } from '../parts/paged-list.tsx';
import { lookup } from '../state/study.ts';
import { select, selection } from '../state/view.ts';

const pageSize = 20;

const show = ({ hostId, movedId }: Merge): void => {
  const places = lookup.peek();
  select({ kind: 'site', id: hostId });
  flyToPositions(
    [hostId, movedId].flatMap((id) => {
      const site = places?.site(id);
      return site ? [site.position] : [];
    }),
  );
};

const Row = ({ merge }: { merge: Merge }) => {
  const names = merge.operatorsMoved.map((id) => lookup.value?.operatorName(id) ?? id).join(', ');
  const isSelected = selection.value?.kind === 'site' && selection.value.id === merge.hostId;
  return (
    <button
      type="button"
      class="row"
      data-merge={`${merge.movedId}>${merge.hostId}`}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => show(merge)}
    >
      <span class="row-main">
        <span class="row-title">
          {merge.movedId} → {merge.hostId}
        </span>
        <span class="row-sub">
          {t('sharing.distance', { distance: formatNumber(merge.distanceM), limit: formatNumber(merge.limitM) })}
        </span>
        <span class="row-sub">
          {names} · {t(`sharing.bearing.${merge.bearing}`)}
        </span>
      </span>
      <span class="row-figure" title={t('sharing.presentValue')}>
        {t('unit.billionVnd', { value: formatBillionVnd(merge.presentValueVnd.central) })}
        <span class="row-sub">
          {t('common.range', {
            low: formatBillionVnd(merge.presentValueVnd.low),
            high: formatBillionVnd(merge.presentValueVnd.high),
          })}
        </span>
      </span>
    </button>
  );
};

export const MergeList = ({ merges }: { merges: readonly Merge[] }) => (
  <section class="block">
    <h3>{t('sharing.mergeList')}</h3>
    {merges.length === 0 ? (
      <p class="quiet">{t('sharing.none')}</p>
    ) : (
      <>
        <p class="quiet">{t('sharing.mergeHint')}</p>
        <PagedList
          items={merges}
          pageSize={pageSize}
          label={t('sharing.mergeList')}
          keyOf={(merge) => `${merge.movedId}>${merge.hostId}`}
          render={(merge) => <Row merge={merge} />}
        />
      </>
    )}
  </section>
);
