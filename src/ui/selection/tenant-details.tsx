import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { Cell, Tenant } from '../../model/site.ts';
import { opened } from '../app-state/study.ts';

const degrees = (value: number): string => t('unit.deg', { value: formatNumber(value) });

const isOmni = (cell: Cell): boolean =>
  opened.value?.pack.facts.antennas.find(({ id }) => id === cell.antenna)?.kind === 'omni';

/** One operator on a site and its cells. */
export const TenantDetails = ({ tenant, name }: { tenant: Tenant; name: string }) => (
  <details class="tenant">
    <summary>
      <strong>{name}</strong>
      <span class="quiet">
        {t('selection.antennaHeight', { value: formatNumber(tenant.antennaHeightM) })} ·{' '}
        {[...new Set(tenant.cells.map(({ technology }) => technology))].join(', ')}
      </span>
    </summary>
    <ul class="cells">
      {tenant.cells.map((cell) => (
        <li key={cell.id}>
          <span>
            {t('selection.cellLine', {
              technology: cell.technology,
              band: cell.band,
              bandwidth: formatNumber(cell.bandwidthMHz),
            })}
          </span>
          <span class="quiet">
            {isOmni(cell)
              ? t('selection.cellPowerOmni', { power: formatNumber(cell.powerDbm, 1) })
              : t('selection.cellPower', {
                  power: formatNumber(cell.powerDbm, 1),
                  azimuth: degrees(cell.azimuthDeg),
                  mechanical: degrees(cell.mechanicalTiltDeg),
                  electrical: degrees(cell.electricalTiltDeg),
                })}
          </span>
        </li>
      ))}
    </ul>
  </details>
);
