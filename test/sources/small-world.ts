import type { BoundingBox, LonLat } from '../../src/model/place.ts';
import {
  degreeTiff,
  node,
  type OsmWorld,
  overpassRoute,
  terrariumRoute,
  way,
  worldCoverRoute,
  worldPopRoutes,
} from './answers.ts';
import type { Route } from './stand-in.ts';

/** Three communes of a country made for tests: one with a hole, which is an exclave of the next. */
export const smallBox: BoundingBox = [105.8, 21.6, 105.86, 21.66];

const hole: LonLat[] = [
  [105.81, 21.61],
  [105.815, 21.61],
  [105.815, 21.615],
  [105.81, 21.615],
  [105.81, 21.61],
];
/** Borders as ways between the corners where three communes or two and the outside meet. */
const borders: Record<string, LonLat[]> = {
  south: [
    [105.83, 21.6],
    [105.815, 21.599],
    [105.8, 21.6],
    [105.8, 21.63],
  ],
  middle: [
    [105.83, 21.6],
    [105.831, 21.615],
    [105.83, 21.63],
  ],
  east: [
    [105.83, 21.6],
    [105.86, 21.6],
    [105.86, 21.63],
  ],
  northWest: [
    [105.83, 21.63],
    [105.8, 21.63],
  ],
  northEast: [
    [105.86, 21.63],
    [105.83, 21.63],
  ],
  north: [
    [105.8, 21.63],
    [105.8, 21.66],
    [105.86, 21.66],
    [105.86, 21.63],
  ],
  hole,
};

const relation = (id: number, name: string, members: readonly (readonly [border: string, role: string])[]) => ({
  type: 'relation',
  id,
  tags: { boundary: 'administrative', admin_level: '8', name, type: 'boundary' },
  members: [
    { type: 'node', ref: 1, role: 'admin_centre', lat: 21.61, lon: 105.81 },
    ...members.map(([border, role]) => ({
      type: 'way',
      ref: id * 10,
      role,
      geometry: borders[border].map(([lon, lat]) => ({ lat, lon })),
    })),
  ],
});

export const smallOsm: OsmWorld = {
  boundaries: [
    relation(101, 'Xã Tây', [
      ['northWest', 'outer'],
      ['south', ''],
      ['middle', 'outer'],
      ['hole', 'inner'],
    ]),
    relation(102, 'Phường Đông', [
      ['middle', 'outer'],
      ['northEast', 'outer'],
      ['east', 'outer'],
      ['hole', 'outer'],
    ]),
    relation(103, 'Xã Bắc', [
      ['north', 'outer'],
      ['northEast', 'outer'],
      ['northWest', 'outer'],
    ]),
  ],
  places: [
    node(1, [105.82, 21.62], { place: 'hamlet', name: 'Xóm Trại' }),
    node(2, [105.845, 21.615], { place: 'town', name: 'Phố Mới' }),
    node(3, [105.83, 21.645], { place: 'village', name: 'Bản Thượng' }),
    node(4, [105.9, 21.7], { place: 'village', name: 'Ngoài ranh giới' }),
    node(5, [105.85, 21.65], { place: 'locality', name: 'Đồi trống' }),
  ],
  masts: [
    node(11, [105.85, 21.62], { man_made: 'mast', 'tower:type': 'communication', operator: 'Viettel', height: '45 m' }),
    node(12, [105.82, 21.65], { man_made: 'communications_tower' }),
    node(13, [105.81, 21.62], { man_made: 'tower', 'tower:type': 'bell_tower' }),
  ],
  roads: [
    way(
      21,
      [
        [105.805, 21.605],
        [105.83, 21.62],
        [105.855, 21.605],
      ],
      { highway: 'secondary' },
    ),
    way(
      22,
      [
        [105.83, 21.62],
        [105.83, 21.655],
      ],
      { highway: 'track' },
    ),
    way(
      23,
      [
        [105.95, 21.7],
        [105.96, 21.71],
      ],
      { highway: 'primary' },
    ),
  ],
};

/** Hills that rise to the north, metres. */
const smallHeight = (lon: number, lat: number): number =>
  60 + (lat - 21.6) * 2500 + 40 * Math.sin((lon - 105.8) * 400) * Math.cos((lat - 21.6) * 300);

const coverAt = (lon: number, lat: number): number => {
  if (lat > 21.64) return 10;
  if (lon > 105.84 && lat < 21.62) return 50;
  return lon < 105.803 ? 80 : 40;
};

/** Half a person a cell of 1/1200°, and more in the east. */
const peopleAt = (lon: number): number => (lon > 105.84 ? 2 : 0.5);

const smallPeople = (): Uint8Array => degreeTiff([105.7, 21.5, 106, 21.8], 1 / 1200, (lon) => peopleAt(lon), 'floats');

/** Everything the usual sources of an area answer. */
export const smallRoutes = (world: OsmWorld = smallOsm): Route[] => [
  terrariumRoute(smallHeight),
  overpassRoute(world),
  worldCoverRoute('N21E105', degreeTiff([105, 21, 108, 24], 1 / 1200, coverAt, 'bytes')),
  ...worldPopRoutes('VNM', smallPeople()),
];
