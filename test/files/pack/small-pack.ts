import type { Polygon } from 'geojson';
import parameters from '../../../data/facts/parameters.json' with { type: 'json' };
import type { PackDraft } from '../../../src/files/pack/pack-write.ts';
import { gridCovering } from '../../../src/geo/grid.ts';
import type { Parameter } from '../../../src/model/facts.ts';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import { layerNames, type PackManifest, type Provenance } from '../../../src/model/pack.ts';
import type { BoundingBox } from '../../../src/model/place.ts';
import type { Site } from '../../../src/model/site.ts';

const box: BoundingBox = [105.8, 21.6, 105.9, 21.65];
const grid = gridCovering(box, 12, 2);

export const rectangle = ([west, south, east, north]: BoundingBox): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

const feature = <G, P>(geometry: G, properties: P) => ({ type: 'Feature' as const, geometry, properties });
const collection = <F>(...features: F[]) => ({ type: 'FeatureCollection' as const, features });

const commune = (code: string, name: string, [west, south, east, north]: BoundingBox) =>
  feature(rectangle([west, south, east, north]), {
    code,
    vintage: '2020',
    name,
    type: 'xã' as const,
    districtCode: '164',
    districtName: 'Thành phố Thái Nguyên',
    point: [Number(((west + east) / 2).toFixed(6)), 21.625] as const,
    areaKm2: 28.5,
    population: 5000,
    households: 1400,
  });

/** Hamlet in the western commune of the small pack. */
export const aHamlet = (change: Partial<Hamlet> = {}): Hamlet => ({
  id: 'H-05431-01',
  name: 'Xóm Đình',
  communeCode: '05431',
  centre: [105.82, 21.62],
  clusters: [{ position: [105.821, 21.621], people: 312 }],
  households: 80,
  hasFibre: true,
  ...change,
});

/** Site with one tenant in the western commune of the small pack. */
export const aSite = (change: Partial<Site> = {}): Site => ({
  id: 'TN-0001',
  position: [105.83, 21.63],
  communeCode: '05431',
  structure: 'guyed',
  heightM: 42,
  owner: 'viettel',
  tenants: [
    {
      operator: 'viettel',
      antennaHeightM: 40,
      cells: [
        {
          id: 'TN-0001-v-1',
          technology: '4G',
          band: '1800',
          powerDbm: 46,
          bandwidthMHz: 20,
          antenna: 'sector-65',
          azimuthDeg: 30,
          mechanicalTiltDeg: 2,
          electricalTiltDeg: 4,
        },
      ],
    },
  ],
  ...change,
});

const provenance: Provenance = { kind: 'synthetic', source: 'a test', date: '2020', licence: 'none' };

/** A whole pack of two square communes; parts of it can be replaced. */
export const aPack = (change: Partial<PackDraft> = {}): PackDraft => ({
  manifest: {
    format: 'phusong-pack',
    formatVersion: 1,
    id: 'small',
    title: 'Gói nhỏ',
    titleEn: 'Small pack',
    vintage: '2020',
    date: '2020-12-31',
    boundingBox: box,
    gridZoom: 12,
    terrainModel: 'bare',
    terrainCoveredShare: 1,
    provenance: Object.fromEntries(layerNames.map((layer) => [layer, provenance])) as PackManifest['provenance'],
  },
  communes: collection(
    commune('05431', 'Quán Triều', [105.8, 21.6, 105.85, 21.65]),
    commune('05434', 'Quang Vinh', [105.85, 21.6, 105.9, 21.65]),
  ),
  districts: collection(feature(rectangle(box), { code: '164', name: 'Thành phố Thái Nguyên' })),
  province: collection(feature(rectangle(box), { name: 'Thái Nguyên' })),
  areas: collection(
    feature(rectangle(box), {
      id: 'zone',
      name: 'Khu',
      nameEn: 'Zone',
      purpose: 'it-zone' as const,
      communeCodes: ['05431'],
    }),
  ),
  hamlets: [aHamlet()],
  sites: [aSite()],
  fibreNodes: collection(
    feature(
      { type: 'Point' as const, coordinates: [105.82, 21.62] },
      { id: 'N1', kind: 'office' as const, communeCode: '05431' },
    ),
  ),
  fibreRoutes: collection(
    feature(
      {
        type: 'LineString' as const,
        coordinates: [
          [105.82, 21.62],
          [105.83, 21.63],
        ],
      },
      { id: 'R1', from: 'N1', to: 'N1', lengthKm: 1.4 },
    ),
  ),
  roads: collection(
    feature(
      {
        type: 'LineString' as const,
        coordinates: [
          [105.81, 21.61],
          [105.89, 21.61],
        ],
      },
      { id: 'road-1', class: 'main' as const, lengthKm: 8.3 },
    ),
  ),
  points: collection(
    feature(
      { type: 'Point' as const, coordinates: [105.82, 21.61] },
      { id: 'P1', kind: 'school' as const, name: 'Trường tiểu học', communeCode: '05431' },
    ),
  ),
  terrain: { grid, data: new Int16Array(grid.width * grid.height).fill(35) },
  landCover: { grid, data: new Uint8Array(grid.width * grid.height).fill(2) },
  facts: {
    indicators: [],
    parameters: parameters as Parameter[],
    operators: [{ id: 'viettel', name: 'Viettel', mccMnc: '452-04', source: 'a test' }],
    bands: [
      {
        id: '1800',
        name: 'B3',
        downlinkMHz: 1842.5,
        duplex: 'FDD',
        holdings: [{ operator: 'viettel', widthMHz: 20, technologies: ['4G'] }],
        source: 'a test',
        confidence: 'sourced',
      },
    ],
    antennas: [
      {
        id: 'sector-65',
        kind: 'sector',
        gainDbi: 17,
        horizontalBeamwidthDeg: 65,
        verticalBeamwidthDeg: 7,
        frontToBackDb: 25,
        sideLobeDb: 20,
        source: 'a test',
      },
    ],
  },
  ...change,
});
