// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildRealPack } from '../../../data/build/real/index.ts';
import { hamletPoints } from '../../../src/coverage/service/hamlet-points.ts';
import { sceneOf } from '../../../src/coverage/service/scene.ts';
import { createServiceEvaluator, type ServiceScene } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings as settings } from '../../../src/coverage/service/service-types.ts';
import { distanceM } from '../../../src/geo/distance.ts';
import type { Pack, TerrainModel } from '../../../src/model/pack.ts';
import { hasTime } from '../../support/budget.ts';

const shared = fileURLToPath(new URL('../../../../shared/data/thai-nguyen/', import.meta.url));
const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(shared + name)) });

const realPack = async (terrainModel: TerrainModel): Promise<Pack> => {
  const boundaries = file('thai-nguyen-communes-2020.geojson');
  const terrain = [file('N21E105.hgt')];
  const { pack } = await buildRealPack({ name: 'real', boundaries, terrain, terrainModel });
  return { ...pack, manifest: { ...pack.manifest, files: [] } };
};

/** Whether any operator of a scene serves a point of it. */
const servedIn = (scene: ServiceScene): ((point: number) => boolean) => {
  const { operators, best } = createServiceEvaluator(scene, settings);
  return (point) => operators.some((_, o) => best(point, o).levelDbm >= settings.thresholdDbm);
};

describe.skipIf(!existsSync(shared) || !hasTime)(
  `4G of the made up network on measured terrain (in the long run, and where ${shared} is)`,
  () => {
    it('is missing at 11 to 40 hamlets, most in Võ Nhai', async () => {
      const pack = await realPack('surface');
      const isServed = servedIn(sceneOf(pack));
      const { hamletStart } = hamletPoints(pack.hamlets);
      const districtOf = new Map(pack.communes.features.map(({ properties: p }) => [p.code, p.districtName]));
      const white = pack.hamlets.filter((_, h) => !isServed(hamletStart[h]));
      expect(white.length).toBeGreaterThanOrEqual(11);
      expect(white.length).toBeLessThanOrEqual(40);
      const inVoNhai = white.filter(({ communeCode }) => districtOf.get(communeCode) === 'Huyện Võ Nhai');
      expect(inVoNhai.length).toBeGreaterThan(white.length / 2);
    });

    it('reaches over bare ground every home within 500 m of a 4G site that would reach it without clutter', async () => {
      const pack = await realPack('bare');
      const scene = sceneOf(pack);
      const isServed = servedIn(scene);
      const stranded = scene.points.filter((_, point) => !isServed(point));
      expect(stranded.length).toBeGreaterThan(50);
      for (const home of stranded) {
        const sites = pack.sites.filter(({ position }) => distanceM(home, position) <= 500);
        const reachesWithoutClutter = servedIn({ ...scene, landCover: null, sites, points: [home] });
        expect(reachesWithoutClutter(0), String(home)).toBe(false);
      }
    });
  },
);
