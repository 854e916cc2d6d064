import { noticeableChangeDb } from '../../../coverage/raster/coverage-change.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { flyToPositions } from '../../app-state/go-to.ts';
import { cellText, operatorName } from '../../coverage/index.ts';
import { type PlanCoverage, planLook, planOperator, planOverlayOn } from './plan-coverage.ts';

/** Half a square of the quick look in which changes are counted, and a little more. */
const aroundDegrees = 0.012;

/** Square kilometres that change, and the way to where most of them lie. */
const Changed = ({ operator, which, change }: PlanCoverage['areas'][number] & { which: 'gained' | 'lost' }) => {
  const km2 = formatNumber(change.byClassKm2[which], 1);
  const at = which === 'lost' ? change.mostLostAt : change.mostGainedAt;
  return (
    <td class="number">
      {at ? (
        <button
          type="button"
          class="link"
          data-most={which}
          aria-label={t(`sharing.coverage.most.${which}`, { km2, who: operatorName(operator) })}
          title={t(`sharing.coverage.most.${which}`, { km2, who: operatorName(operator) })}
          onClick={() => {
            planOperator.value = operator;
            planLook.value = 'difference';
            planOverlayOn.value = true;
            flyToPositions([
              [at[0] - aroundDegrees, at[1] - aroundDegrees],
              [at[0] + aroundDegrees, at[1] + aroundDegrees],
            ]);
          }}
        >
          {km2}
        </button>
      ) : (
        km2
      )}
    </td>
  );
};

/** Square kilometres before and after the plan, operator by operator, and what is gained and lost. */
export const PlanAreas = ({ areas, technology, thresholdDbm, grid }: PlanCoverage) => (
  <>
    <table class="table plan-areas">
      <caption class="quiet">
        {t('sharing.coverage.areas', { technology, threshold: formatNumber(thresholdDbm), cell: cellText(grid.zoom) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('sharing.service.operator')}</th>
          {(['before', 'after'] as const).map((look) => (
            <th key={look} scope="col" class="number">
              {t(`sharing.coverage.look.${look}`)}
            </th>
          ))}
          {(['gained', 'lost'] as const).map((which) => (
            <th key={which} scope="col" class="number">
              {t(`sharing.coverage.class.${which}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map(({ operator, change }) => (
          <tr
            key={operator ?? ''}
            data-area={operator ?? 'best'}
            aria-current={planOperator.value === operator ? 'true' : undefined}
          >
            <th scope="row">
              <button
                type="button"
                class="link"
                aria-pressed={planOperator.value === operator}
                onClick={() => {
                  planOperator.value = operator;
                  planOverlayOn.value = true;
                }}
              >
                {operatorName(operator)}
              </button>
            </th>
            <td class="number">{formatNumber(change.beforeKm2)}</td>
            <td class="number">{formatNumber(change.afterKm2)}</td>
            <Changed operator={operator} change={change} which="gained" />
            <Changed operator={operator} change={change} which="lost" />
          </tr>
        ))}
      </tbody>
    </table>
    <p class="quiet">{t('sharing.coverage.note', { technology, db: noticeableChangeDb })}</p>
  </>
);
