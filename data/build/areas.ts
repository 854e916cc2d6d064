import { feature, featureCollection, union } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import type { AreaGeometry } from '../../src/model/pack.ts';
import type { AreaOfInterest, Commune } from '../../src/model/place.ts';
import type { AreaFacts } from './facts.ts';

/** Areas of interest with the joined shape of their communes. */
export const buildAreas = (
  communes: FeatureCollection<AreaGeometry, Commune>,
  areas: readonly AreaFacts[],
): FeatureCollection<AreaGeometry, AreaOfInterest> =>
  featureCollection(
    areas.map(({ id, name, nameEn, purpose, communeCodes }) => {
      const own = communes.features.filter((f) => communeCodes.includes(f.properties.code));
      if (own.length !== communeCodes.length) throw new Error(`Area ${id} names a commune that is not in the facts`);
      const shape = own.length === 1 ? own[0] : union(featureCollection(own));
      if (!shape) throw new Error(`Area ${id} has no shape`);
      return feature(shape.geometry, { id, name, nameEn, purpose, communeCodes }, { id });
    }),
  );
