import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answeringStore } from '../../../src/ui/recovery/answering-store.ts';
import type { SnapshotStore } from '../../../src/ui/recovery/snapshot-store.ts';
import { aStore } from './a-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = (): Promise<never> => new Promise(() => {});

it('a database that never opens is told as silent, and the next question opens it anew', async () => {
  const open = vi.fn<() => Promise<SnapshotStore>>().mockImplementationOnce(never).mockResolvedValue(aStore());
  const store = answeringStore(open, 1_000);
  const first = expect(store.snapshots()).rejects.toThrow('IndexedDB did not answer within 1 s');
  await vi.advanceTimersByTimeAsync(1_000);
  await first;
  expect(await store.snapshots()).toEqual([]);
  expect(open).toHaveBeenCalledTimes(2);
});

it('one that stops answering in the middle is let go of and opened anew', async () => {
  const mute = { ...aStore(), snapshots: never, end: vi.fn() };
  const open = vi.fn<() => Promise<SnapshotStore>>().mockResolvedValueOnce(mute).mockResolvedValue(aStore());
  const store = answeringStore(open, 1_000);
  const first = expect(store.snapshots()).rejects.toThrow('did not answer');
  await vi.advanceTimersByTimeAsync(1_000);
  await first;
  expect(await store.snapshots()).toEqual([]);
  expect(mute.end).toHaveBeenCalledOnce();
});

it('one that was closed under the page is opened anew, and a full one is not: it would be as full', async () => {
  const closed = { ...aStore(), snapshots: () => Promise.reject(new DOMException('closing', 'InvalidStateError')) };
  const open = vi.fn<() => Promise<SnapshotStore>>().mockResolvedValueOnce(closed).mockResolvedValue(aStore(0));
  const store = answeringStore(open, 1_000);
  await expect(store.snapshots()).rejects.toThrow('closing');
  const empty = {
    work: 'w',
    tab: 't',
    at: 1,
    isClosed: false,
    current: null,
    base: { id: 'p', title: 'p', checksum: 'c' },
    scenarios: [],
  };
  await expect(store.putSnapshot(empty, [])).rejects.toThrow('full');
  await store.snapshots();
  expect(open).toHaveBeenCalledTimes(2);
});
