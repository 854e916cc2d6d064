import { hamletPoints } from '../../src/coverage/service/hamlet-points.ts';
import { createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings, type ServiceSettings } from '../../src/coverage/service/service-types.ts';
import { isServed } from '../../src/coverage/service/status.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Site } from '../../src/model/site.ts';

/** Keys of the places that a network serves, computed anew by the strongest server of each; a place is `hamlet place`. */
export const servedPlaces = (
  { hamlets, terrain, landCover, facts }: Pack,
  sites: readonly Site[],
  operator: string | null,
  settings: ServiceSettings = defaultServiceSettings,
): Set<string> => {
  const { positions, hamletStart } = hamletPoints(hamlets);
  const operators = facts.operators.map(({ id }) => id);
  const { best } = createServiceEvaluator(
    { terrain, landCover, points: positions, sites, bands: facts.bands, antennas: facts.antennas, operators },
    settings,
  );
  const asked = operators.flatMap((id, o) => (operator === null || operator === id ? [o] : []));
  const served = new Set<string>();
  hamlets.forEach((_, h) => {
    for (let point = hamletStart[h]; point < hamletStart[h + 1]; point++) {
      const place = point === hamletStart[h] ? 'centre' : point - hamletStart[h] - 1;
      if (asked.some((o) => isServed(best(point, o).levelDbm, settings.thresholdDbm))) served.add(`${h} ${place}`);
    }
  });
  return served;
};

export const placeKey = ({ hamlet, place }: { hamlet: number; place: 'centre' | number }): string =>
  `${hamlet} ${place}`;
