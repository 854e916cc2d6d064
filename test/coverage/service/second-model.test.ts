import { describe, expect, test } from 'vitest';
import { baseStationOf } from '../../../src/coverage/network/base-stations.ts';
import { explainLink } from '../../../src/coverage/service/explain-link.ts';
import { createServiceEvaluator, type ServiceScene } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import { bearingDeg, distanceM } from '../../../src/geo/distance.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { NO_HEIGHT } from '../../../src/model/raster.ts';
import { antennaGainDbi, elevationAngleDeg } from '../../../src/radio/antenna.ts';
import { medianEffectiveEarthRadiusKm } from '../../../src/radio/constants.ts';
import { freeSpaceLossDb, slantDistanceKm } from '../../../src/radio/free-space.ts';
import { evenProfileOver } from '../../../src/radio/itm/even-profile.ts';
import { itm } from '../../../src/radio/itm/itm.ts';
import { defaultItmEnvironment } from '../../../src/radio/itm/itm-input.ts';
import { defaultLinkLosses, receivedDbm, referenceSignalPowerDbm } from '../../../src/radio/link-budget.ts';
import { PathPoints } from '../../../src/radio/profile.ts';
import { seededRandom } from '../../support/random.ts';
import { aScene } from '../a-scene.ts';

const settings = { ...defaultServiceSettings, model: 'itm' as const };
const random = seededRandom(3);
const somewhere = (): LonLat => [105.61 + 0.13 * random(), 21.61 + 0.1 * random()];
const scene: ServiceScene = { ...aScene({ sites: 12 }), points: Array.from({ length: 40 }, somewhere) };

/** The strongest cell of an operator the straightforward way: the whole model over the whole path of every cell. */
const tryEverything = ({ terrain, landCover, sites, bands, antennas }: ServiceScene, to: LonLat, operator: string) => {
  let best = Number.NaN;
  for (const site of sites) {
    for (const tenant of site.tenants.filter((each) => each.operator === operator)) {
      const profile = evenProfileOver(new PathPoints(terrain, landCover, site.position, to));
      const txAltitudeM = terrainHeightM(terrain, ...site.position) + tenant.antennaHeightM;
      const rxAltitudeM = terrainHeightM(terrain, ...to) + settings.receiverHeightM;
      const awayM = distanceM(site.position, to);
      for (const cell of tenant.cells) {
        const frequencyMHz = bands.find(({ id }) => id === cell.band)!.downlinkMHz;
        const { result } = itm({
          profile,
          frequencyMHz,
          txHeightM: tenant.antennaHeightM,
          rxHeightM: settings.receiverHeightM,
          polarisation: 'vertical',
          environment: defaultItmEnvironment,
        });
        const freeSpaceDb = freeSpaceLossDb(slantDistanceKm(awayM / 1000, txAltitudeM, rxAltitudeM), frequencyMHz);
        const elevation = elevationAngleDeg(awayM, txAltitudeM, rxAltitudeM, medianEffectiveEarthRadiusKm);
        const antenna = antennas.find(({ id }) => id === cell.antenna)!;
        const gain = antennaGainDbi(antenna, cell, bearingDeg(site.position, to), elevation);
        const lossDb = Math.max(result!.lossDb, freeSpaceDb);
        const level = receivedDbm(referenceSignalPowerDbm(cell), gain, lossDb, defaultLinkLosses);
        if (!(level <= best)) best = level;
      }
    }
  }
  return best;
};

describe('service by the Irregular Terrain Model', () => {
  const evaluator = createServiceEvaluator(scene, settings);

  test('is what trying every cell of every site gives', () => {
    for (const [point, to] of scene.points.entries()) {
      for (const [o, operator] of scene.operators.entries())
        expect(evaluator.best(point, o).levelDbm).toBeCloseTo(tryEverything(scene, to, operator), 9);
    }
  });

  test('differs from that by ITU-R P.1812, and from bare ground', () => {
    const others = [
      { ...settings, model: 'delta-bullington' as const },
      { ...settings, clutter: false },
    ].map((other) => createServiceEvaluator(scene, other));
    for (const other of others) {
      const off = scene.points.map((_, point) => evaluator.best(point, 0).levelDbm - other.best(point, 0).levelDbm);
      expect(Math.max(...off.map(Math.abs))).toBeGreaterThan(3);
    }
  });

  test('of one station is that of a network which has no other', () => {
    const [site] = scene.sites;
    const station = baseStationOf(site, 0, site.tenants[0], { ...scene, technology: settings.technology })!;
    const alone = createServiceEvaluator({ ...scene, sites: [site] }, settings);
    for (const [point, to] of scene.points.entries()) {
      if (distanceM(site.position, to) > 1000 * settings.maxRadiusKm) continue;
      expect(evaluator.from(station, to)).toEqual(alone.best(point, 0));
    }
  });

  test('hears nothing where no ground is known', () => {
    const { grid } = scene.terrain;
    const unknown = { grid, data: new Int16Array(grid.width * grid.height).fill(NO_HEIGHT) };
    const nowhere = createServiceEvaluator({ ...scene, terrain: unknown }, settings);
    expect(nowhere.best(0, 0)).toEqual({ levelDbm: Number.NaN, site: -1, cell: -1 });
  });
});

test('a link is explained with the level of service, and with where it lies outside the model’s ranges', () => {
  const evaluator = createServiceEvaluator(scene, settings);
  let outside = 0;
  for (const [point, to] of scene.points.entries()) {
    const best = evaluator.best(point, 1);
    const site = scene.sites[best.site];
    const { technology, receiverHeightM, locationPercent, clutter, model } = settings;
    const { band } = site.tenants[0].cells[best.cell];
    const asked = { site, operator: 'b', technology, band, to, receiverHeightM, locationPercent, clutter, model };
    const link = explainLink(scene, asked);
    expect(link.levelDbm).toBeCloseTo(best.levelDbm, 1);
    for (const violation of link.outsideModel) if ('min' in violation && violation.quantity !== 'distanceKm') outside++;
  }
  expect(outside).toBeGreaterThan(0);
});
