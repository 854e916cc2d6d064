import { useState } from 'preact/hooks';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Frontier as Found } from '../../../sharing/plan/frontier.ts';
import { asked } from '../../app-state/asked.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { currentFindings } from '../../app-state/run.ts';
import type { Running } from '../../app-state/telling.ts';
import { Icon } from '../../kit/icon.tsx';
import { timeLeft } from '../../kit/time-left.ts';
import { AvoidedFrontier } from './avoided-frontier.tsx';
import { FrontierChart } from './frontier-chart.tsx';
import { cancelFrontier, computeFrontier, frontier, frontierState } from './frontier-job.ts';

const Points = ({ found, targetRate, isDraft }: { found: Found; targetRate: number; isDraft: boolean }) => {
  const { points, definition, todayRate } = found;
  const most = points[points.length - 1];
  return (
    <>
      <FrontierChart
        points={points}
        counted="merges"
        definition={definition}
        todayRate={todayRate}
        targetRate={targetRate}
        isDraft={isDraft}
      />
      {isDraft ? (
        <p class="quiet">{t('sharing.frontier.draft', asked.value)}</p>
      ) : (
        <p class="quiet">
          {t('sharing.frontier.most', { rate: formatShare(most.rate, 2), count: formatNumber(most.count) })}
        </p>
      )}
    </>
  );
};

const Progress = ({ done, total, secondsLeft }: Pick<Running<unknown>, 'done' | 'total' | 'secondsLeft'>) => (
  <div class="frontier-running" role="status">
    <progress max={total} value={done} aria-label={t('sharing.frontier.title')} />
    <span class="quiet tabular">
      {t('sharing.frontier.running', { done, total })} {timeLeft(secondsLeft)}
    </span>
    <button type="button" class="button small" onClick={cancelFrontier}>
      {t('sharing.frontier.cancel')}
    </button>
  </div>
);

/** Of standing sites: worked out when asked for, a greedy line at once and then the proven one. */
const Consolidation = ({ targetRate }: { targetRate: number }) => {
  const state = frontierState.value;
  const known = state.kind === 'running' || state.kind === 'done' ? frontier.value : null;
  return (
    <>
      {state.kind === 'running' && <Progress {...state} />}
      {state.kind === 'failed' && (
        <p role="alert">
          <Icon name="warning" size={18} /> {t('sharing.frontier.failed', { message: faultText(state.error) })}
        </p>
      )}
      {known && <Points found={known.result} targetRate={targetRate} isDraft={known.isDraft} />}
      {state.kind !== 'running' && state.kind !== 'done' && (
        <button
          type="button"
          class="button"
          data-action="frontier"
          disabled={currentFindings.value === null}
          onClick={() => void computeFrontier()}
        >
          {t(state.kind === 'failed' ? 'sharing.frontier.again' : 'sharing.frontier.compute')}
        </button>
      )}
    </>
  );
};

/** Saving against sharing rate: of merging standing sites, and of planned sites that need not be built. */
export const Frontier = ({ targetRate }: { targetRate: number }) => {
  const [which, setWhich] = useState<'consolidation' | 'avoidedNewBuild'>('consolidation');
  return (
    <section class="block">
      <h3>{t('sharing.frontier.title')}</h3>
      <fieldset class="segments frontier-cases" aria-label={t('sharing.frontier.which')}>
        {(['consolidation', 'avoidedNewBuild'] as const).map((one) => (
          <button
            key={one}
            type="button"
            data-frontier={one}
            aria-pressed={which === one}
            onClick={() => setWhich(one)}
          >
            {t(`sharing.frontier.${one}`)}
          </button>
        ))}
      </fieldset>
      <p class="quiet">{t(which === 'consolidation' ? 'sharing.frontier.note' : 'sharing.frontier.avoidedNote')}</p>
      {which === 'consolidation' ? (
        <Consolidation targetRate={targetRate} />
      ) : (
        <AvoidedFrontier targetRate={targetRate} />
      )}
    </section>
  );
};
