import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { HeardThere } from './coverage-picture.ts';
import { operatorName } from './words.ts';

/** Level and operator of a place; the site alone where one site is looked at. */
export const heardTitle = ({ rsrpDbm, operator, siteId }: HeardThere): string =>
  t('coverage.heard', {
    level: formatNumber(rsrpDbm, 1),
    who: operator === null ? (siteId ?? '') : operatorName(operator),
  });

/** The serving cell; null where one site is looked at. */
export const heardCell = ({ siteId, cell }: HeardThere): string | null =>
  siteId !== null && cell ? t('coverage.heardCell', { site: siteId, band: cell.band }) : null;
