import { noticeableChangeDb } from '../../../coverage/raster/coverage-change.ts';
import { t } from '../../../i18n/language.ts';
import { changeSwatches } from '../../../map/coverage/change-ramp.ts';
import { theme } from '../../app-state/preferences.ts';
import { opened } from '../../app-state/study.ts';
import { coverageKind, operatorName, SignalLevels } from '../../coverage/index.ts';
import { KindBadge } from '../../kit/kind-badge.tsx';
import { planLook, planOperator, shownPlanCoverage } from './plan-coverage.ts';

/** What the picture of the plan's coverage tells, while it is on the map. */
export const PlanLegend = () => {
  const shown = shownPlanCoverage.value;
  const manifest = opened.value?.pack.manifest;
  if (!shown || !manifest) return null;
  const look = planLook.value;
  const of = { technology: shown.technology, who: operatorName(planOperator.value) };
  return (
    <>
      <p class="legend-title" data-legend={`plan-${look}`}>
        {t(`sharing.coverage.legend.${look}`, of)} <KindBadge kind={coverageKind(manifest)} />
      </p>
      {look === 'difference' ? (
        <ul class="legend-changes">
          {changeSwatches(theme.value).map(({ changeClass, colour }) => (
            <li key={changeClass}>
              <span class="legend-swatch" style={{ background: colour }} />
              <span>{t(`sharing.coverage.classLong.${changeClass}`, { ...of, db: noticeableChangeDb })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <SignalLevels />
      )}
    </>
  );
};
