// @module-tag slow
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultFibreQuestion } from '../../src/fibre/fibre-types.ts';
import { planFibre } from '../../src/fibre/plan-fibre.ts';
import { InputError } from '../../src/model/problem.ts';
import { planFibreInWorker } from '../../workers/fibre/client.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import type { Progress } from '../../workers/progress.ts';
import { aDarkHamlet, aFibreScene } from '../fibre/a-fibre-scene.ts';

/** So many hamlets that the work is not near its end when the first is settled. */
const scene = aFibreScene({
  hamlets: Array.from({ length: 24 }, (_, k) =>
    aDarkHamlet(`H${k}`, [105.83 + 0.009 * (k % 8), 21.605 + 0.018 * Math.floor(k / 8)]),
  ),
});

describe('a fibre plan in a worker', () => {
  test('is the one that is made without, where there is no Worker and where there is', async () => {
    const small = aFibreScene();
    const plain = planFibre(small, defaultFibreQuestion);
    expect(await planFibreInWorker(small, defaultFibreQuestion)).toEqual(plain);
    installNodeWorkers();
    expect(await planFibreInWorker(small, defaultFibreQuestion)).toEqual(plain);
    // the scene has kept its rasters
    expect(small.terrain.data.length).toBeGreaterThan(0);
  });
});

describe('with workers', () => {
  beforeAll(installNodeWorkers);

  test('tells how many hamlets are settled, up to all', async () => {
    const told: Progress[] = [];
    await planFibreInWorker(aFibreScene(), defaultFibreQuestion, { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toEqual({ phase: 'fibre', done: 1, total: 1 });
  });

  test('ends at once when cancelled', async () => {
    const abort = new AbortController();
    let cancelledMs = Number.NaN;
    const running = planFibreInWorker(
      scene,
      { ...defaultFibreQuestion, zoom: 11 },
      {
        signal: abort.signal,
        onProgress: ({ done, total }) => {
          if (done === total) return;
          cancelledMs = performance.now();
          abort.abort();
        },
      },
    );
    await expect(running).rejects.toThrow('Cancelled');
    // a hundred milliseconds are promised; a busy machine may add some
    expect(performance.now() - cancelledMs).toBeLessThan(1000);
  });

  test('tells what is wrong with its input as it is told without', async () => {
    const refused = planFibreInWorker(aFibreScene({ lit: [] }), defaultFibreQuestion);
    await expect(refused).rejects.toBeInstanceOf(InputError);
    await expect(refused).rejects.toMatchObject({ problems: [{ rule: 'no-lit-node' }] });
  });
});
