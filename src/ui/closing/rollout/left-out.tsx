import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { type HamletOutcome, hamletOutcomes } from '../../../rollout/hamlet-outcomes.ts';
import type { LeftOut as Left, RolloutOption } from '../../../rollout/rollout-types.ts';
import { goTo } from '../../app-state/go-to.ts';
import { lookup } from '../../app-state/study.ts';
import { communeTitle } from '../../app-state/titles.ts';
import { PagedList } from '../../kit/paged-list.tsx';
import { billion, rangeText } from '../cost.tsx';
import { placeOfOption } from './chosen-option.ts';
import { alternativeText, obstacleText } from './left-out-words.ts';
import { LockButton } from './lock-buttons.tsx';
import type { PlannedRollout } from './rollout-jobs.ts';

const pageSize = 8;

interface Row extends HamletOutcome {
  leftOut: Left;
}

const isLeft = (outcome: HamletOutcome): outcome is Row => outcome.leftOut !== null;

const Cheapest = ({ option, planned }: { option: RolloutOption; planned: PlannedRollout }) => {
  const kind = t(`closing.kind.${option.kind}`);
  return (
    <p class="closing-cheapest">
      <span>
        {t('closing.left.cheapest', {
          kind,
          cost: billion(option.costVnd.central),
          range: rangeText(option.costVnd),
        })}
      </span>
      <LockButton id={option.id} lock="force" name={`${kind}, ${placeOfOption(option, planned)}`} />
    </p>
  );
};

const LeftHamlet = ({ outcome, planned }: { outcome: Row; planned: PlannedRollout }) => {
  const { leftOut, peopleUnserved, peopleServed } = outcome;
  const hamlet = planned.network.hamlets[outcome.hamlet];
  const commune = lookup.value?.commune(hamlet.communeCode)?.properties;
  const cheapest = planned.finding.options.find(({ id }) => id === leftOut.cheapestOptionId);
  return (
    <div class="closing-left" data-left-out={hamlet.id} data-reason={leftOut.reason}>
      <button type="button" class="row row-short" onClick={() => goTo({ kind: 'hamlet', id: hamlet.id })}>
        <span class="row-main">
          <span class="row-title">{hamlet.name}</span>
          <span class="row-sub">{commune && communeTitle(commune)}</span>
        </span>
        <span class="row-figure">{t('closing.people', { people: formatNumber(peopleUnserved - peopleServed) })}</span>
      </button>
      <div class="closing-why">
        <p>{t(`closing.reason.${leftOut.reason}`)}</p>
        {leftOut.obstacle && <p class="quiet">{obstacleText(leftOut.obstacle)}</p>}
        {cheapest && <Cheapest option={cheapest} planned={planned} />}
        <p class="quiet">{alternativeText(leftOut)}</p>
      </div>
    </div>
  );
};

/** Hamlets that the plan leaves without service somewhere: why, and what else there is for them. */
export const LeftOut = ({ planned }: { planned: PlannedRollout }) => {
  const left = hamletOutcomes(planned.finding)
    .filter(isLeft)
    .sort((a, b) => b.peopleUnserved - b.peopleServed - (a.peopleUnserved - a.peopleServed));
  if (left.length === 0) return null;
  return (
    <section class="block">
      <h3>{t('closing.left.title', { count: left.length })}</h3>
      <PagedList
        items={left}
        pageSize={pageSize}
        label={t('closing.left.label')}
        keyOf={({ hamlet }) => String(hamlet)}
        render={(outcome) => <LeftHamlet outcome={outcome} planned={planned} />}
      />
    </section>
  );
};
