import { distanceM } from '../../geo/distance.ts';
import type { LonLat } from '../../model/place.ts';
import { exactly, plus, scaled } from '../../money/range.ts';
import type { RolloutParameters } from '../parameters.ts';
import type { Power, RolloutScene } from '../rollout-types.ts';

/**
 * Power of a new site: the grid, brought from the nearest hamlet, or panels where those are cheaper. A pack that does not
 * say whether the hamlet has the grid leaves the range open: from a line that starts there to panels.
 */
export const createPower = ({ hamlets }: Pick<RolloutScene, 'hamlets'>, parameters: RolloutParameters) => {
  const places = hamlets.flatMap((hamlet) =>
    [hamlet.centre, ...hamlet.clusters.map(({ position }) => position)].map((position) => ({ hamlet, position })),
  );
  return (position: LonLat, isSmall: boolean): Power => {
    const panels = isSmall ? parameters.smallSolarVnd : parameters.solarVnd;
    let nearest: (typeof places)[number] | null = null;
    let nearestM = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const away = distanceM(place.position, position);
      if (away < nearestM) [nearest, nearestM] = [place, away];
    }
    const has = nearest?.hamlet.gridPower ?? 'unknown';
    if (has === 'no' || !nearest) return { means: 'solar', costVnd: panels, isKnown: has === 'no' };
    const line = plus(scaled(parameters.gridVndPerKm, nearestM / 1000), isSmall ? exactly(0) : parameters.batteryVnd);
    const grid = line.central <= panels.central;
    if (has === 'yes') return { means: grid ? 'grid' : 'solar', costVnd: grid ? line : panels, isKnown: true };
    const costVnd = {
      low: Math.min(line.low, panels.low),
      central: Math.min(line.central, panels.central),
      high: Math.max(panels.high, Math.min(line.high, panels.high)),
    };
    return { means: 'unknown', costVnd, isKnown: false };
  };
};
