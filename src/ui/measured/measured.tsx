import { useEffect } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { MeasuredComparison } from '../../measured/compare.ts';
import { type ErrorStats, leastPoints } from '../../measured/errors.ts';
import { faultText } from '../app-state/fault-text.ts';
import { lookup, opened } from '../app-state/study.ts';
import { CheckField } from '../kit/check-field.tsx';
import { CountProgress } from '../kit/count-progress.tsx';
import { Calibration } from './calibration.tsx';
import { compareWithModel, followMeasured, measuredCount, measuredJob, measuredShown } from './measurements.ts';

const Row = ({ name, stats: { count, biasDb, rmseDb, isEnough } }: { name: string; stats: ErrorStats }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="number">{formatNumber(count)}</td>
    <td class="number">{isEnough ? formatNumber(biasDb, 1) : t('measured.few')}</td>
    <td class="number">{isEnough ? formatNumber(rmseDb, 1) : t('measured.few')}</td>
  </tr>
);

interface GroupProps {
  title: string;
  rows: readonly { name: string; stats: ErrorStats }[];
}

const Group = ({ title, rows }: GroupProps) => (
  <table class="table measured-table">
    <thead>
      <tr>
        <th scope="col">{title}</th>
        <th scope="col" class="number">
          {t('measured.points')}
        </th>
        <th scope="col" class="number">
          {t('measured.bias')}
        </th>
        <th scope="col" class="number">
          {t('measured.rmse')}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, stats }) => (
        <Row key={name} name={name} stats={stats} />
      ))}
    </tbody>
  </table>
);

const Result = ({ comparison }: { comparison: MeasuredComparison }) => {
  const { all, byOperator, byLandCover, noLevel, calibration } = comparison;
  const operatorName = (id: string): string => lookup.value?.operatorName(id) ?? id;
  const isSynthetic = opened.value?.pack.manifest.provenance.sites.kind === 'synthetic';
  return (
    <div data-measured={all.count}>
      {isSynthetic && <p class="note-synthetic">{t('measured.synthetic')}</p>}
      <Group
        title={t('measured.operator')}
        rows={[
          { name: t('measured.all'), stats: all },
          ...byOperator.map(({ operator, stats }) => ({ name: operatorName(operator), stats })),
        ]}
      />
      <Group
        title={t('measured.landCover')}
        rows={byLandCover.map(({ landCover, stats }) => ({ name: t(`measured.cover.${landCover}`), stats }))}
      />
      <p class="quiet">
        {t('measured.meaning')} {t('measured.fewNote', { least: leastPoints })}
        {noLevel > 0 && ` ${t('measured.unheard', { count: formatNumber(noLevel) })}`}
      </p>
      <Calibration calibration={calibration} />
    </div>
  );
};

/** What was measured beside what is predicted; not there where nothing was measured. */
export const Measured = () => {
  useEffect(followMeasured, []);
  const state = measuredJob.state.value;
  const comparison = measuredJob.result.value;
  const count = measuredCount.value;
  if (count === 0) return null;
  return (
    <section class="block">
      <h3>{t('measured.title')}</h3>
      <p class="quiet">{t('measured.intro', { count: formatNumber(count) })}</p>
      <CheckField name="measuredShown" label={t('measured.show')} on={measuredShown} />
      <div role="status">
        {state.kind === 'running' && (
          <CountProgress
            label={t('measured.working')}
            done={state.done}
            total={state.total}
            cancel={t('measured.cancel')}
            onCancel={measuredJob.reset}
            fit="wide"
            isCounted={false}
          />
        )}
        {state.kind === 'failed' && (
          <p class="warning-note">{t('measured.failed', { message: faultText(state.error) })}</p>
        )}
      </div>
      {state.kind !== 'running' && (
        <button type="button" class="button" data-action="compare-measured" onClick={compareWithModel}>
          {t('measured.compare')}
        </button>
      )}
      {comparison && <Result comparison={comparison} />}
    </section>
  );
};
