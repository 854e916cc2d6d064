import { terrainHeightM } from '../../../geo/sample.ts';
import { t } from '../../../i18n/language.ts';
import type { Site } from '../../../model/site.ts';
import { settingsOf } from '../../../study/apply-scenario.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { base, study } from '../../app-state/study.ts';
import { Icon } from '../../kit/icon.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { operatorName } from '../words.ts';
import { CellForms } from './cell-forms.tsx';
import { MoveSite } from './move-mast.tsx';
import { siteDrag, siteJob, soloOn, soloOperator } from './site-coverage.ts';

/** Why there is no picture, or that it is on its way. */
const Standing = ({ site, technology }: { site: Site; technology: string }) => {
  const terrain = base.value?.pack.terrain;
  const at = siteDrag.value ?? site.position;
  if (terrain && Number.isNaN(terrainHeightM(terrain, ...at)))
    return <p role="alert">{t('coverage.site.offTerrain')}</p>;
  const state = siteJob.state.value;
  if (state.kind === 'failed') {
    return <p role="alert">{t('coverage.site.failed', { message: faultText(state.error) })}</p>;
  }
  if (!site.tenants.some(({ cells }) => cells.some((cell) => cell.technology === technology))) {
    return <p class="synthetic-note">{t('coverage.site.noCells', { technology })}</p>;
  }
  return siteJob.result.value?.siteId === site.id ? null : <p role="status">{t('coverage.site.working')}</p>;
};

/** Shows the site's coverage alone; while it does, the antennas and the place of the site can be tried out. */
export const SiteCoverageBlock = ({ site }: { site: Site }) => {
  const technology = study.value && settingsOf(study.value).service.technology;
  const isOn = soloOn.value;
  return (
    <section class="block site-coverage" aria-label={t('coverage.site.title')}>
      <button
        type="button"
        class="button"
        data-action="site-coverage"
        aria-pressed={isOn}
        onClick={() => {
          soloOn.value = !isOn;
        }}
      >
        <Icon name="coverage" size={18} />
        {t(isOn ? 'coverage.site.hide' : 'coverage.site.show')}
      </button>
      {isOn && technology && (
        <>
          <p class="quiet">{t('coverage.site.hint')}</p>
          <Standing site={site} technology={technology} />
          {site.tenants.length > 1 && (
            <SelectField
              label={t('coverage.site.operator')}
              none={t('coverage.site.all')}
              value={soloOperator.value}
              choices={site.tenants.map(({ operator }) => ({ value: operator, label: operatorName(operator) }))}
              onChange={(value) => {
                soloOperator.value = value;
              }}
            />
          )}
          {site.tenants.map((tenant) => (
            <CellForms key={tenant.operator} siteId={site.id} tenant={tenant} technology={technology} />
          ))}
          <MoveSite site={site} />
        </>
      )}
    </section>
  );
};
