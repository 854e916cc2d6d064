import { describe, expect, it } from 'vitest';
import { computeService, createServiceEvaluator, type ServiceScene } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import { gridCovering } from '../../../src/geo/grid.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { NO_HEIGHT } from '../../../src/model/raster.ts';
import type { Cell, Site } from '../../../src/model/site.ts';
import { seededRandom } from '../../support/random.ts';
import { tryEverything } from './exhaustive-service.ts';

const box = [105.6, 21.6, 105.8, 21.75] as const;

/** Rough hills, 24 sites of two operators with three sectors each, 60 points. */
const aHillyScene = (): ServiceScene => {
  const random = seededRandom(7);
  const grid = gridCovering(box, 12, 4);
  const data = new Int16Array(grid.width * grid.height);
  for (let i = 0; i < data.length; i++) {
    const c = i % grid.width;
    const r = Math.floor(i / grid.width);
    data[i] = Math.round(200 + 150 * Math.sin(c / 31) * Math.cos(r / 27) + 60 * Math.sin(c / 7 + r / 11));
  }
  const somewhere = (): LonLat => [
    box[0] + 0.01 + random() * (box[2] - box[0] - 0.02),
    box[1] + 0.01 + random() * (box[3] - box[1] - 0.02),
  ];
  const cell = (id: string, band: string, azimuthDeg: number): Cell => ({
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
  const sites: Site[] = Array.from({ length: 24 }, (_, s) => ({
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
        cells: [0, 120, 240].flatMap((az) => [cell(`S${s}-l-${az}`, '1800', az), cell(`S${s}-h-${az}`, '2100', az)]),
      },
    ],
  }));
  return {
    terrain: { grid, data },
    landCover: null,
    points: Array.from({ length: 60 }, somewhere),
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

describe('service at hamlets', () => {
  const scene = aHillyScene();
  const evaluator = createServiceEvaluator(scene, defaultServiceSettings);

  it('is what trying every cell of every site gives', () => {
    evaluator.points.forEach((position, point) => {
      scene.operators.forEach((operator, o) => {
        const { levelDbm, site, cell } = evaluator.best(point, o);
        const plain = tryEverything(scene, position, operator, scene.sites);
        expect(levelDbm).toBeCloseTo(plain.levelDbm, 9);
        expect(scene.sites[site].id).toBe(plain.siteId);
        expect(scene.sites[site].tenants[0].cells[cell].id).toBe(plain.cellId);
      });
    });
  });

  it('is the same over woods and fields, with ground that is not known here and there', () => {
    const random = seededRandom(11);
    const { grid, data } = scene.terrain;
    const covered: ServiceScene = {
      ...scene,
      terrain: { grid, data: data.map((h) => (random() < 0.003 ? NO_HEIGHT : h)) },
      landCover: { grid, data: Uint8Array.from(data, () => Math.floor(random() * 7)) },
    };
    const over = createServiceEvaluator(covered, defaultServiceSettings);
    let heard = 0;
    for (const [point, position] of over.points.entries()) {
      const { levelDbm, site, cell } = over.best(point, 0);
      const plain = tryEverything(covered, position, 'a', covered.sites);
      expect(Number.isNaN(levelDbm)).toBe(Number.isNaN(plain.levelDbm));
      if (Number.isNaN(levelDbm)) continue;
      expect(levelDbm).toBeCloseTo(plain.levelDbm, 9);
      expect(covered.sites[site].tenants[0].cells[cell].id).toBe(plain.cellId);
      heard++;
    }
    expect(heard).toBeGreaterThan(40);
  });

  it('of a changed network is that of a scene with the change made', () => {
    const moved = 3;
    const host = 4;
    const tenant = { ...scene.sites[moved].tenants[0], antennaHeightM: 35 };
    const change = { removed: new Set([moved]), added: new Map([[host, [tenant]]]) };
    const sites = scene.sites.map((site, s) => (s === host ? { ...site, tenants: [...site.tenants, tenant] } : site));
    const after = sites.filter((_, s) => s !== moved);
    let differs = 0;
    evaluator.points.forEach((position, point) => {
      const changed = evaluator.best(point, 1, change);
      expect(changed.levelDbm).toBeCloseTo(tryEverything(scene, position, 'b', after).levelDbm, 9);
      if (changed.levelDbm !== evaluator.best(point, 1).levelDbm) differs++;
    });
    expect(differs).toBeGreaterThan(0);
  });

  it('computed in slices is the same as in one go', () => {
    const total = evaluator.points.length;
    const whole = computeService(evaluator, 0, total);
    const first = computeService(evaluator, 0, 13);
    const rest = computeService(evaluator, 13, total);
    expect([...first.levelDbm, ...rest.levelDbm]).toEqual([...whole.levelDbm]);
    expect([...first.site, ...rest.site]).toEqual([...whole.site]);
  });

  it('hears nothing where no operator has the technology', () => {
    const { levelDbm, site, cell } = createServiceEvaluator(scene, {
      ...defaultServiceSettings,
      technology: '5G',
    }).best(0, 0);
    expect([levelDbm, site, cell]).toEqual([Number.NaN, -1, -1]);
  });

  it('asked of 95 % of locations is weaker by the same amount everywhere in a band', () => {
    const strict = createServiceEvaluator(scene, { ...defaultServiceSettings, locationPercent: 95 });
    const drops = [0, 1, 2, 3].map((point) => evaluator.best(point, 0).levelDbm - strict.best(point, 0).levelDbm);
    for (const drop of drops) expect(drop).toBeGreaterThan(1);
  });

  it('says which cell names a band the facts do not have', () => {
    expect(() => createServiceEvaluator({ ...scene, bands: [] }, defaultServiceSettings)).toThrow(/S0-l-0.*'1800'/);
  });
});
