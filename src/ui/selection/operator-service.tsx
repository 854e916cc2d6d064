import type { OperatorService } from '../../findings/findings.ts';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { asked } from '../app-state/asked.ts';
import { lookup } from '../app-state/study.ts';
import { PlaceLink } from '../kit/place-link.tsx';
import { StatusLabel } from '../kit/status-mark.tsx';
import { type Carrier, openPathTo } from '../path/index.ts';

const signed = (value: number): string => (value > 0 ? `+${formatNumber(value, 1)}` : formatNumber(value, 1));

const carrierOf = (siteId: string, cellId: string | null): Carrier | null => {
  for (const { operator, cells } of lookup.value?.site(siteId)?.tenants ?? []) {
    const cell = cells.find(({ id }) => id === cellId);
    if (cell) return { operator, technology: cell.technology, band: cell.band };
  }
  return null;
};

/** The way to the profile of the path an operator's best cell takes to a hamlet. */
const WhyButton = ({ hamletId, service }: OperatorServiceRowProps) => {
  const { operator, siteId, cellId } = service;
  const carrier = siteId === null ? null : carrierOf(siteId, cellId);
  if (siteId === null || carrier === null) return null;
  const label = t('selection.pathToLabel', {
    site: siteId,
    operator: lookup.value?.operatorName(operator) ?? operator,
  });
  return (
    <button type="button" class="link why" aria-label={label} onClick={() => openPathTo(hamletId, siteId, carrier)}>
      {t('selection.pathTo')}
    </button>
  );
};

interface OperatorServiceRowProps {
  hamletId: string;
  service: OperatorService;
}

/** One operator at one hamlet: status, strength, margin, certainty, and the site it comes from. */
export const OperatorServiceRow = ({ hamletId, service }: OperatorServiceRowProps) => {
  const { operator, status, levelDbm, marginDb, certainty, siteId, cellId, distanceKm } = service;
  return (
    <li data-operator={operator}>
      <div class="operator-head">
        <strong>{lookup.value?.operatorName(operator) ?? operator}</strong>
        <StatusLabel status={status} />
      </div>
      {levelDbm === null ? (
        <p class="quiet">
          {t(`selection.nothing.${status === 'absent' || status === 'unknown' ? status : 'heard'}`, asked.value)}
        </p>
      ) : (
        <>
          <p class="tabular">
            {t('unit.dbm', { value: formatNumber(levelDbm, 1) })}
            {marginDb !== null && (
              <span title={t('selection.margin')}> ({t('unit.db', { value: signed(marginDb) })})</span>
            )}
            <span class="quiet"> · {t(`certainty.${certainty}`)}</span>
          </p>
          {siteId !== null && (
            <p class="quiet" title={cellId ?? undefined}>
              {t(status === 'none' ? 'selection.nearestSite' : 'selection.servedBy')}:{' '}
              <PlaceLink kind="site" id={siteId}>
                {siteId}
              </PlaceLink>
              {distanceKm !== null && `, ${t('unit.km', { value: formatNumber(distanceKm, 1) })}`}
            </p>
          )}
          <WhyButton hamletId={hamletId} service={service} />
        </>
      )}
    </li>
  );
};
