// @module-tag slow
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildRealPack } from '../../data/build/real/index.ts';
import { fibreSceneOf } from '../../src/fibre/fibre-scene.ts';
import type { FibreFinding } from '../../src/fibre/fibre-types.ts';
import { communesOfArea } from '../../src/model/area-communes.ts';
import type { Pack } from '../../src/model/pack.ts';
import { hasTime } from '../support/budget.ts';
import { builtInPack } from '../support/built-in-pack.ts';
import { plan } from './a-fibre-scene.ts';

/** Every hamlet without fibre hangs on a lit node by segments that begin where the one before ends. */
const expectJoined = (pack: Pack, { segments, hamlets, unreached }: FibreFinding): void => {
  const dark = pack.hamlets.filter((hamlet) => !hamlet.hasFibre).map(({ id }) => id);
  expect([...hamlets.map(({ id }) => id), ...unreached.map(({ hamletId }) => hamletId)].sort()).toEqual(dark.sort());
  const placeOf = new Map(pack.hamlets.map(({ id, centre }) => [id, centre]));
  const lit = new Map(
    pack.fibreNodes.features.map(({ properties, geometry }) => [properties.id, geometry.coordinates]),
  );
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  const ends = new Map(segments.flatMap(({ id, hamletId }) => (hamletId ? [[hamletId, id] as const] : [])));
  for (const { id, litId, distanceKm } of hamlets) {
    let km = 0;
    let segment = byId.get(ends.get(id)!)!;
    expect(segment.line.at(-1)).toEqual(placeOf.get(id));
    for (;;) {
      km += segment.km;
      if (segment.parent === null) break;
      const above = byId.get(segment.parent)!;
      expect(segment.line[0]).toEqual(above.line.at(-1));
      segment = above;
    }
    expect(segment.litId).toBe(litId);
    expect(segment.line[0]).toEqual(lit.get(litId));
    expect(km).toBeCloseTo(distanceKm, 6);
  }
};

const expectProven = ({ proof }: FibreFinding): void => {
  expect(proof.dualAscentVnd).toBeLessThanOrEqual(proof.boundVnd);
  // 5 % is promised; every part is small enough to be solved exactly
  expect(proof.gap).toBeLessThan(0.05);
  expect(proof.exactParts).toBe(proof.parts);
  expect(proof.gap).toBe(0);
};

describe('fibre in the built-in pack', async () => {
  const pack = await builtInPack();
  const scene = fibreSceneOf(pack);
  const aerial = plan(scene);

  it('reaches all 135 hamlets, proven the cheapest, and is the same every time', () => {
    expectJoined(pack, aerial);
    expect(aerial.hamlets).toHaveLength(135);
    expectProven(aerial);
    expect(JSON.stringify(plan(scene))).toBe(JSON.stringify(aerial));
  });

  it('costs more buried, and with either to choose from no more than hung', () => {
    const where = hasTime ? {} : { communeCodes: communesOfArea(pack, '171')! };
    const hung = plan(scene, where);
    const buried = plan(scene, { ...where, build: 'buried' });
    expectProven(buried);
    expect(buried.proof.boundVnd).toBeGreaterThan(hung.proof.costVnd);
    expect(plan(scene, { ...where, build: 'cheapest' }).proof.boundVnd).toBeLessThanOrEqual(hung.proof.costVnd);
  });

  it('costs at least as much in two districts together as they do at least each', () => {
    const districts = ['171', '170'].map((code) => communesOfArea(pack, code)!);
    const parts = districts.map((communeCodes) => plan(scene, { communeCodes }));
    for (const part of parts) expectProven(part);
    const together = plan(scene, { communeCodes: districts.flat() });
    const sum = parts.reduce((total, { proof }) => total + proof.costVnd, 0);
    expect(together.proof.costVnd).toBeLessThanOrEqual(sum);
    for (const { proof } of parts) expect(together.proof.costVnd).toBeGreaterThanOrEqual(proof.costVnd);
  });
});

const shared = fileURLToPath(new URL('../../../shared/data/thai-nguyen/', import.meta.url));
const file = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(shared + name)) });

describe.skipIf(!existsSync(shared) || !hasTime)(
  `fibre on measured terrain (in the long run, and where ${shared} is)`,
  () => {
    it('reaches all hamlets, proven the cheapest', async () => {
      const { pack: draft } = await buildRealPack({
        name: 'real',
        boundaries: file('thai-nguyen-communes-2020.geojson'),
        terrain: [file('N21E105.hgt')],
      });
      const pack: Pack = { ...draft, manifest: { ...draft.manifest, files: [] } };
      const finding = plan(fibreSceneOf(pack));
      expectJoined(pack, finding);
      expect(finding.hamlets).toHaveLength(135);
      expectProven(finding);
    });
  },
);
