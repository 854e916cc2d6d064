import type { HamletFinding } from '../../findings/findings.ts';
import { statusBy } from '../../findings/hamlet-filter.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { asked } from '../app-state/asked.ts';
import { goTo } from '../app-state/go-to.ts';
import { filter, selection } from '../app-state/view.ts';
import { PagedList } from '../kit/paged-list.tsx';
import { StatusMark } from '../kit/status-mark.tsx';

const pageSize = 30;

const Row = ({ hamlet }: { hamlet: HamletFinding }) => {
  const status = statusBy(hamlet, filter.value.operator);
  const isSelected = selection.value?.kind === 'hamlet' && selection.value.id === hamlet.id;
  const notes = [
    t(`status.${status}`),
    ...(hamlet.peopleUnserved
      ? [t('gaps.unservedPeople', { ...asked.value, value: formatNumber(hamlet.peopleUnserved) })]
      : []),
    ...(hamlet.hasFibre ? [] : [t('gaps.noFibre')]),
  ];
  return (
    <button
      type="button"
      class="row"
      data-hamlet={hamlet.id}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => goTo({ kind: 'hamlet', id: hamlet.id })}
    >
      <StatusMark status={status} />
      <span class="row-main">
        <span class="row-title">{hamlet.name}</span>
        <span class="row-sub">
          {hamlet.communeName}, {hamlet.districtName}
        </span>
        <span class="row-sub">{notes.join(' · ')}</span>
      </span>
      <span class="row-figure">
        {formatNumber(hamlet.people)} <span class="unit">{t('unit.people')}</span>
      </span>
    </button>
  );
};

export const HamletList = ({ hamlets }: { hamlets: readonly HamletFinding[] }) => (
  <section class="block">
    <h3>{t('gaps.hamletList')}</h3>
    <p class="quiet">{t('gaps.sortedBy', asked.value)}</p>
    <PagedList
      items={hamlets}
      pageSize={pageSize}
      label={t('gaps.hamletList')}
      keyOf={(hamlet) => hamlet.id}
      render={(hamlet) => <Row hamlet={hamlet} />}
    />
  </section>
);
