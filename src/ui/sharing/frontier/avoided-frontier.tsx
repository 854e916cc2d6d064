import { formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { AvoidedFrontier as Found } from '../../../proposal/assessment.ts';
import { openTask } from '../../app-state/view.ts';
import {
  assessAgain,
  assessed,
  assessing,
  isAwaitingRun,
  proposalFiles,
  StaleNotice,
  TemplateLinks,
} from '../../proposals/index.ts';
import { FrontierChart } from './frontier-chart.tsx';

/** No planned site is known: how to make one known. */
const NonePlanned = () => (
  <div data-planned="none">
    <p>{t('sharing.frontier.nonePlanned')}</p>
    <button type="button" class="button" onClick={() => openTask('proposals')}>
      {t('sharing.frontier.loadPlanned')}
    </button>
    <TemplateLinks />
  </div>
);

const Ready = ({ found, targetRate }: { found: Found; targetRate: number }) => {
  const { planned, withPlace, asBuiltRate, points, definition, todayRate } = found;
  const most = points[points.length - 1];
  return (
    <div data-planned={planned}>
      <p>
        {t('sharing.frontier.planned', {
          planned: formatNumber(planned),
          place: formatNumber(withPlace),
          built: formatShare(asBuiltRate, 2),
        })}
      </p>
      {points.length > 1 && (
        <>
          <FrontierChart
            points={points}
            counted="planned"
            definition={definition}
            todayRate={todayRate}
            targetRate={targetRate}
          />
          <p class="quiet">
            {t('sharing.frontier.mostAvoided', {
              rate: formatShare(most.rate, 2),
              count: formatNumber(most.count),
              planned: formatNumber(planned),
            })}
          </p>
        </>
      )}
    </div>
  );
};

/** Of planned sites, those of the carriers' files that are loaded: what putting them onto standing ones saves. */
export const AvoidedFrontier = ({ targetRate }: { targetRate: number }) => {
  if (assessed.value) {
    return (
      <>
        <StaleNotice />
        <Ready found={assessed.value.assessment.avoided} targetRate={targetRate} />
      </>
    );
  }
  if (isAwaitingRun.value) return <p class="quiet">{t('proposal.waiting')}</p>;
  if (assessing.state.value.kind === 'running') return <p role="status">{t('proposal.working')}</p>;
  if (proposalFiles.value.length > 0) {
    // an assessment that was stopped: the files are still there
    return (
      <button type="button" class="button" onClick={() => void assessAgain()}>
        {t('proposal.again')}
      </button>
    );
  }
  return <NonePlanned />;
};
