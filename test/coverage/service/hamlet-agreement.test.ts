// @module-tag slow
import { expect, test } from 'vitest';
import { baseStationOf } from '../../../src/coverage/network/base-stations.ts';
import { hamletPoints } from '../../../src/coverage/service/hamlet-points.ts';
import { sceneOf } from '../../../src/coverage/service/scene.ts';
import { createServiceEvaluator } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import { BaseStationRadio, elevationDeg } from '../../../src/coverage/sweep/base-station-radio.ts';
import { nearestDb, slantDb } from '../../../src/coverage/sweep/distance.ts';
import { sweepTerrainAt } from '../../../src/coverage/sweep/sweep-terrain.ts';
import { cellIndexAt } from '../../../src/geo/grid.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import type { LonLat } from '../../../src/model/place.ts';
import { builtInPack } from '../../support/built-in-pack.ts';
import { linesOver, pathOf, pathToCell } from '../sweep/plain.ts';

const pack = await builtInPack();
const scene = sceneOf(pack);
const settings = defaultServiceSettings;
const ground = sweepTerrainAt(pack.terrain, pack.landCover, 12);
const lines = linesOver(ground, settings.maxRadiusKm + 1);

/** What the map says in a cell of one tenant's station, and the point it says it of. */
const onTheMap = (siteIndex: number, operator: string, cell: number) => {
  const site = pack.sites[siteIndex];
  const tenant = site.tenants.find((candidate) => candidate.operator === operator)!;
  const station = baseStationOf(site, siteIndex, tenant, { ...scene, technology: settings.technology })!;
  const swept = {
    position: site.position,
    groundElevationM: terrainHeightM(pack.terrain, ...site.position),
    heightM: tenant.antennaHeightM,
    receiverM: settings.receiverHeightM,
    frequencyMHz: station.lowestFrequencyMHz,
  };
  const { walked, r, at } = pathToCell(lines, swept, cell);
  const { sample, lane, line, km } = pathOf(walked, r);
  const riseM = lines.dtmM[4 * sample + lane] + settings.receiverHeightM;
  const radio = new BaseStationRadio(station, settings);
  radio.aim(walked.sector.azimuthDeg[line]);
  const distanceDb = Math.max(nearestDb, 20 * Math.log10(km) + slantDb(riseM, km));
  const levels = radio.frequenciesMHz.map((frequencyMHz, f) => {
    lines.lose(walked.count, frequencyMHz, walked.sector.first);
    const clear = radio.clearestDbm(f, distanceDb, elevationDeg(km, riseM), Number.NEGATIVE_INFINITY);
    return clear - lines.results.lossDb[r];
  });
  const level = Math.max(...levels);
  /** Service as hamlets have it, at any point, from this tenant alone. */
  const exactAt = (place: LonLat): number => {
    const alone = { ...scene, sites: [{ ...site, tenants: [tenant] }], points: [place] };
    return createServiceEvaluator(alone, settings).best(0, scene.operators.indexOf(operator)).levelDbm;
  };
  return { level, at, exactAt };
};

/** Points a metre away, and the point itself. */
const withinAMetre = ([lon, lat]: LonLat): LonLat[] =>
  [
    [0, 0],
    [1e-5, 0],
    [-1e-5, 0],
    [0, 1e-5],
    [0, -1e-5],
  ].map(([east, north]) => [lon + east, lat + north]);

test('every hamlet centre and the map agree: they differ by what the place in the cell does, and by nothing else', () => {
  const evaluator = createServiceEvaluator(scene, settings);
  const { hamletStart } = hamletPoints(pack.hamlets);
  let alike = 0;
  const unexplained: string[] = [];
  pack.hamlets.forEach((hamlet, h) => {
    const services = scene.operators.map((operator, o) => ({
      operator,
      ...evaluator.best(hamletStart[h], o),
    }));
    const best = services.reduce((a, b) => (b.levelDbm > a.levelDbm || Number.isNaN(a.levelDbm) ? b : a));
    const cell = cellIndexAt(ground.grid, ...hamlet.centre);
    const { level, at, exactAt } = onTheMap(best.site, best.operator, cell);
    if (Math.abs(level - best.levelDbm) <= 0.5) alike++;
    // at the very point the map speaks of, service is what the map says
    if (Math.abs(level - exactAt(at)) < 0.1) return;
    // behind a near edge a metre is worth a third of a decibel, and the map's cells are told to about that
    const around = withinAMetre(at).map(exactAt);
    if (!(Math.min(...around) < level && level < Math.max(...around))) unexplained.push(hamlet.id);
  });
  expect(unexplained).toEqual([]);
  expect(pack.hamlets).toHaveLength(2250);
  // for three in four the place in the cell makes less than half a decibel
  expect(alike / pack.hamlets.length).toBeGreaterThan(0.7);
});
