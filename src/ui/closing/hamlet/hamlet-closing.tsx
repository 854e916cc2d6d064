import '../../tasks.css';
import '../open-front.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Hamlet } from '../../../model/hamlet.ts';
import { hamletOutcomes } from '../../../rollout/hamlet-outcomes.ts';
import type { ClosingPart } from '../closing-view.ts';
import { billion, rangeText } from '../cost.tsx';
import { fibreJob } from '../fibre/fibre-job.ts';
import { openPart } from '../open-part.ts';
import { resilienceJob } from '../resilience/resilience-job.ts';
import { secondText } from '../resilience/second-words.ts';
import { alternativeText, obstacleText } from '../rollout/left-out-words.ts';
import { currentPlan } from '../rollout/rollout-jobs.ts';
import { rolloutTechnology } from '../rollout/rollout-question.ts';

const Open = ({ part }: { part: ClosingPart }) => (
  <button type="button" class="link" data-opens={part} onClick={() => openPart(part)}>
    {part === 'fibre' || part === 'resilience'
      ? t(`closing.hamlet.open.${part}`)
      : t('closing.hamlet.open.rollout', { technology: part })}
  </button>
);

const Rollout = ({ hamlet }: { hamlet: Hamlet }) => {
  const plan = currentPlan.value;
  const technology = rolloutTechnology.value;
  if (!plan) return <Open part={technology} />;
  const index = plan.network.hamlets.findIndex(({ id }) => id === hamlet.id);
  const outcome = hamletOutcomes(plan.finding).find((one) => one.hamlet === index);
  if (!outcome) return <p class="quiet">{t('closing.hamlet.nothing', { technology })}</p>;
  const { options, costVnd, leftOut } = outcome;
  return (
    <>
      {options.map(({ id, kind, order }) => (
        <p key={id} data-remedy={kind}>
          {t('closing.hamlet.option', { kind: t(`closing.kind.${kind}`), order })}
        </p>
      ))}
      {costVnd && <p>{t('closing.hamlet.cost', { cost: billion(costVnd.central), range: rangeText(costVnd) })}</p>}
      {leftOut && (
        <>
          <p data-left-out={leftOut.reason}>
            {t('closing.hamlet.left', { reason: t(`closing.reason.${leftOut.reason}`) })}
          </p>
          {leftOut.obstacle && <p class="quiet">{obstacleText(leftOut.obstacle)}</p>}
          <p class="quiet">{alternativeText(leftOut)}</p>
        </>
      )}
      <Open part={technology} />
    </>
  );
};

const Fibre = ({ hamlet }: { hamlet: Hamlet }) => {
  if (hamlet.hasFibre) return null;
  const found = fibreJob.settled.value?.finding;
  const joined = found?.hamlets.find(({ id }) => id === hamlet.id);
  const unreached = found?.unreached.find(({ hamletId }) => hamletId === hamlet.id);
  return (
    <>
      {joined && (
        <p data-fibre-share={joined.id}>
          {t('closing.hamlet.fibre', {
            km: formatNumber(joined.distanceKm, 1),
            cost: billion(joined.share.costVnd.central),
            range: rangeText(joined.share.costVnd),
            order: joined.order,
          })}
        </p>
      )}
      {unreached && <p>{t(`closing.fibre.unreachedBy.${unreached.reason}`)}</p>}
      <Open part="fibre" />
    </>
  );
};

const Threads = ({ hamlet }: { hamlet: Hamlet }) => {
  const threads = resilienceJob.settled.value?.finding.hamlets.find(({ hamletId }) => hamletId === hamlet.id);
  if (!threads) return <Open part="resilience" />;
  const { sites, isAtLeast, hangsOn, second, peopleOnOneSite } = threads;
  return (
    <>
      <p data-threads={sites}>
        {sites === 0
          ? t('closing.hamlet.noThreads')
          : t(isAtLeast ? 'closing.hamlet.threadsOrMore' : 'closing.hamlet.threads', { count: sites })}
      </p>
      {hangsOn !== null && <p>{t('closing.resilience.hangsOn', { site: hangsOn })}</p>}
      {peopleOnOneSite > 0 && (
        <p class="quiet">{t('closing.hamlet.onOneSite', { people: formatNumber(peopleOnOneSite) })}</p>
      )}
      {second && <p class="quiet">{t('closing.hamlet.second', { second: secondText(second) })}</p>}
      <Open part="resilience" />
    </>
  );
};

/** What it would take to close a hamlet's gaps, as far as it has been worked out. */
export const HamletClosing = ({ hamlet }: { hamlet: Hamlet }) => (
  <section class="block closing-hamlet">
    <h3>{t('closing.hamlet.title')}</h3>
    <Rollout hamlet={hamlet} />
    <Fibre hamlet={hamlet} />
    <Threads hamlet={hamlet} />
  </section>
);
