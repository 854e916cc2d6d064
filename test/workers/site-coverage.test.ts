// @module-tag slow
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultCoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { createSiteCoverage } from '../../src/coverage/raster/site-coverage.ts';
import { InputError } from '../../src/model/problem.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { openSiteCoverage } from '../../workers/site-coverage/client.ts';
import { aScene } from '../coverage/a-scene.ts';

const scene = aScene({ sites: 1 });
const [site] = scene.sites;
const settings = { ...defaultCoverageSettings, radiusKm: 4 };

beforeAll(installNodeWorkers);

describe('one site’s coverage over workers', () => {
  test('is what one would compute alone, question after question', async () => {
    const desk = openSiteCoverage(scene);
    const alone = createSiteCoverage(scene);
    for (const zoom of [11, 12]) {
      const question = { site, operator: null, settings: { ...settings, zoom } };
      expect(await desk.ask(question)).toEqual(alone.show(question));
    }
    desk.close();
  });

  test('off the terrain is refused with the place and how far the terrain reaches', async () => {
    const desk = openSiteCoverage(scene);
    const refused = await desk
      .ask({ site: { ...site, position: [100, 10] }, operator: null, settings })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InputError);
    const [problem] = (refused as InputError).problems;
    expect(problem).toMatchObject({ place: site.id, value: '10.00000, 100.00000', rule: 'off-terrain' });
    expect(problem.ruleValues?.west).toBeTypeOf('number');
    desk.close();
  });
});
