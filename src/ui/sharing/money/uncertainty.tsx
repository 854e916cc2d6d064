import { formatBillionVnd, formatNumber, formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { TornadoBar } from '../../../money/uncertainty.ts';
import type { Uncertainty as Found, SharingMoney } from '../../../sharing/plan/plan-types.ts';
import { parameterName } from './parameter-name.ts';

const cases = [
  ['consolidation', 'sharing.consolidation'],
  ['avoidedNewBuild', 'sharing.avoided'],
] as const;

/** Bars a page shows; the rest move the figure too little to see. */
const mostBars = 6;

const Chances = ({ money }: { money: SharingMoney }) => (
  <table class="table">
    <thead>
      <tr>
        <td />
        <th scope="col" class="number">
          {t('sharing.chance.mean')}
        </th>
        {[10, 50, 90].map((n) => (
          <th key={n} scope="col" class="number">
            {t('sharing.chance.p', { n })}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {cases.map(([which, label]) => {
        const { mean, p10, p50, p90, gainShare } = money[which].monteCarlo;
        return (
          <tr key={which} data-monteCarlo={which}>
            <th scope="row">
              {t(label)}
              <span class="figure-note">{t('sharing.chance.gain', { share: formatShare(gainShare) })}</span>
            </th>
            <td class="number">{formatBillionVnd(mean)}</td>
            {[p10, p50, p90].map((value, k) => (
              <td key={[10, 50, 90][k]} class="number">
                {formatBillionVnd(value)}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  </table>
);

const Bar = ({ bar, at }: { bar: TornadoBar; at: (vnd: number) => number }) => {
  const { parameter, atLow, atHigh } = bar;
  const [from, to] = [Math.min(atLow, atHigh), Math.max(atLow, atHigh)];
  const ends = from === atLow ? (['low', 'high'] as const) : (['high', 'low'] as const);
  return (
    <li class="swing" data-bar={parameter}>
      <span class="swing-name">{parameterName(parameter)}</span>
      <span class="swing-track">
        <span
          class="swing-bar"
          data-from={ends[0]}
          style={{ left: `${at(from)}%`, width: `${Math.max(0.5, at(to) - at(from))}%` }}
        />
      </span>
      <span class="swing-ends tabular">
        <span title={t(`sharing.swing.${ends[0]}`)}>{formatBillionVnd(from)}</span>
        <span title={t(`sharing.swing.${ends[1]}`)}>{formatBillionVnd(to)}</span>
      </span>
    </li>
  );
};

const Tornado = ({ found: { tornado }, central, label }: { found: Found; central: number; label: string }) => {
  if (tornado.length === 0) return null;
  const all = tornado.flatMap(({ atLow, atHigh }) => [atLow, atHigh]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const at = (vnd: number): number => ((vnd - least) / Math.max(1, most - least)) * 100;
  return (
    <figure class="tornado" style={{ '--central': `${at(central)}%` }}>
      <figcaption>{label}</figcaption>
      <ul aria-label={label}>
        {tornado.slice(0, mostBars).map((bar) => (
          <Bar key={bar.parameter} bar={bar} at={at} />
        ))}
      </ul>
    </figure>
  );
};

/** How sure the money is: all parameters at once, then each alone. */
export const Uncertainty = ({ money }: { money: SharingMoney }) => (
  <>
    <section class="block">
      <h3>{t('sharing.chance.title')}</h3>
      <Chances money={money} />
      <p class="quiet">{t('sharing.chance.note', { draws: formatNumber(money.consolidation.monteCarlo.draws) })}</p>
    </section>
    <section class="block">
      <h3>{t('sharing.swing.title')}</h3>
      <p class="quiet">{t('sharing.swing.note')}</p>
      <Tornado
        found={money.consolidation}
        central={money.consolidationVnd.central}
        label={t('sharing.consolidation')}
      />
      <Tornado found={money.avoidedNewBuild} central={money.avoidedNewBuildVnd.central} label={t('sharing.avoided')} />
    </section>
  </>
);
