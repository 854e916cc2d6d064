// @module-tag slow
import { describe, expect, test } from 'vitest';
import { sweepTerrainOf } from '../../../src/coverage/raster/coverage.ts';
import {
  defaultCoverageSettings,
  NO_SERVER,
  NO_SIGNAL,
  weakestDbm,
} from '../../../src/coverage/raster/coverage-types.ts';
import { planLayers } from '../../../src/coverage/raster/layer-plan.ts';
import { BestServers } from '../../../src/coverage/sweep/best-server.ts';
import { type Annulus, annuli, wholeDisc } from '../../../src/coverage/sweep/radials.ts';
import { lonLatToPixel } from '../../../src/geo/grid.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import { NO_HEIGHT } from '../../../src/model/raster.ts';
import { antennaGainDbi, elevationAngleDeg } from '../../../src/radio/antenna.ts';
import { medianEffectiveEarthRadiusKm } from '../../../src/radio/constants.ts';
import { freeSpaceLossDb, slantDistanceKm } from '../../../src/radio/free-space.ts';
import { empiricalModel, excessOverFreeSpaceDb, pathModelIds } from '../../../src/radio/path-model.ts';
import { aScene } from '../a-scene.ts';
import { linesOver, pathOf, plainLossDb, sweepRadials } from '../sweep/plain.ts';

const settings = { ...defaultCoverageSettings, radiusKm: 6 };

/** The level of every cell of every station, nothing left out, and the strongest of them. */
const tryEverything = (scene: ReturnType<typeof aScene>, operator: string, asked = settings) => {
  const ground = sweepTerrainOf(scene, asked);
  const plan = planLayers(scene, asked).find((layer) => layer.operator === operator)!;
  const model = empiricalModel(asked.model);
  const best = new Float64Array(ground.heights.length).fill(Number.NEGATIVE_INFINITY);
  const lines = linesOver(ground, asked.radiusKm);
  for (const { station } of plan.stations) {
    const site = {
      position: station.position,
      groundElevationM: terrainHeightM(scene.terrain, ...station.position),
      heightM: station.antennaHeightM,
      receiverM: asked.receiverHeightM,
      frequencyMHz: station.lowestFrequencyMHz,
    };
    sweepRadials(lines, site, 1, (walked) => {
      for (let r = 0; r < walked.count; r++) {
        const { cell: c, sample: k, lane, line, km } = pathOf(walked, r);
        const heightAt = (i: number): number => lines.antennaM + lines.dtmM[4 * i + lane];
        const rxM = heightAt(k) + asked.receiverHeightM;
        const up = elevationAngleDeg(km * 1000, lines.antennaM, rxM, medianEffectiveEarthRadiusKm);
        for (const { antenna, cell, frequencyMHz, referenceSignalPowerDbm } of station.transmitCells) {
          const beyondDb = model
            ? excessOverFreeSpaceDb(model, {
                frequencyMHz,
                distanceKm: km,
                txHeightM: station.antennaHeightM,
                rxHeightM: asked.receiverHeightM,
                txAltitudeM: lines.antennaM,
                rxAltitudeM: rxM,
                lineOfSight: Array.from({ length: k - 1 }, (_, i) => i + 1).every((i) => {
                  const d1 = ((walked.sector.first + i - 1) * walked.sector.stepM[line]) / 1000;
                  const raisedM = heightAt(i) + (500 * d1 * (km - d1)) / medianEffectiveEarthRadiusKm;
                  return raisedM < (lines.antennaM * (km - d1) + rxM * d1) / km;
                }),
                landCover: ground.landCover[c],
              })
            : plainLossDb(walked, r, { ...site, frequencyMHz });
          const level =
            referenceSignalPowerDbm +
            antennaGainDbi(antenna, cell, walked.sector.azimuthDeg[line], up) -
            freeSpaceLossDb(Math.max(slantDistanceKm(km, lines.antennaM, rxM), 0.001), frequencyMHz) -
            beyondDb;
          if (level > best[c]) best[c] = level;
        }
      }
    });
  }
  return { ground, plan, best };
};

const swept = (
  scene: ReturnType<typeof aScene>,
  operator: string,
  order: 'forward' | 'backward',
  asked = settings,
  parts: readonly Annulus[] = annuli,
) => {
  const ground = sweepTerrainOf(scene, asked);
  const plan = planLayers(scene, asked).find((layer) => layer.operator === operator)!;
  const best = new BestServers(linesOver(ground, asked.radiusKm), asked);
  const stations = order === 'forward' ? plan.stations : plan.stations.toReversed();
  for (const annulus of parts) {
    for (const { station, firstServer } of stations) {
      best.add(station, firstServer, annulus);
    }
  }
  return { best, plan, ground };
};

/** Half a tenth of rounding, and what gain and loss are off. Silence is as good as the weakest level that is told. */
const farthestOff = (plain: Float64Array, levelTenthsDbm: Int16Array): number =>
  plain.reduce((most, level, c) => {
    const told = levelTenthsDbm[c] === NO_SIGNAL ? weakestDbm - 0.05 : levelTenthsDbm[c] / 10;
    const off = levelTenthsDbm[c] === NO_SIGNAL ? Math.max(0, level - told) : Math.abs(told - level);
    return Math.max(most, off);
  }, 0);

