import { sweepTerrainAt } from '../../src/coverage/sweep/sweep-terrain.ts';
import { terrainHeightM } from '../../src/geo/sample.ts';
import type { LonLat } from '../../src/model/place.ts';
import { compareWithPlain } from '../coverage/sweep/plain.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { hasSrtm, srtmTerrain } from '../support/srtm.ts';
import type { Print } from './measure.ts';

/** How far the sweep is from the whole path at every cell: 20 sites of the built-in pack, 5 places of measured terrain. */
export const run = async (print: Print): Promise<void> => {
  const pack = await builtInPack();
  const sites = Array.from({ length: 20 }, (_, s) => pack.sites[s * 79].position);
  for (const zoom of [11, 12]) {
    for (const clutter of [true, false]) {
      const ground = sweepTerrainAt(pack.terrain, clutter ? pack.landCover : null, zoom);
      const compared = sites.map((position) =>
        compareWithPlain(
          ground,
          {
            position,
            groundElevationM: terrainHeightM(pack.terrain, ...position),
            heightM: 38,
            receiverM: 1.5,
            frequencyMHz: 1840,
          },
          15,
        ),
      );
      print({
        measure: 'agreement',
        ground: 'built-in',
        zoom,
        clutter,
        sites: sites.length,
        cells: compared.reduce((sum, { cells }) => sum + cells, 0),
        worstDb: Math.max(...compared.map(({ worstDb }) => worstDb)),
      });
    }
  }
  if (!hasSrtm()) return;
  for (const zoom of [11, 12]) {
    const terrain = srtmTerrain([105.4, 21.4, 105.99, 21.99], zoom);
    const ground = sweepTerrainAt(terrain, null, zoom);
    const places: LonLat[] = [
      [105.55, 21.6],
      [105.62, 21.72],
      [105.75, 21.55],
      [105.83, 21.62],
      [105.88, 21.85],
    ];
    const compared = places.map((position) =>
      compareWithPlain(
        ground,
        {
          position,
          groundElevationM: terrainHeightM(terrain, ...position),
          heightM: 38,
          receiverM: 1.5,
          frequencyMHz: 1840,
        },
        15,
      ),
    );
    print({
      measure: 'agreement',
      ground: 'SRTM',
      zoom,
      sites: places.length,
      cells: compared.reduce((sum, { cells }) => sum + cells, 0),
      worstDb: Math.max(...compared.map(({ worstDb }) => worstDb)),
    });
  }
};
