import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatBillionVnd, formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { ComparedFigure } from '../../../study/difference.ts';
import type { Study } from '../../../study/study.ts';
import { faultText } from '../../app-state/fault-text.ts';
import { run } from '../../app-state/run.ts';
import { SwipeSwitch } from '../swipe/swipe-switch.tsx';
import { comparedA, comparedAsked, comparedB, comparedFigures, comparing } from './comparing.ts';
import { DifferenceList } from './difference-list.tsx';

const central = (value: ComparedFigure['a']): number | null =>
  value === null || typeof value === 'number' ? value : value.central;

const write = (unit: ComparedFigure['unit'], value: number | null): string => {
  if (value === null) return t('status.absent');
  if (unit === 'VND') return formatBillionVnd(value);
  return unit === 'share' ? formatShare(value) : formatNumber(value);
};

const Choice = ({ study, of, label }: { study: Study; of: Signal<string | null>; label: string }) => (
  <label class="field">
    <span>{label}</span>
    <select
      value={of.value ?? ''}
      onChange={(event) => {
        of.value = event.currentTarget.value || null;
      }}
    >
      <option value="">{t('study.base')}</option>
      {study.scenarios.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

const Row = ({ figure: { id, unit, a, b } }: { figure: ComparedFigure }) => {
  const [before, after] = [central(a), central(b)];
  const change = before === null || after === null ? null : after - before;
  return (
    <tr data-compared={id} data-change={change ?? undefined}>
      <th scope="row">
        {t(`headline.${id}`, comparedAsked.value)}
        {unit === 'VND' && <span class="quiet"> ({t('scenarios.billion')})</span>}
      </th>
      <td class="number">{write(unit, before)}</td>
      <td class="number">{write(unit, after)}</td>
      <td class="number">{!change ? '—' : `${change > 0 ? '+' : ''}${write(unit, change)}`}</td>
    </tr>
  );
};

const Table = ({ figures }: { figures: readonly ComparedFigure[] }) => (
  <table class="table">
    <thead>
      <tr>
        <td />
        <th scope="col" class="number">
          A
        </th>
        <th scope="col" class="number">
          B
        </th>
        <th scope="col" class="number">
          B − A
        </th>
      </tr>
    </thead>
    <tbody>
      {figures.map((figure) => (
        <Row key={figure.id} figure={figure} />
      ))}
    </tbody>
  </table>
);

/** Two scenarios by their headline figures, and by what they have differently. */
export const Comparison = ({ study }: { study: Study }) => {
  const { current, scenarios } = study;
  useEffect(() => {
    // the scenario at work is what is asked about, until something else is chosen
    comparedB.value = current ?? scenarios[0]?.id ?? null;
  }, [current]);
  const figures = comparedFigures.value;
  const state = comparing.state.value;
  const isRunning = state.kind === 'running';
  return (
    <section class="block comparison">
      <h3>{t('scenarios.compare')}</h3>
      <div class="edit-grid">
        <Choice study={study} of={comparedA} label="A" />
        <Choice study={study} of={comparedB} label="B" />
      </div>
      {comparedA.value === comparedB.value ? (
        <p class="quiet">{t('scenarios.same')}</p>
      ) : (
        <>
          <SwipeSwitch />
          {figures && <Table figures={figures} />}
          {!figures && (isRunning || run.state.value.kind === 'running') && (
            <p class="quiet" role="status">
              {t('scenarios.comparing', { percent: Math.floor(isRunning ? state.share * 100 : 0) })}
            </p>
          )}
          {state.kind === 'failed' && <p role="alert">{t('run.failedHint', { message: faultText(state.error) })}</p>}
          <DifferenceList />
        </>
      )}
    </section>
  );
};
