import { useState } from 'preact/hooks';
import { formatBillionVnd, formatNumber, formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Frontier as Found, FrontierPoint } from '../../sharing/frontier.ts';
import { Disclosure } from '../parts/disclosure.tsx';
import { Icon } from '../parts/icon.tsx';
import { timeLeft } from '../parts/time-left.ts';
import { cancelFrontier, computeFrontier, frontier } from '../state/sharing.ts';
import { currentFindings } from '../state/study.ts';
import { chartSize, frontierChart } from './frontier-geometry.ts';

const { width, height, left, right, top, bottom } = chartSize;

/** A rate marked down the chart, its label in a row of its own so that two near each other can be read. */
const Mark = ({ x, label, row }: { x: number; label: string; row: 0 | 1 }) => (
  <g class="frontier-mark">
    <line x1={x} x2={x} y1={14 + row * 13 - 9} y2={height - bottom} />
    <text x={x + 4} y={12 + row * 13}>
      {label}
    </text>
  </g>
);

const pointText = ({ rate, count, savingVnd }: FrontierPoint): string =>
  t('sharing.frontier.point', {
    rate: formatShare(rate, 2),
    count: formatNumber(count),
    saving: formatBillionVnd(savingVnd.central),
    low: formatBillionVnd(savingVnd.low),
    high: formatBillionVnd(savingVnd.high),
  });

interface ChartProps {
  points: readonly FrontierPoint[];
  definition: Found['definition'];
  todayRate: number;
  targetRate: number;
}

const Chart = ({ points, definition, todayRate, targetRate }: ChartProps) => {
  const start = points.findIndex(({ rate }) => rate >= targetRate - 1e-9);
  const [at, setAt] = useState<number | null>(null);
  const chart = frontierChart(points);
  const shown = at ?? (start >= 0 ? start : points.length - 1);
  const point = points[Math.min(shown, points.length - 1)];
  const step = (by: number): void => setAt(Math.max(0, Math.min(points.length - 1, shown + by)));
  return (
    <>
      <div
        class="frontier"
        role="slider"
        tabIndex={0}
        aria-label={t('sharing.frontier.title')}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={shown}
        aria-valuetext={pointText(point)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt(chart.nearest(((event.clientX - box.left) / box.width) * width));
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') step(-1);
          else if (event.key === 'ArrowRight') step(1);
          else return;
          event.preventDefault();
        }}
      >
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <g class="chart-axes">
            {chart.yTicks.map((value) => (
              <g key={value}>
                <line x1={left} x2={width - right} y1={chart.y(value)} y2={chart.y(value)} />
                <text x={left - 6} y={chart.y(value) + 4} text-anchor="end">
                  {formatNumber(value / 1e9)}
                </text>
              </g>
            ))}
            {chart.xTicks.map((value) => (
              <text key={value} x={chart.x(value)} y={height - bottom + 15} text-anchor="middle">
                {formatNumber(value * 100)}
              </text>
            ))}
            <text class="chart-unit" x={(left + width - right) / 2} y={height - 4} text-anchor="middle">
              {t('sharing.frontier.x', { definition })}
            </text>
            <text
              class="chart-unit"
              transform={`translate(10 ${(top + height - bottom) / 2}) rotate(-90)`}
              text-anchor="middle"
            >
              {t('sharing.frontier.y')}
            </text>
          </g>
          <path class="frontier-band" d={chart.band} />
          <path class="frontier-line" d={chart.line} />
          <Mark
            x={chart.x(todayRate)}
            label={t('sharing.frontier.todayMark', { rate: formatShare(todayRate) })}
            row={0}
          />
          {start > 0 && (
            <Mark
              x={chart.x(targetRate)}
              label={t('sharing.frontier.targetMark', { rate: formatShare(targetRate) })}
              row={1}
            />
          )}
          <circle class="frontier-point" cx={chart.x(point.rate)} cy={chart.y(point.savingVnd.central)} r={4.5} />
        </svg>
      </div>
      <p class="tabular frontier-read">{pointText(point)}</p>
    </>
  );
};

const Table = ({ points }: { points: readonly FrontierPoint[] }) => (
  <Disclosure title={t('sharing.frontier.table')}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('sharing.frontier.rate')}</th>
          <th scope="col" class="number">
            {t('sharing.frontier.count')}
          </th>
          <th scope="col" class="number">
            {t('sharing.frontier.saving')}
          </th>
          <th scope="col" class="number">
            {t('sharing.frontier.proven')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ rate, count, savingVnd, gap }) => (
          <tr key={rate}>
            <th scope="row">{formatShare(rate, 2)}</th>
            <td class="number">{formatNumber(count)}</td>
            <td class="number">
              {formatBillionVnd(savingVnd.central)}{' '}
              <span class="quiet">
                ({formatBillionVnd(savingVnd.low)} … {formatBillionVnd(savingVnd.high)})
              </span>
            </td>
            <td class="number">{t(gap === 0 ? 'sharing.frontier.yes' : 'sharing.frontier.no')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Disclosure>
);

const Ready = ({ found, targetRate }: { found: Found; targetRate: number }) => {
  const [which, setWhich] = useState<'consolidation' | 'avoidedNewBuild'>('consolidation');
  const points = found[which];
  const most = points[points.length - 1];
  return (
    <>
      <fieldset class="segments frontier-cases" aria-label={t('sharing.frontier.which')}>
        {(['consolidation', 'avoidedNewBuild'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={which === one} onClick={() => setWhich(one)}>
            {t(`sharing.frontier.${one}`)}
          </button>
        ))}
      </fieldset>
      <Chart
        key={which}
        points={points}
        definition={found.definition}
        todayRate={found.todayRate}
        targetRate={targetRate}
      />
      <p class="quiet">
        {t('sharing.frontier.most', { rate: formatShare(most.rate, 2), count: formatNumber(most.count) })}
      </p>
      <Table points={points} />
    </>
  );
};

/** Saving against sharing rate; worked out when asked for, as it takes a while. */
export const Frontier = ({ targetRate }: { targetRate: number }) => {
  const state = frontier.value;
  return (
    <section class="block">
      <h3>{t('sharing.frontier.title')}</h3>
      <p class="quiet">{t('sharing.frontier.note')}</p>
      {state.kind === 'running' && (
        <div class="frontier-running" role="status">
          <progress max={state.total} value={state.done} aria-label={t('sharing.frontier.title')} />
          <span class="quiet tabular">
            {t('sharing.frontier.running', { done: state.done, total: state.total })} {timeLeft(state.secondsLeft)}
          </span>
          <button type="button" class="button small" onClick={cancelFrontier}>
            {t('sharing.frontier.cancel')}
          </button>
        </div>
      )}
      {state.kind === 'failed' && (
        <p role="alert">
          <Icon name="warning" size={18} /> {t('sharing.frontier.failed', { message: state.message })}
        </p>
      )}
      {state.kind === 'ready' && <Ready found={state.frontier} targetRate={targetRate} />}
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
    </section>
  );
};
