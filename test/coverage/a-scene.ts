import type { CoverageScene } from '../../src/coverage/raster/coverage-types.ts';
import { gridCovering } from '../../src/geo/grid.ts';
import type { BoundingBox, LonLat } from '../../src/model/place.ts';
import type { Cell, Site } from '../../src/model/site.ts';
import { seededRandom } from '../support/random.ts';

const box: BoundingBox = [105.6, 21.6, 105.75, 21.72];

const aCell = (id: string, band: string, azimuthDeg: number): Cell => ({
  id,
  technology: '4G',
  band,
  powerDbm: 46,
  bandwidthMHz: 20,
  antenna: 'sector',
  azimuthDeg,
  mechanicalTiltDeg: 2,
  electricalTiltDeg: 3,
});

/** Rough hills under forest and fields, and sites of two operators, each with three sectors in two bands. */
export const aScene = ({ sites: count = 8, seed = 7 } = {}): CoverageScene => {
  const random = seededRandom(seed);
  const grid = gridCovering(box, 12, 4);
  const cells = grid.width * grid.height;
  const terrain = Int16Array.from({ length: cells }, (_, i) => {
    const c = i % grid.width;
    const r = Math.floor(i / grid.width);
    return Math.round(200 + 120 * Math.sin(c / 31) * Math.cos(r / 27) + 50 * Math.sin(c / 7 + r / 11));
  });
  const cover = Uint8Array.from({ length: cells }, (_, i) => ((i % grid.width) % 40 < 18 ? 5 : 2));
  const somewhere = (): LonLat => [
    box[0] + 0.01 + random() * (box[2] - box[0] - 0.02),
    box[1] + 0.01 + random() * (box[3] - box[1] - 0.02),
  ];
  const sites: Site[] = Array.from({ length: count }, (_, s) => ({
    id: `S${s}`,
    position: somewhere(),
    communeCode: '1',
    structure: 'guyed',
    heightM: 42,
    owner: 'a',
    tenants: [
      {
        operator: s % 2 === 0 ? 'a' : 'b',
        antennaHeightM: 40,
        cells: [0, 120, 240].flatMap((az) => [aCell(`S${s}-l-${az}`, '1800', az), aCell(`S${s}-h-${az}`, '2100', az)]),
      },
    ],
  }));
  return {
    terrain: { grid, data: terrain },
    landCover: { grid, data: cover },
    sites,
    bands: [
      { id: '1800', name: 'B3', downlinkMHz: 1840, duplex: 'FDD', holdings: [], source: 'test', confidence: 'sourced' },
      { id: '2100', name: 'B1', downlinkMHz: 2140, duplex: 'FDD', holdings: [], source: 'test', confidence: 'sourced' },
    ],
    antennas: [
      {
        id: 'sector',
        kind: 'sector',
        gainDbi: 17,
        horizontalBeamwidthDeg: 65,
        verticalBeamwidthDeg: 7,
        frontToBackDb: 25,
        sideLobeDb: 20,
        source: 'test',
      },
    ],
    operators: ['a', 'b'],
  };
};
