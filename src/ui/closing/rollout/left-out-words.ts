import { formatNumber } from '../../../i18n/format.ts';
import { t } from '../../../i18n/language.ts';
import type { LeftOut, Obstacle } from '../../../rollout/rollout-types.ts';
import { billion, rangeText } from '../cost.tsx';

/** What stands in the way, how high it is, and the mast that would look over it. */
export const obstacleText = ({ altitudeM, distanceKm, fromSiteId, mastNeededM }: Obstacle): string => {
  const ridge = t('closing.left.obstacle', {
    altitude: formatNumber(altitudeM),
    km: formatNumber(distanceKm, 1),
    site: fromSiteId,
  });
  const mast =
    mastNeededM === null ? t('closing.left.noMast') : t('closing.left.mast', { height: formatNumber(mastNeededM) });
  return `${ridge} ${mast}`;
};

/** What else there is for the place, with its price at once and each year. */
export const alternativeText = ({ alternative: { means, costVnd, vndPerYear } }: LeftOut): string => {
  const first = t('closing.left.alternative', {
    means: t(`rollout.alternative.${means}`),
    cost: billion(costVnd.central),
    range: rangeText(costVnd),
  });
  if (vndPerYear.central === 0) return first;
  return `${first} ${t('closing.left.yearly', { yearly: formatNumber(vndPerYear.central / 1e6) })}`;
};
