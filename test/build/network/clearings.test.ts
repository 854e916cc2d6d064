// @module-tag slow
import { describe, expect, it } from 'vitest';
import { withClearings } from '../../../data/build/network/index.ts';
import { hamletPoints } from '../../../src/coverage/service/hamlet-points.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import { cellCentre, cellIndexAt, gridCovering } from '../../../src/geo/grid.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { PathPoints, profileOver } from '../../../src/radio/profile.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { builtInPack } from '../../support/built-in-pack.ts';

const [open, urban, forest] = [2, 4, 5];
const home: LonLat = [105.82, 21.62];
const grid = gridCovering([105.8, 21.6, 105.84, 21.64], 12);
const covered = (code: number) => ({ grid, data: new Uint8Array(grid.width * grid.height).fill(code) });
const hamlet = aHamlet({ centre: home, clusters: [{ position: home, people: 90 }] });
const siteAt = (position: LonLat) => aSite({ position });
const coverAt = ({ data }: { data: Uint8Array }, position: LonLat): number => data[cellIndexAt(grid, ...position)];

describe('clearings', () => {
  it('open the forest for a hundred metres around a home, and no farther', () => {
    const { data } = withClearings(covered(forest), [hamlet], []);
    const placeOf = (cell: number): LonLat => cellCentre(grid, cell % grid.width, Math.floor(cell / grid.width));
    const centre = placeOf(cellIndexAt(grid, ...home));
    expect(data).toEqual(data.map((_, cell) => (distanceM(centre, placeOf(cell)) <= 100 ? open : forest)));
  });

  it('open the way to a mast within 500 m, and to none beyond', () => {
    const [near, far]: LonLat[] = [
      [105.8245, 21.62],
      [105.82, 21.6253],
    ];
    const cover = withClearings(covered(forest), [hamlet], [siteAt(near), siteAt(far)]);
    expect(coverAt(cover, [105.823, 21.62])).toBe(open);
    expect(coverAt(cover, near)).toBe(open);
    expect(coverAt(cover, [105.82, 21.623])).toBe(forest);
  });

  it('leave houses where they are, and the land cover they were given', () => {
    const given = covered(urban);
    expect(withClearings(given, [hamlet], [siteAt([105.822, 21.62])]).data).toEqual(given.data);
    const trees = covered(forest);
    withClearings(trees, [hamlet], []);
    expect(trees).toEqual(covered(forest));
  });

  it('leave no tree between any home of the built-in pack and a mast within 500 m', async () => {
    const { hamlets, sites, terrain, landCover } = await builtInPack();
    const trees = { ...landCover, data: landCover.data.map((code) => (code === forest ? code : open)) };
    const hidden: string[] = [];
    let ways = 0;
    for (const point of hamletPoints(hamlets).positions) {
      for (const { id, position } of sites) {
        // half a kilometre is less than 0.005 degrees of latitude
        if (Math.abs(point[1] - position[1]) > 0.005 || distanceM(point, position) > 500) continue;
        ways++;
        const { clutterM } = profileOver(new PathPoints(terrain, trees, position, point));
        if (clutterM.some((heightM) => heightM > 0)) hidden.push(`${point} ${id}`);
      }
    }
    expect(hidden).toEqual([]);
    expect(ways).toBeGreaterThan(10_000);
  });
});
