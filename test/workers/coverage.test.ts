// @module-tag slow
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CoverageResult, defaultCoverageSettings } from '../../src/coverage/raster/coverage-types.ts';
import { computeCoverageInWorkers } from '../../workers/coverage/client.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import { aScene } from '../coverage/a-scene.ts';

const scene = aScene({ sites: 10 });
const settings = { ...defaultCoverageSettings, radiusKm: 4 };
/** So many stations that no worker is near its end when the first is heard of. */
const long = { scene: aScene({ sites: 30 }), settings: { ...settings, radiusKm: 10 } };

interface Terminable {
  terminate: () => void;
}
type WorkerClass = new (...args: unknown[]) => Terminable;
const scope = globalThis as unknown as { Worker: WorkerClass };
let NodeWorker: WorkerClass;

beforeAll(() => {
  installNodeWorkers();
  NodeWorker = scope.Worker;
});
afterEach(() => {
  scope.Worker = NodeWorker;
});

/** Workers as they are made, to end one from outside. */
const watchWorkers = (): Terminable[] => {
  const made: Terminable[] = [];
  scope.Worker = class extends NodeWorker {
    constructor(...args: unknown[]) {
      super(...args);
      made.push(this);
    }
  };
  return made;
};

const bytesOf = ({ layers }: CoverageResult): Buffer =>
  Buffer.concat(
    layers.flatMap(({ levelTenthsDbm, server }) => [Buffer.from(levelTenthsDbm.buffer), Buffer.from(server.buffer)]),
  );

describe('coverage over workers', () => {
  test('is the same bytes from one, two and three of them', async () => {
    const one = await computeCoverageInWorkers(scene, settings, { workers: 1 });
    for (const workers of [2, 3]) {
      const other = await computeCoverageInWorkers(scene, settings, { workers });
      expect(bytesOf(other).equals(bytesOf(one))).toBe(true);
    }
    expect(one.layers.map(({ operator }) => operator)).toEqual(['a', 'b']);
  });

  test('tells how many stations are done, up to all', async () => {
    const told: number[] = [];
    await computeCoverageInWorkers(long.scene, long.settings, {
      workers: 2,
      onProgress: ({ done, total }) => told.push(done / total),
    });
    expect(told.at(-1)).toBe(1);
    expect(told[0]).toBeLessThan(0.5);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  test('goes on without a worker that is killed, says so, and is whole', async () => {
    const undisturbed = await computeCoverageInWorkers(long.scene, long.settings, { workers: 2 });
    const made = watchWorkers();
    let killed = false;
    const result = await computeCoverageInWorkers(long.scene, long.settings, {
      workers: 2,
      onProgress: () => {
        if (killed) return;
        killed = true;
        made[0].terminate();
      },
    });
    expect(result.restarts).toBe(1);
    expect(made.length).toBe(3);
    expect(bytesOf(result).equals(bytesOf(undisturbed))).toBe(true);
  });

  test('ends at once when cancelled, and no worker takes the place of those that were ended', async () => {
    const made = watchWorkers();
    const abort = new AbortController();
    let cancelledMs = Number.NaN;
    const running = computeCoverageInWorkers(scene, settings, {
      workers: 2,
      signal: abort.signal,
      onProgress: () => {
        cancelledMs = performance.now();
        abort.abort();
      },
    });
    await expect(running).rejects.toThrow('Cancelled');
    // a hundred milliseconds are promised; a busy machine may add some
    expect(performance.now() - cancelledMs).toBeLessThan(1000);
    const before = made.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made.length).toBe(before);
  });

  test('too large for memory is refused before anything is computed, with the figures', async () => {
    const made = watchWorkers();
    const huge = { grid: { ...scene.terrain.grid, width: 4000, height: 4000 }, data: new Int16Array(0) };
    const run = computeCoverageInWorkers({ ...scene, terrain: huge }, { ...settings, zoom: 13 }, { workers: 2 });
    await expect(run).rejects.toMatchObject({
      problems: [{ rule: 'too-large', ruleValues: { max: 1000, unit: 'MB' } }],
    });
    expect(made).toEqual([]);
  });

  test('by a model that is for one site is refused before anything is computed', async () => {
    const made = watchWorkers();
    const run = computeCoverageInWorkers(scene, { ...settings, model: 'itm' }, { workers: 2 });
    await expect(run).rejects.toMatchObject({ problems: [{ value: 'itm', rule: 'one-site-only' }] });
    expect(made).toEqual([]);
  });

  test('names the sites off the terrain and where a model is outside its ranges', async () => {
    const off = { ...scene.sites[0], id: 'off', position: [100, 10] as const };
    const result = await computeCoverageInWorkers(
      { ...scene, sites: [...scene.sites, off] },
      { ...settings, zoom: 11, model: 'okumura-hata', radiusKm: 3 },
      { workers: 1 },
    );
    expect(result.outsideDem).toEqual([scene.sites.length]);
    expect(result.outsideModel).toEqual([{ quantity: 'frequencyMHz', value: 2140, min: 150, max: 1500 }]);
  });
});