describe('the best server of an operator', () => {
  test('is that of working out every path of every cell, to the tenth of a decibel it is kept in', () => {
    const scene = aScene();
    const coarse = { ...settings, zoom: 11 };
    const { best: plain } = tryEverything(scene, 'a', coarse);
    const { best } = swept(scene, 'a', 'forward', coarse);
    expect(best.levelTenthsDbm.filter((level) => level !== NO_SIGNAL).length).toBeGreaterThan(15_000);
    expect(farthestOff(plain, best.levelTenthsDbm)).toBeLessThan(0.075);
  });

  test.each(pathModelIds.filter((id) => empiricalModel(id) !== null))(
    'by %s is the model’s own at every cell',
    (model) => {
      const scene = aScene({ sites: 2 });
      const asked = { ...settings, model, zoom: 11, radiusKm: 4 };
      const { best: plain } = tryEverything(scene, 'a', asked);
      const { best } = swept(scene, 'a', 'forward', asked);
      expect(farthestOff(plain, best.levelTenthsDbm)).toBeLessThan(0.075);
    },
  );

  test('does not depend on the order of stations and rings, server by server', () => {
    const scene = aScene({ sites: 12 });
    const forward = swept(scene, 'b', 'forward');
    const backward = swept(scene, 'b', 'backward');
    expect(backward.best.levelTenthsDbm).toEqual(forward.best.levelTenthsDbm);
    expect(backward.best.server).toEqual(forward.best.server);
    expect(new Set(forward.best.server).size).toBeGreaterThan(10);
    const byAnnuli = swept(scene, 'b', 'forward', settings, annuli.toReversed());
    expect(byAnnuli.best.levelTenthsDbm).toEqual(forward.best.levelTenthsDbm);
    expect(byAnnuli.best.server).toEqual(forward.best.server);
  });

  test('names no server where nothing is heard, and only there', () => {
    const { best, plan } = swept(aScene(), 'a', 'forward');
    const wrong = best.levelTenthsDbm.findIndex((level, c) =>
      level === NO_SIGNAL ? best.server[c] !== NO_SERVER : best.server[c] >= plan.servers.length,
    );
    expect(wrong).toBe(-1);
  });

  test('says nothing of levels below -140 dBm', () => {
    const scene = aScene({ sites: 1 });
    const faint = {
      ...scene,
      sites: scene.sites.map((site) => ({
        ...site,
        tenants: site.tenants.map((tenant) => ({
          ...tenant,
          cells: tenant.cells.map((cell) => ({ ...cell, powerDbm: cell.powerDbm - 60 })),
        })),
      })),
    };
    const strong = swept(scene, 'a', 'forward').best.levelTenthsDbm;
    const weak = swept(faint, 'a', 'forward').best.levelTenthsDbm;
    expect(weak.some((level) => level === NO_SIGNAL)).toBe(true);
    strong.forEach((level, c) => {
      const told = level === NO_SIGNAL ? NO_SIGNAL : level - 600;
      // one tenth either side of the weakest told may round the other way
      if (Math.abs(told - 10 * weakestDbm) > 1) expect(weak[c]).toBe(told < 10 * weakestDbm ? NO_SIGNAL : told);
    });
  });

  test('says nothing of cells whose terrain is unknown, and bridges it for the cells beyond', () => {
    const scene = aScene({ sites: 1 });
    const { width, col0, row0, zoom } = scene.terrain.grid;
    const [px, py] = lonLatToPixel(zoom, ...scene.sites[0].position).map(Math.floor);
    const holed = { ...scene, terrain: { ...scene.terrain, data: scene.terrain.data.slice() } };
    const [x, y] = [px - col0 + 20, py - row0 - 3];
    for (let r = y; r < y + 6; r++) for (let c = x; c < x + 6; c++) holed.terrain.data[r * width + c] = NO_HEIGHT;
    const { best, ground } = swept(holed, 'a', 'forward');
    expect(best.levelTenthsDbm[(y + 2) * width + x + 2]).toBe(NO_SIGNAL);
    expect(ground.clutterM[(y + 2) * width + x + 2]).toBe(0);
    const whole = swept(scene, 'a', 'forward').best.levelTenthsDbm;
    // the hole, and the cells whose neighbours it takes
    let lost = 0;
    for (let r = y - 1; r <= y + 6; r++) {
      for (let c = x - 1; c <= x + 6; c++) {
        const at = r * width + c;
        if (r >= y && r < y + 6 && c >= x && c < x + 6) expect(best.levelTenthsDbm[at]).toBe(NO_SIGNAL);
        if (whole[at] !== NO_SIGNAL && best.levelTenthsDbm[at] === NO_SIGNAL) lost++;
      }
    }
    expect(lost).toBeGreaterThan(20);
    const beyond = best.levelTenthsDbm.subarray((y + 2) * width + x + 7, (y + 2) * width + x + 60);
    expect(beyond.some((level) => level !== NO_SIGNAL)).toBe(true);
  });

  test('takes no part for a station off the terrain, and says so', () => {
    const scene = aScene({ sites: 1 });
    const ground = sweepTerrainOf(scene, settings);
    const [{ station }] = planLayers(scene, settings)[0].stations;
    const best = new BestServers(linesOver(ground, settings.radiusKm), settings);
    const far = { ...station, position: [100, 10] as const };
    expect(best.add(far, 0, wholeDisc)).toBe(false);
    expect(best.levelTenthsDbm.every((level) => level === NO_SIGNAL)).toBe(true);
  });
});
