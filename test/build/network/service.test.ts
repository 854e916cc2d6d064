// @module-tag slow
import { describe, expect, it } from 'vitest';
import { buildHamlets, buildSites, withClearings } from '../../../data/build/network/index.ts';
import { hamletPoints } from '../../../src/coverage/service/hamlet-points.ts';
import { createServiceEvaluator } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import { statusOf } from '../../../src/coverage/service/status.ts';
import { builtInGround } from '../../support/built-in-ground.ts';

describe('4G at the synthetic hamlets', () => {
  it('is missing at a few, with holes at a few more, mostly in hilly communes', { timeout: 240_000 }, () => {
    const ground = builtInGround();
    const hamlets = buildHamlets(ground);
    const everyFifth = hamlets.filter((_, h) => h % 5 === 0);
    const sites = buildSites(ground, hamlets);
    const { facts, terrain } = ground;
    const { positions, hamletStart } = hamletPoints(everyFifth);
    const { operators, best } = createServiceEvaluator(
      {
        terrain,
        landCover: withClearings(ground.landCover, hamlets, sites),
        points: positions,
        sites,
        bands: facts.bands,
        antennas: facts.antennas,
        operators: facts.operators.map((o) => o.id),
      },
      defaultServiceSettings,
    );
    const strongest = (point: number): number =>
      Math.max(...operators.map((_, o) => best(point, o).levelDbm).filter((rsrp) => !Number.isNaN(rsrp)));
    const statuses = everyFifth.map((_, h) => {
      const [from, to] = hamletStart.subarray(h, h + 2);
      const [centre, ...clusters] = Array.from({ length: to - from }, (_, k) => strongest(from + k));
      return statusOf(centre, clusters, defaultServiceSettings.thresholdDbm);
    });
    const share = (status: string): number => statuses.filter((s) => s === status).length / statuses.length;
    expect(share('none')).toBeGreaterThan(0.009);
    expect(share('none')).toBeLessThan(0.025);
    expect(share('partial')).toBeGreaterThan(0.025);
    expect(share('partial')).toBeLessThan(0.07);

    const reliefM = (code: string): number => {
      const { p10M, p90M } = ground.relief.get(code)!;
      return (p90M ?? 0) - (p10M ?? 0);
    };
    const sorted = ground.communes.features.map((f) => reliefM(f.properties.code)).sort((a, b) => a - b);
    const lacking = everyFifth.filter((_, h) => statuses[h] !== 'served');
    const hilly = lacking.filter((h) => reliefM(h.communeCode) > sorted[sorted.length >> 1]);
    expect(hilly.length).toBeGreaterThan(0.6 * lacking.length);
  });
});
