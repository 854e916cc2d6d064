import { askedOf } from '../../../coverage/service/asked.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { measuredColours, measuredSteps, overlayColours } from '../../../map/layers/overlay.ts';
import { verdicts } from '../../../proposal/proposal-findings.ts';
import { theme } from '../../app-state/preferences.ts';
import { task } from '../../app-state/view.ts';
import { importing } from '../../import/index.ts';
import { measuredCount, measuredShown } from '../../measured/index.ts';
import { assessed } from '../../proposals/index.ts';
import { swiping } from '../../scenarios/index.ts';

const Dot = ({ colour }: { colour: string }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="5" fill={colour} />
  </svg>
);

const Ring = ({ colour }: { colour: string }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="5" fill="none" stroke={colour} stroke-width="2.2" />
  </svg>
);

const Way = ({ colour }: { colour: string }) => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d="M1 7h12" stroke={colour} stroke-width="2.2" />
  </svg>
);

const Levels = () => (
  <>
    <p class="legend-title">{t('measured.legend')}</p>
    <ul class="legend-line-up">
      {measuredColours[theme.value].map((colour, i) => (
        <li key={colour}>
          <Dot colour={colour} />{' '}
          {i < measuredSteps.length
            ? t('measured.from', { level: formatNumber(measuredSteps[i]) })
            : t('measured.below', { level: formatNumber(measuredSteps[i - 1]) })}
        </li>
      ))}
    </ul>
  </>
);

/** What the marks over the study mean: a file on its way in, or sites proposed. */
export const OverlayLegend = () => {
  const colours = overlayColours[theme.value];
  const state = importing.value;
  if (state && state.kind !== 'reading') {
    return (
      <>
        <p class="legend-title">{t('map.importing')}</p>
        <ul class="legend-line-up">
          <li>
            <Dot colour={colours.import} /> {state.file.name}
          </li>
        </ul>
      </>
    );
  }
  if (swiping.value) {
    return (
      <ul class="legend-line-up">
        <li>
          <Ring colour={colours.differs} /> {t('scenarios.swiping.legend')}
        </li>
        <li>
          <Way colour={colours.differs} /> {t('scenarios.swiping.moved')}
        </li>
      </ul>
    );
  }
  if (task.value === 'overview' && measuredShown.value && measuredCount.value > 0) return <Levels />;
  const assessment = assessed.value?.assessment;
  if (task.value !== 'proposals' || !assessment) return null;
  return (
    <>
      <p class="legend-title">{t('proposal.legend')}</p>
      <ul class="legend-line-up">
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <Dot colour={colours[verdict]} /> {t(`proposal.verdict.${verdict}`, askedOf(assessment.service))}
          </li>
        ))}
        {assessment.joint.length > 0 && (
          <li>
            <Dot colour={colours.pair} /> {t('proposal.pair')}
          </li>
        )}
      </ul>
    </>
  );
};
