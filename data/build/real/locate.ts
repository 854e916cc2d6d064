import type { FeatureCollection } from 'geojson';
import type { ProblemList } from '../../../src/files/problem-list.ts';
import { distanceOutsideKm, insideTest } from '../../../src/files/vector/inside.ts';
import type { AreaGeometry } from '../../../src/model/pack.ts';
import type { Commune } from '../../../src/model/place.ts';
import type { RawPoint } from './points.ts';
import { asCommuneCode, communeCodeNames, guessText } from './properties.ts';

/** Finds the commune of a point: the one its properties name, else the one it lies in. Tells what is wrong. */
export type CommuneFinder = (point: RawPoint, file: string, problems: ProblemList) => Commune | undefined;

/** Names under which a point may state its commune; a bare 'code' or 'ma' is the point's own. */
const stated = communeCodeNames.filter((name) => name !== 'code' && name !== 'ma');

/**
 * Every point must lie in the province (`outside-province`, with the distance) and may name only a commune of the
 * register (`unknown-commune`); one that lies in another commune than it names is a warning.
 */
export const communeFinder = (communes: FeatureCollection<AreaGeometry, Commune>): CommuneFinder => {
  const places = communes.features.map(({ geometry, properties }) => ({
    geometry,
    commune: properties,
    inside: insideTest(geometry),
  }));
  const byCode = new Map(communes.features.map(({ properties }) => [properties.code, properties]));
  return ({ place, position, properties }, file, problems) => {
    const there = places.find(({ inside }) => inside(position))?.commune;
    const value = position.join(', ');
    if (!there) {
      const distanceKm = Math.min(...places.map(({ geometry }) => distanceOutsideKm(geometry, position)));
      problems.error({ file, place, value, rule: 'outside-province', ruleValues: { distanceKm } });
      return undefined;
    }
    const code = guessText(properties, stated);
    if (code === undefined) return there;
    const named = byCode.get(asCommuneCode(code));
    if (!named) {
      const ruleValues = { vintage: there.vintage };
      problems.error({ file, place, value: code, rule: 'unknown-commune', ruleValues });
    } else if (named !== there) {
      const ruleValues = { commune: `${named.name} (${named.code})` };
      problems.warning({ file, place, value, rule: 'outside-commune', ruleValues });
    }
    return named;
  };
};
