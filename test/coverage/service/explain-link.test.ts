// @module-tag slow
import { beforeAll, describe, expect, test } from 'vitest';
import { explainLink, type LinkQuestion } from '../../../src/coverage/service/explain-link.ts';
import { sceneOf } from '../../../src/coverage/service/scene.ts';
import { createServiceEvaluator } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import type { Pack } from '../../../src/model/pack.ts';
import { builtInPack } from '../../support/built-in-pack.ts';

let pack: Pack;

describe('a link over the built-in pack', () => {
  beforeAll(async () => {
    pack = await builtInPack();
  });

  const questionAt = (point: number, operator: number, locationPercent: 50 | 95): [LinkQuestion, number] | null => {
    const evaluator = createServiceEvaluator(sceneOf(pack), { ...defaultServiceSettings, locationPercent });
    const best = evaluator.best(point, operator);
    if (best.site < 0) return null;
    const site = pack.sites[best.site];
    const name = evaluator.operators[operator];
    const cell = site.tenants.find((tenant) => tenant.operator === name)!.cells[best.cell];
    const { receiverHeightM, clutter, model } = defaultServiceSettings;
    const to = evaluator.points[point];
    return [
      { site, operator: name, technology: '4G', band: cell.band, to, receiverHeightM, locationPercent, clutter, model },
      best.levelDbm,
    ];
  };

  test.each([50, 95] as const)(
    'gives the level that the service run finds, at %i %% of locations',
    (locationPercent) => {
      const asked = [0, 700, 2500, 6000].flatMap((point) => {
        const found = questionAt(point, 0, locationPercent);
        return found ? [found] : [];
      });
      expect(asked.length).toBeGreaterThan(2);
      for (const [question, levelDbm] of asked) {
        expect(explainLink(sceneOf(pack), question).levelDbm).toBeCloseTo(levelDbm, 1);
      }
    },
  );

  test('refuses a carrier the site does not have, by name', () => {
    const [question] = questionAt(0, 0, 50)!;
    expect(() => explainLink(sceneOf(pack), { ...question, band: '3500' })).toThrow(/4G at 3500 MHz/);
  });
});
