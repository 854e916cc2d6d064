import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import { asked } from '../../app-state/asked.ts';

const levelText = (dbm: number | null): string =>
  dbm === null
    ? t('sharing.coverage.nothing', asked.value)
    : t('sharing.coverage.level', { level: formatNumber(dbm, 1) });

/** Levels before and after the plan, in words. */
export const planLevelText = ({ beforeDbm, afterDbm }: { beforeDbm: number | null; afterDbm: number | null }): string =>
  t('sharing.coverage.heard', { before: levelText(beforeDbm), after: levelText(afterDbm) });
