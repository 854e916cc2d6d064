import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { LevelThere } from './coverage-overlay.ts';
import { operatorName } from './words.ts';

/** Level and operator of a place; the site alone where one site is looked at. */
export const levelTitle = ({ levelDbm, operator, siteId }: LevelThere): string =>
  t('coverage.heard', {
    level: formatNumber(levelDbm, 1),
    who: operator === null ? (siteId ?? '') : operatorName(operator),
  });

/** The serving cell; null where one site is looked at. */
export const levelCell = ({ siteId, cell }: LevelThere): string | null =>
  siteId !== null && cell ? t('coverage.heardCell', { site: siteId, band: cell.band }) : null;
