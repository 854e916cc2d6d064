import { t } from '../../i18n/language.ts';
import { opened } from '../app-state/study.ts';
import { position, selection } from '../app-state/view.ts';
import { CheckField } from '../kit/check-field.tsx';
import { Icon } from '../kit/icon.tsx';
import { ProvenanceNote } from '../kit/provenance-note.tsx';
import { SelectField } from '../kit/select-field.tsx';
import { AssumptionsForm } from './assumptions-form.tsx';
import { levelAt, shownImage } from './coverage-overlay.ts';
import { levelCell, levelTitle } from './level-words.ts';
import { LookForm } from './look/look-form.tsx';
import { CoverageProgress } from './province/coverage-progress.tsx';
import { CoverageDownloads } from './province/downloads.tsx';
import { coverage, coverageJob, coverageOn, coverageOperator, startCoverage } from './province/province-coverage.ts';
import { RunAssumptions, RunWarnings } from './province/run-notes.tsx';
import { soloOn, soloSite } from './site/site-coverage.ts';
import { coverageLayers } from './words.ts';

/** The value at the map's centre: for whoever has no pointer to hover with. */
const AtCentre = () => {
  const at = position.value;
  if (!at || !shownImage.value) return null;
  const level = levelAt([at.lon, at.lat]);
  return (
    <p class="quiet" data-at-centre>
      {t('coverage.atCentre')}:{' '}
      {level ? [levelTitle(level), levelCell(level)].filter(Boolean).join(', ') : t('coverage.nothingThere')}
    </p>
  );
};

const OneSite = () => {
  const chosen = selection.value;
  return (
    <section class="block">
      <h3>{t('coverage.site.title')}</h3>
      {chosen?.kind === 'site' ? (
        <button
          type="button"
          class="button"
          aria-pressed={soloSite.value !== null}
          onClick={() => {
            soloOn.value = !soloOn.value;
          }}
        >
          <Icon name="coverage" size={18} />
          {t(soloSite.value ? 'coverage.site.hide' : 'coverage.site.show')} ({chosen.id})
        </button>
      ) : (
        <p class="quiet">{t('coverage.site.select')}</p>
      )}
    </section>
  );
};

/** Coverage of the province: run it, choose whose it is, see what it assumed, take it away as files. */
export const Coverage = () => {
  const pack = opened.value?.pack;
  if (!pack) return <p class="quiet">{t('app.loading')}</p>;
  const shown = coverage.value;
  return (
    <>
      <h2>{t('coverage.title')}</h2>
      <p class="quiet">{t('coverage.intro')}</p>
      <div class="run-form">
        <SelectField
          label={t('coverage.operator')}
          none={t('coverage.best')}
          value={coverageOperator.value}
          choices={pack.facts.operators.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => {
            coverageOperator.value = value;
          }}
        />
        <button
          type="button"
          class="button primary"
          data-action="run-coverage"
          disabled={coverageJob.state.value.kind === 'running'}
          onClick={startCoverage}
        >
          <Icon name="coverage" size={18} />
          {t(shown ? 'coverage.again' : 'coverage.run')}
        </button>
      </div>
      <CoverageProgress />
      {shown && (
        <>
          <CheckField name="coverageOn" label={t('coverage.show')} on={coverageOn} />
          <AtCentre />
          <RunWarnings shown={shown} />
        </>
      )}
      <OneSite />
      {(shown || shownImage.value) && <LookForm />}
      <AssumptionsForm />
      {shown && <RunAssumptions shown={shown} />}
      <CoverageDownloads />
      <ProvenanceNote manifest={pack.manifest} layers={coverageLayers} />
    </>
  );
};
