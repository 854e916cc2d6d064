import { featureCollection, lineString, point, simplify } from '@turf/turf';
import type { FeatureCollection, LineString, Point } from 'geojson';
import { distanceM } from '../../../src/geo/distance.ts';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import type { FibreNodeProperties, FibreRouteProperties } from '../../../src/model/pack.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { Ground } from '../ground.ts';
import { type CableLink, cableTree } from './cable-tree.ts';
import { landOf, roundDegrees } from './land.ts';
import { officeCell } from './offices.ts';

/** Bends smaller than this are not drawn: about 20 m. */
const simplifyDegrees = 0.0002;

/**
 * Synthetic fibre: a node at every commune's office and at every hamlet that has fibre, and the routes of a tree that
 * joins them all along roads and low ground. Hamlets hang on their own commune's office where the land lets them.
 */
export const buildFibre = (
  ground: Ground,
  hamlets: readonly Hamlet[],
): {
  nodes: FeatureCollection<Point, FibreNodeProperties>;
  routes: FeatureCollection<LineString, FibreRouteProperties>;
} => {
  const land = landOf(ground);
  const offices = land.communes.map(({ code }, c) => ({
    properties: { id: `F-${code}`, kind: 'office', communeCode: code } satisfies FibreNodeProperties,
    position: land.positionIn(officeCell(land, c), 0.5, 0.5),
  }));
  const lit = hamlets
    .filter((h) => h.hasFibre)
    .map(({ id, communeCode, centre }) => ({
      properties: { id: `F-${id}`, kind: 'hamlet', communeCode } satisfies FibreNodeProperties,
      position: centre,
    }));
  const nodes = [...offices, ...lit];
  const links = cableTree(
    land,
    nodes.map(({ position, properties }) => ({ position, group: properties.communeCode })),
  );
  return {
    nodes: featureCollection(
      nodes.map(({ properties, position }) => point([...position], properties, { id: properties.id })),
    ),
    routes: featureCollection(
      links.map((link, k) => {
        const id = `FR${String(k + 1).padStart(4, '0')}`;
        const line = drawn(link);
        const properties: FibreRouteProperties = {
          id,
          from: nodes[link.from].properties.id,
          to: nodes[link.to].properties.id,
          lengthKm: lengthKm(line),
        };
        return lineString(
          line.map((p) => [...p]),
          properties,
          { id },
        );
      }),
    ),
  };
};

const drawn = ({ way }: CableLink): LonLat[] => {
  if (way.length < 3) return [...way];
  const line = simplify(lineString(way.map((p) => [...p])), { tolerance: simplifyDegrees, highQuality: true });
  return line.geometry.coordinates.map(([lon, lat]) => [roundDegrees(lon), roundDegrees(lat)]);
};

const lengthKm = (line: readonly LonLat[]): number => {
  let lengthM = 0;
  for (let k = 1; k < line.length; k++) lengthM += distanceM(line[k - 1], line[k]);
  return Math.round(lengthM) / 1000;
};
