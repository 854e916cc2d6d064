import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { HamletThreads } from '../../../resilience/resilience-types.ts';
import { goTo } from '../../app-state/go-to.ts';
import { lookup } from '../../app-state/study.ts';
import { communeTitle } from '../../app-state/titles.ts';
import { PagedList } from '../../kit/paged-list.tsx';
import type { FoundResilience } from './resilience-job.ts';
import { secondText } from './second-words.ts';

const pageSize = 10;

const Row = ({ hamlet }: { hamlet: HamletThreads }) => {
  const commune = lookup.value?.commune(hamlet.communeCode)?.properties;
  return (
    <button
      type="button"
      class="row"
      data-hanging={hamlet.hamletId}
      onClick={() => goTo({ kind: 'hamlet', id: hamlet.hamletId })}
    >
      <span class="row-main">
        <span class="row-title">
          {hamlet.name}
          {commune && `, ${communeTitle(commune)}`}
        </span>
        <span class="row-sub">
          {hamlet.hangsOn === null
            ? t('closing.resilience.homesHang')
            : t('closing.resilience.hangsOn', { site: hamlet.hangsOn })}
        </span>
        {hamlet.second && <span class="row-sub">{secondText(hamlet.second)}</span>}
      </span>
      <span class="row-figure">{t('closing.people', { people: formatNumber(hamlet.peopleOnOneSite) })}</span>
    </button>
  );
};

/** Hamlets that hang by one site, those with most people first, and the cheapest second thread. */
export const Hanging = ({ found }: { found: FoundResilience }) => {
  const hanging = found.finding.hamlets
    .filter(({ hangsOn, peopleOnOneSite }) => hangsOn !== null || peopleOnOneSite > 0)
    .sort((a, b) => b.peopleOnOneSite - a.peopleOnOneSite || (a.hamletId < b.hamletId ? -1 : 1));
  if (hanging.length === 0) return null;
  return (
    <section class="block">
      <h3>{t('closing.resilience.hanging', { count: hanging.length })}</h3>
      <PagedList
        items={hanging}
        pageSize={pageSize}
        label={t('closing.resilience.hangingLabel')}
        keyOf={({ hamletId }) => hamletId}
        render={(hamlet) => <Row hamlet={hamlet} />}
      />
    </section>
  );
};
