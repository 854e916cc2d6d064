import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { operations } from '../../../src/study/operations/index.ts';
import { openStudy } from '../../../src/study/study.ts';
import { aHamlet, aSite } from '../../files/pack/small-pack.ts';
import { aPackWith } from '../../study/a-study.ts';

const begun = vi.hoisted(() => [] as number[]);
vi.mock('../../../workers/coverage/client.ts', () => ({
  computeCoverageInWorkers: (_: unknown, { zoom }: { zoom: number }) => {
    begun.push(zoom);
    return new Promise(() => {});
  },
}));
vi.stubGlobal('window', { location: { hash: '' }, setTimeout, clearTimeout });
vi.stubGlobal('document', { baseURI: 'https://localhost/' });
const { commit, study } = await import('../../../src/ui/app-state/study.ts');
const { followCoverage, startCoverage } = await import('../../../src/ui/coverage/province/province-coverage.ts');

let stopFollowing = (): void => {};
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { location: { hash: '' }, setTimeout, clearTimeout });
  begun.length = 0;
  study.value = openStudy({ pack: aPackWith([aSite()], [aHamlet()]), checksum: 'c'.repeat(64) });
  stopFollowing = followCoverage();
});
afterEach(() => {
  stopFollowing();
  vi.useRealTimers();
});

test('coverage that is asked for begins once', () => {
  startCoverage();
  vi.advanceTimersByTime(10_000);
  expect(begun).toEqual([11]);
});

test('coverage follows a change of the study, once it has been asked for', () => {
  const move = (lon: number) =>
    commit((on) => operations.moveSite(on, { id: aSite().id, position: [lon, aSite().position[1]] }));
  move(aSite().position[0] + 0.001);
  vi.advanceTimersByTime(10_000);
  expect(begun).toEqual([]);
  startCoverage();
  move(aSite().position[0] + 0.002);
  vi.advanceTimersByTime(10_000);
  expect(begun).toEqual([11, 11]);
});
