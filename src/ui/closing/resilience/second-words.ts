import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { SecondThread } from '../../../resilience/resilience-types.ts';
import { billion, rangeText } from '../cost.tsx';

/** How a hamlet that hangs by one site would get a second, where and at what price. */
export const secondText = ({ means, siteId, distanceKm, costVnd }: SecondThread): string => {
  const where =
    siteId === null || distanceKm === null
      ? ''
      : t('closing.resilience.secondAt', { site: siteId, km: formatNumber(distanceKm, 1) });
  const price = t('closing.resilience.secondCost', { cost: billion(costVnd.central), range: rangeText(costVnd) });
  return [t(`resilience.means.${means}`), where, price].filter((part) => part !== '').join(' · ');
};
