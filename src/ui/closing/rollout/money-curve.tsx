import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { billion, rangeText } from '../cost.tsx';
import { Work } from '../work.tsx';
import { curveSize, moneyCurve } from './curve-geometry.ts';
import { curveJob, drawCurve, type MoneyCurve as Found } from './curve-job.ts';
import { planned, prospectsJob } from './rollout-jobs.ts';

const { width, height, left, right, top, bottom } = curveSize;

const Chart = ({ found }: { found: Found }) => {
  const chart = moneyCurve(found);
  const plan = planned.value?.result.finding;
  const [from, to] = chart.x.domain();
  const cost = plan?.costVnd.central ?? -1;
  return (
    <svg class="closing-curve" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g class="chart-axes">
        {chart.yTicks.map((value) => (
          <g key={value}>
            <line x1={left} x2={width - right} y1={chart.y(value)} y2={chart.y(value)} />
            <text x={left - 6} y={chart.y(value) + 4} text-anchor="end">
              {formatNumber(value)}
            </text>
          </g>
        ))}
        {chart.xTicks.map((value) => (
          <text key={value} x={chart.x(value)} y={height - bottom + 15} text-anchor="middle">
            {formatNumber(value / 1e9, chart.xDecimals)}
          </text>
        ))}
        <text class="chart-unit" x={(left + width - right) / 2} y={height - 4} text-anchor="middle">
          {t('closing.curve.x')}
        </text>
        <text
          class="chart-unit"
          transform={`translate(10 ${(top + height - bottom) / 2}) rotate(-90)`}
          text-anchor="middle"
        >
          {t('closing.curve.y')}
        </text>
      </g>
      <path class="frontier-line" d={chart.line} />
      {plan && cost >= from && cost <= to && (
        <circle class="frontier-point" cx={chart.x(cost)} cy={chart.y(plan.people.served)} r={4.5} />
      )}
    </svg>
  );
};

const Table = ({ points }: Found) => (
  <Disclosure title={t('closing.curve.table')}>
    <table class="table">
      <thead>
        <tr>
          <th scope="col" class="number">
            {t('closing.curve.cost')}
          </th>
          <th scope="col" class="number">
            {t('closing.curve.people')}
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ costVnd, people }) => (
          <tr key={costVnd.central}>
            <td class="number">
              {billion(costVnd.central)} <span class="quiet">({rangeText(costVnd)})</span>
            </td>
            <td class="number">{formatNumber(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Disclosure>
);

/** How many people more money serves, by plans made at once. */
export const MoneyCurve = () => {
  const found = curveJob.isStale.value ? null : curveJob.result.value;
  if (!prospectsJob.settled.value) return null;
  return (
    <section class="block">
      <h3>{t('closing.curve.title')}</h3>
      <p class="quiet">{t('closing.curve.note')}</p>
      <Work job={curveJob} action="curve" start={t('closing.curve.draw')} onStart={drawCurve} />
      {found && found.points.length > 1 && (
        <>
          <Chart found={found} />
          <Table {...found} />
        </>
      )}
    </section>
  );
};
