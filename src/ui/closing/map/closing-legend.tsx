import '../open-front.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { type OverlayTone, overlayColours } from '../../../map/layers/overlay.ts';
import { optionIconUrl } from '../../../map/option-icons.ts';
import { peopleColours, peopleSteps } from '../../../map/people-image.ts';
import { optionKinds } from '../../../rollout/rollout-types.ts';
import { theme } from '../../app-state/preferences.ts';
import { closingPart } from '../closing-view.ts';
import { fibreJob } from '../fibre/fibre-job.ts';
import { resilienceJob } from '../resilience/resilience-job.ts';
import { currentPlan } from '../rollout/rollout-jobs.ts';
import { shownWhereNext } from '../rollout/where-next-job.ts';

const Line = ({ tone, dashed = false }: { tone: OverlayTone; dashed?: boolean }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path
      d="M1 7h12"
      stroke={overlayColours[theme.value][tone]}
      stroke-width="2.2"
      stroke-dasharray={dashed ? '3 2' : undefined}
    />
  </svg>
);

const Ring = ({ tone }: { tone: OverlayTone }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="5" fill="none" stroke={overlayColours[theme.value][tone]} stroke-width="2.2" />
  </svg>
);

const Plan = () => {
  const plan = currentPlan.value?.finding;
  if (!plan) return null;
  const kinds = optionKinds.filter((kind) => plan.plan.some((option) => option.kind === kind));
  return (
    <>
      <p class="legend-title">{t('closing.legend.plan')}</p>
      <ul class="legend-line-up">
        {kinds.map((kind) => (
          <li key={kind}>
            <img src={optionIconUrl(theme.value, kind)} width={16} height={16} alt="" /> {t(`closing.kind.${kind}`)}
          </li>
        ))}
        {plan.plan.some(({ backhaul }) => backhaul.hops.length > 0) && (
          <li>
            <Line tone="hop" /> {t('closing.legend.hop')}
          </li>
        )}
        {plan.leftOut.length > 0 && (
          <li>
            <Ring tone="left" /> {t('closing.legend.left')}
          </li>
        )}
      </ul>
    </>
  );
};

const WhereNext = () => {
  const shown = shownWhereNext.value;
  if (!shown) return null;
  const colours = peopleColours[theme.value];
  return (
    <>
      <p class="legend-title">{t('closing.legend.whereNext', { height: formatNumber(shown.heightM) })}</p>
      <ul class="legend-ramp">
        {peopleSteps.map((from, i) => (
          <li key={from}>
            <span class="legend-swatch" style={{ background: colours[i] }} />{' '}
            {i + 1 < peopleSteps.length
              ? t('common.range', { low: formatNumber(from), high: formatNumber(peopleSteps[i + 1] - 1) })
              : t('closing.legend.from', { people: formatNumber(from) })}
          </li>
        ))}
      </ul>
    </>
  );
};

const Fibre = () =>
  fibreJob.result.value && !fibreJob.isStale.value ? (
    <ul class="legend-line-up">
      <li>
        <Line tone="cable-aerial" /> {t('closing.fibre.builds.aerial')}
      </li>
      <li>
        <Line tone="cable-buried" /> {t('closing.fibre.builds.buried')}
      </li>
    </ul>
  ) : null;

const Resilience = () =>
  resilienceJob.result.value && !resilienceJob.isStale.value ? (
    <ul class="legend-line-up">
      <li>
        <Ring tone="left" /> {t('closing.legend.worst')}
      </li>
      <li>
        <Line tone="serves" /> {t('closing.legend.hangs')}
      </li>
    </ul>
  ) : null;

/** What the task's marks and its raster mean. */
export const MarksLegend = () => {
  if (closingPart.value === 'fibre') return <Fibre />;
  if (closingPart.value === 'resilience') return <Resilience />;
  return (
    <>
      <Plan />
      <WhereNext />
    </>
  );
};
