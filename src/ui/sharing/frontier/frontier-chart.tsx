import { useState } from 'preact/hooks';
import { formatBillionVnd, formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { FrontierPoint } from '../../../sharing/plan/frontier.ts';
import type { SharingRules } from '../../../sharing/plan/plan-types.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { chartSize, frontierChart } from './frontier-geometry.ts';

const { width, height, left, right, top, bottom } = chartSize;

/** Past this a label stands before its line, or it would leave the chart. */
const lastRoomX = width - 110;

/** A rate marked down the chart, its label in a row of its own so that two near each other can be read. */
const Mark = ({ x, label, row }: { x: number; label: string; row: 0 | 1 }) => (
  <g class="frontier-mark">
    <line x1={x} x2={x} y1={14 + row * 13 - 9} y2={height - bottom} />
    <text x={x < lastRoomX ? x + 4 : x - 4} y={12 + row * 13} text-anchor={x < lastRoomX ? 'start' : 'end'}>
      {label}
    </text>
  </g>
);

/** How far a point may be from the best there is. */
const proofOf = ({ gap }: FrontierPoint): string =>
  gap === null ? t('sharing.frontier.unproven') : t('sharing.frontier.gap', { gap: formatShare(gap, 2) });

/** What a point counts: merges of standing sites, or planned sites that are not built. */
type Counted = 'merges' | 'planned';

const pointText = (point: FrontierPoint, counted: Counted): string =>
  t(counted === 'merges' ? 'sharing.frontier.point' : 'sharing.frontier.pointPlanned', {
    rate: formatShare(point.rate, 2),
    count: formatNumber(point.count),
    saving: formatBillionVnd(point.savingVnd.central),
    low: formatBillionVnd(point.savingVnd.low),
    high: formatBillionVnd(point.savingVnd.high),
    proof: proofOf(point),
  });

interface ChartProps {
  points: readonly FrontierPoint[];
  definition: SharingRules['definition'];
  todayRate: number;
  targetRate: number;
  counted: Counted;
  /** Drawn as not settled yet. */
  isDraft?: boolean;
}

const Chart = ({ points, definition, todayRate, targetRate, counted, isDraft = false }: ChartProps) => {
  const start = points.findIndex(({ rate }) => rate >= targetRate - 1e-9);
  const [at, setAt] = useState<number | null>(null);
  const chart = frontierChart(points, todayRate);
  const shown = Math.min(at ?? (start >= 0 ? start : points.length - 1), points.length - 1);
  const point = points[shown];
  const step = (by: number): void => setAt(Math.max(0, Math.min(points.length - 1, shown + by)));
  return (
    <>
      <div
        class="frontier"
        role="slider"
        tabIndex={0}
        data-draft={isDraft}
        aria-label={t('sharing.frontier.title')}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={shown}
        aria-valuetext={pointText(point, counted)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt(chart.nearest(((event.clientX - box.left) / box.width) * width));
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') step(-1);
          else if (event.key === 'ArrowRight') step(1);
          else if (event.key === 'Home') setAt(0);
          else if (event.key === 'End') setAt(points.length - 1);
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
                  {formatNumber(value / 1e9, chart.yDecimals)}
                </text>
              </g>
            ))}
            {chart.xTicks.map((value) => (
              <text key={value} x={chart.x(value)} y={height - bottom + 15} text-anchor="middle">
                {formatNumber(value * 100, chart.xDecimals)}
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
      <p class="tabular frontier-read">{pointText(point, counted)}</p>
    </>
  );
};

const Table = ({ points, counted }: Pick<ChartProps, 'points' | 'counted'>) => (
  <Disclosure title={t('sharing.frontier.table')}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('sharing.frontier.rate')}</th>
          <th scope="col" class="number">
            {t(counted === 'merges' ? 'sharing.frontier.count' : 'sharing.frontier.countPlanned')}
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
            <td class="number">{gap === null ? t('sharing.frontier.no') : formatShare(gap, 2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Disclosure>
);

/** Saving against rate as a line in its band, each point to be read, and all of them as a table. */
export const FrontierChart = (props: ChartProps) => (
  <>
    <Chart {...props} />
    <Table points={props.points} counted={props.counted} />
  </>
);
