import { useState } from 'preact/hooks';
import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { Frontier as Found } from '../../../sharing/plan/frontier.ts';
import { currentFindings } from '../../app-state/study.ts';
import { Icon } from '../../kit/icon.tsx';
import { timeLeft } from '../../kit/time-left.ts';
import { AvoidedFrontier } from './avoided-frontier.tsx';
import { FrontierChart } from './frontier-chart.tsx';
import { cancelFrontier, computeFrontier, type FrontierState, frontier } from './frontier-job.ts';

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
        <p class="quiet">{t('sharing.frontier.draft')}</p>
      ) : (
        <p class="quiet">
          {t('sharing.frontier.most', { rate: formatShare(most.rate, 2), count: formatNumber(most.count) })}
        </p>
      )}
    </>
  );
};

const Running = ({ state }: { state: FrontierState & { kind: 'running' } }) => (
  <div class="frontier-running" role="status">
    <progress max={state.total} value={state.done} aria-label={t('sharing.frontier.title')} />
    <span class="quiet tabular">
      {t('sharing.frontier.running', { done: state.done, total: state.total })} {timeLeft(state.secondsLeft)}
    </span>
    <button type="button" class="button small" onClick={cancelFrontier}>
      {t('sharing.frontier.cancel')}
    </button>
  </div>
);

/** Of standing masts: worked out when asked for, a greedy line at once and then the proven one. */
const Consolidation = ({ targetRate }: { targetRate: number }) => {
  const state = frontier.value;
  const found = state.kind === 'ready' ? state.frontier : state.kind === 'running' ? state.draft : null;
  return (
    <>
      {state.kind === 'running' && <Running state={state} />}
      {state.kind === 'failed' && (
        <p role="alert">
          <Icon name="warning" size={18} /> {t('sharing.frontier.failed', { message: state.message })}
        </p>
      )}
      {found && <Points found={found} targetRate={targetRate} isDraft={state.kind === 'running'} />}
      {(state.kind === 'none' || state.kind === 'failed') && (
        <button
          type="button"
          class="button"
          data-action="frontier"
          disabled={currentFindings.value === null}
          onClick={() => void computeFrontier()}
        >
          {t(state.kind === 'none' ? 'sharing.frontier.compute' : 'sharing.frontier.again')}
        </button>
      )}
    </>
  );
};

/** Saving against sharing rate: of merging standing masts, and of planned masts that need not be built. */
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
