import type { PilotHamlet } from '../../findings/findings.ts';
import { formatBillionVnd, formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { asked } from '../app-state/asked.ts';
import { PlaceLink } from '../kit/place-link.tsx';

const Row = ({ row: { hamletId, name, people, gap, remedy, order } }: { row: PilotHamlet }) => (
  <li data-pilot-hamlet={hamletId}>
    {order !== null && `${formatNumber(order)}. `}
    <PlaceLink kind="hamlet" id={hamletId}>
      {name}
    </PlaceLink>
    <span class="quiet">
      {' · '}
      {formatNumber(people)} {t('unit.people')} · {gap && t(`overview.lacks.${gap}`, asked.value)} ·{' '}
      {remedy ? t(`overview.means.${remedy.means}`) : t('promise.nonePlanned')}
      {remedy?.costVnd &&
        ` · ${t('unit.billionVnd', {
          value: `${formatBillionVnd(remedy.costVnd.low)}–${formatBillionVnd(remedy.costVnd.high)}`,
        })}`}
    </span>
  </li>
);

/** The pilot communes: in each, the hamlets that lack something, in order, and how many lack nothing. */
export const PilotHamlets = ({ rows }: { rows: readonly PilotHamlet[] }) => {
  const communes = [...new Map(rows.map(({ communeCode, communeName }) => [communeCode, communeName]))];
  return (
    <>
      {communes.map(([code, name]) => {
        const own = rows.filter(({ communeCode }) => communeCode === code);
        const lacking = own.filter(({ gap }) => gap !== null);
        return (
          <section key={code} class="pilot">
            <h4>
              <PlaceLink kind="commune" id={code}>
                {name}
              </PlaceLink>
            </h4>
            {lacking.length > 0 && (
              <ul class="pilot-hamlets">
                {lacking.map((row) => (
                  <Row key={`${row.hamletId} ${row.gap}`} row={row} />
                ))}
              </ul>
            )}
            <p class="quiet">{t('overview.lackNothing', { hamlets: formatNumber(own.length - lacking.length) })}</p>
          </section>
        );
      })}
    </>
  );
};
