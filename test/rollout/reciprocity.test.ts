// @module-tag slow
import { describe, expect, it } from 'vitest';
import { defaultServiceSettings } from '../../src/coverage/service/service-types.ts';
import { isServed } from '../../src/coverage/service/status.ts';
import { destination } from '../../src/geo/distance.ts';
import { cellCentre, cellIndexAt, gridBounds } from '../../src/geo/grid.ts';
import { terrainHeightM } from '../../src/geo/sample.ts';
import type { BoundingBox, LonLat } from '../../src/model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../../src/model/raster.ts';
import { pathLoss } from '../../src/radio/path-loss.ts';
import { buildProfile, type PathProfile } from '../../src/radio/profile.ts';
import { createDemandFinder } from '../../src/rollout/demand.ts';
import { equipmentOfAsked, heardFarthest, strongestEirpDbm } from '../../src/rollout/equipment.ts';
import { rolloutSceneOf } from '../../src/rollout/rollout-scene.ts';
import { defaultRolloutQuestion } from '../../src/rollout/rollout-types.ts';
import {
  createReachSweep,
  isInReach,
  samplingMarginDb,
  whereNextRadiusKm,
} from '../../src/rollout/where-next/reach.ts';
import { defaultSharingRules } from '../../src/sharing/plan/plan-types.ts';
import { budget } from '../support/budget.ts';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { seededRandom } from '../support/random.ts';
import { hasSrtm, srtmTerrain } from '../support/srtm.ts';

const pairs = budget(300, 10_000);
/** A mast of 30 m, and a phone. */
const [mastM, phoneM] = [29, 1.5];
/** With more than this lost nothing is served, however strong the station: nobody asks by how much. */
const hopelessDb = 155;

interface Ground {
  terrain: TerrainRaster;
  landCover: LandCoverRaster;
}

const reversed = ({ distanceKm, heightM, clutterM, unknownShare }: PathProfile): PathProfile => {
  const lengthKm = distanceKm[distanceKm.length - 1];
  return {
    distanceKm: distanceKm.toReversed().map((d) => lengthKm - d),
    heightM: heightM.toReversed(),
    clutterM: clutterM.toReversed(),
    unknownShare,
  };
};

/** Places for a phone, and a place for a mast within the reach of each. */
const drawPairs = ({ terrain }: Ground, phones: (random: () => number) => LonLat): [mast: LonLat, phone: LonLat][] => {
  const random = seededRandom(1812);
  const found: [LonLat, LonLat][] = [];
  while (found.length < pairs) {
    const phone = phones(random);
    const mast = destination(phone, random() * 360, 200 + random() * (whereNextRadiusKm * 1000 - 200));
    if (![mast, phone].some((place) => Number.isNaN(terrainHeightM(terrain, ...place)))) found.push([mast, phone]);
  }
  return found;
};

const radio = { frequencyMHz: 1842.5 };
const there = (profile: PathProfile): number =>
  pathLoss(profile, { ...radio, txHeightM: mastM, rxHeightM: phoneM }).totalDb;
const back = (profile: PathProfile): number =>
  pathLoss(profile, { ...radio, txHeightM: phoneM, rxHeightM: mastM }).totalDb;

/**
 * Checks that the loss is the same both ways over the same samples. The way back over samples of its own, counted from its
 * other end, gives differences: those of pairs that anybody could be served over, dB.
 */
const differencesOf = (ground: Ground, drawn: readonly [mast: LonLat, phone: LonLat][]): number[] => {
  const differences: number[] = [];
  for (const [mast, phone] of drawn) {
    const profile = buildProfile(ground.terrain, ground.landCover, mast, phone);
    const lossDb = there(profile);
    expect(Math.abs(back(reversed(profile)) - lossDb)).toBeLessThan(1e-9);
    const ownDb = back(buildProfile(ground.terrain, ground.landCover, phone, mast));
    if (Math.min(lossDb, ownDb) < hopelessDb) differences.push(ownDb - lossDb);
  }
  expect(differences.length).toBeGreaterThan(pairs / 20);
  return differences;
};

const shareWithin = (differences: readonly number[], marginDb: number): number =>
  differences.filter((db) => Math.abs(db) <= marginDb).length / differences.length;

describe('the loss there and back', () => {
  it('is the same over the same samples, and within the margin over others for six homes in seven', async () => {
    const pack = await builtInPack();
    const homes = pack.hamlets.flatMap(({ clusters }) => clusters.map(({ position }) => position));
    const drawn = drawPairs(pack, (random) => homes[Math.floor(random() * homes.length)]);
    const differences = differencesOf(pack, drawn);
    expect(shareWithin(differences, samplingMarginDb)).toBeGreaterThan(6 / 7);
  });

  it.runIf(hasSrtm())('is so on measured terrain, where three deviations are within the margin', () => {
    const box: BoundingBox = [105.75, 21.6, 106.0, 21.85];
    const terrain = srtmTerrain(box, 12);
    const { grid } = terrain;
    const open = { grid, data: new Uint8Array(grid.width * grid.height).fill(2) };
    const [west, south, east, north] = gridBounds(grid);
    const ground = { terrain, landCover: open };
    const drawn = drawPairs(ground, (random) => [west + random() * (east - west), south + random() * (north - south)]);
    const differences = differencesOf(ground, drawn);
    const deviationDb = Math.sqrt(differences.reduce((sum, db) => sum + db * db, 0) / differences.length);
    expect(3 * deviationDb).toBeLessThan(samplingMarginDb);
  });
});

describe('a sweep out of a place without service', () => {
  it('tells from where the plain path would serve it, of seven places six, and misses about as many as it shows in vain', async () => {
    const pack = await builtInDistricts('Huyện Võ Nhai');
    const scene = rolloutSceneOf(pack, defaultServiceSettings, defaultSharingRules, defaultRolloutQuestion);
    const { places, unserved } = createDemandFinder(scene, null);
    const demands = unserved(0, places.length).map((place) => places[place]);
    const { technology, thresholdDbm } = scene.settings;
    const kit = heardFarthest(equipmentOfAsked(scene, scene.settings, null), scene);
    const eirpDbm = strongestEirpDbm(kit, { ...scene, technology });
    const { grid, from } = createReachSweep(scene, kit, mastM + 1);
    const random = seededRandom(525);
    let [shown, confirmed, served] = [0, 0, 0];
    for (let i = 0; i < budget(12, 200); i++) {
      const demand = demands[Math.floor(random() * demands.length)];
      const reach = from(demand)!;
      for (let k = 0; k < 150; k++) {
        const cell = cellIndexAt(grid, ...destination(demand.position, random() * 360, 4000 * Math.sqrt(random())));
        if (cell < 0) continue;
        const [col, row] = [cell % grid.width, Math.floor(cell / grid.width)];
        const profile = buildProfile(scene.terrain, scene.landCover, cellCentre(grid, col, row), demand.position);
        const { totalDb } = pathLoss(profile, {
          frequencyMHz: kit.frequencyMHz,
          txHeightM: mastM,
          rxHeightM: scene.settings.receiverHeightM,
        });
        const isConfirmed = isServed(eirpDbm - totalDb, thresholdDbm);
        served += Number(isConfirmed);
        if (!isInReach(reach, col, row)) continue;
        shown++;
        confirmed += Number(isConfirmed);
      }
    }
    expect(shown).toBeGreaterThan(200);
    expect(confirmed / shown).toBeGreaterThan(0.85);
    expect(shown / served).toBeGreaterThan(0.85);
    expect(shown / served).toBeLessThan(1.15);
  });
});
