import { describe, expect, it } from 'vitest';
import { type RoadNetwork, roadNetwork } from '../../src/fibre/graph/road-network.ts';
import { destination, distanceM } from '../../src/geo/distance.ts';
import type { LonLat } from '../../src/model/place.ts';

const zoom = 12;
const start: LonLat = [105.8, 21.6];
/** So many metres east and north of the start. */
const at = (eastM: number, northM: number): number[] => [...destination(destination(start, 90, eastM), 0, northM)];

const lengthM = ({ links }: RoadNetwork): number => links.reduce((sum, link) => sum + link.lengthM, 0);

/** How many pieces the network falls into. */
const piecesOf = ({ positions, links }: RoadNetwork): number => {
  const parent = positions.map((_, i) => i);
  const find = (i: number): number => (parent[i] === i ? i : find(parent[i]));
  for (const { a, b } of links) parent[find(a)] = find(b);
  return new Set(positions.map((_, i) => find(i))).size;
};

describe('a road network', () => {
  it('has a point at least every so many metres, and the length of its lines', () => {
    const network = roadNetwork([[at(0, 0), at(950, 0)]], 100, zoom);
    expect(network.links).toHaveLength(10);
    for (const link of network.links) expect(link.lengthM).toBeLessThanOrEqual(100);
    expect(lengthM(network)).toBeCloseTo(950, 0);
  });

  it('joins lines that share an end', () => {
    const network = roadNetwork(
      [
        [at(0, 0), at(500, 0)],
        [at(500, 0), at(500, 400)],
      ],
      1000,
      zoom,
    );
    expect(piecesOf(network)).toBe(1);
    expect(network.positions).toHaveLength(3);
  });

  it('joins a line that ends on another, or within 10 m of it, where it ends', () => {
    for (const gapM of [0, 8]) {
      const network = roadNetwork(
        [
          [at(0, 0), at(1000, 0)],
          [at(400, gapM), at(400, 600)],
        ],
        5000,
        zoom,
      );
      expect(piecesOf(network), `${gapM} m`).toBe(1);
      expect(network.links).toHaveLength(3);
    }
    expect(
      piecesOf(
        roadNetwork(
          [
            [at(0, 0), at(1000, 0)],
            [at(400, 30), at(400, 600)],
          ],
          5000,
          zoom,
        ),
      ),
    ).toBe(2);
  });

  it('joins lines that cross', () => {
    const network = roadNetwork(
      [
        [at(0, 0), at(1000, 0)],
        [at(300, -200), at(300, 500)],
      ],
      5000,
      zoom,
    );
    expect(piecesOf(network)).toBe(1);
    const crossing = network.positions.find((p) => distanceM(p, at(300, 0) as unknown as LonLat) < 2);
    expect(crossing).toBeDefined();
    expect(lengthM(network)).toBeCloseTo(1700, -1);
  });

  it('is empty without roads', () => {
    expect(roadNetwork([], 100, zoom)).toEqual({ positions: [], links: [] });
    expect(roadNetwork([[at(0, 0), at(0, 0)]], 100, zoom)).toEqual({ positions: [], links: [] });
  });
});
