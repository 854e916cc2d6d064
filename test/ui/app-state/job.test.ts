import { effect, signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createJob } from '../../../src/ui/app-state/job.ts';
import type { AtWork, JobOptions } from '../../../src/ui/app-state/job-types.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets promises that are settled be heard. */
const settle = () => vi.advanceTimersByTimeAsync(0);

/** A job over a key that can be changed, whose work ends when told. */
const aJob = (options: Omit<JobOptions<string>, 'key'> = {}) => {
  const key = signal<string | null>('a');
  const job = createJob<string, string>({ ...options, key: () => key.value });
  const works: {
    of: string | null;
    at: AtWork<string, string>;
    gives: (result: string) => Promise<void>;
    fails: (error: unknown) => Promise<void>;
  }[] = [];
  const question = {
    stage: 'first',
    work: (at: AtWork<string, string>) =>
      new Promise<string>((resolve, reject) => {
        const told =
          <T>(tell: (value: T) => void) =>
          async (value: T): Promise<void> => {
            tell(value);
            await settle();
          };
        works.push({ of: key.peek(), at, gives: told(resolve), fails: told(reject) });
      }),
  };
  const begun = () => works.map(({ of }) => of);
  const kind = () => job.state.value.kind;
  return { key, job, works, question, begun, kind };
};

describe('a calculation that is asked for', () => {
  test('runs, tells how far it is, and is done', async () => {
    const { job, works, question, kind } = aJob();
    expect(kind()).toBe('idle');
    const asked = job.ask(question);
    expect(job.state.value).toMatchObject({ kind: 'running', key: 'a', stage: 'first', share: 0 });
    works[0].at.tell('second', 3, 4);
    expect(job.state.value).toMatchObject({ kind: 'running', stage: 'second', done: 3, total: 4, share: 0.75 });
    await works[0].gives('A');
    expect(kind()).toBe('done');
    expect([job.result.value, job.settled.value, await asked]).toEqual(['A', 'A', true]);
  });

  test('shows a draft, which is not yet what was asked for', async () => {
    const { job, works, question, kind } = aJob();
    void job.ask(question);
    works[0].at.draft('half');
    expect([kind(), job.result.value, job.settled.value]).toEqual(['running', 'half', null]);
    await works[0].gives('whole');
    expect([kind(), job.settled.value]).toEqual(['done', 'whole']);
  });

  test('is stale when its key changes, still shown, and done again when it changes back', async () => {
    const { key, job, works, question, kind } = aJob();
    void job.ask(question);
    await works[0].gives('A');
    key.value = 'b';
    expect([kind(), job.isStale.value, job.result.value, job.settled.value]).toEqual(['stale', true, 'A', null]);
    key.value = 'a';
    expect([kind(), job.settled.value]).toEqual(['done', 'A']);
  });

  test('keeps its error as it is; another key has not failed', async () => {
    const { key, job, works, question, kind } = aJob();
    const fault = new Error('no');
    const asked = job.ask(question);
    await works[0].fails(fault);
    expect(job.state.value).toMatchObject({ kind: 'failed', error: fault });
    expect(await asked).toBe(false);
    key.value = 'b';
    expect(kind()).toBe('idle');
  });

  test('is as if it had not been asked where somebody takes its fault', async () => {
    const { job, works, question, kind } = aJob();
    const faults: unknown[] = [];
    void job.ask({ ...question, onFault: (error) => faults.push(error) > 0 });
    await works[0].fails('no');
    expect([kind(), faults]).toEqual(['idle', ['no']]);
  });

  test('is cancelled at once, and what it gives later is not heard', async () => {
    const { job, works, question, kind } = aJob();
    const asked = job.ask(question);
    job.cancel();
    expect([kind(), works[0].at.signal.aborted, await asked]).toEqual(['cancelled', true, false]);
    works[0].at.tell('first', 1, 2);
    works[0].at.draft('half');
    await works[0].gives('A');
    expect([kind(), job.result.value]).toEqual(['cancelled', null]);
  });

  test('gives way to a later one', async () => {
    const { job, works, question } = aJob();
    const [first, second] = [job.ask(question), job.ask(question)];
    expect(works.map(({ at }) => at.signal.aborted)).toEqual([true, false]);
    await works[1].gives('second');
    await works[0].gives('first');
    expect([job.result.value, await first, await second]).toEqual(['second', false, true]);
  });

  test('waits as long as it is patient, and gives way meanwhile', async () => {
    const { job, question, begun, kind } = aJob();
    const first = job.ask({ ...question, patienceMs: 100 });
    await vi.advanceTimersByTimeAsync(99);
    void job.ask({ ...question, patienceMs: 100 });
    await vi.advanceTimersByTimeAsync(99);
    expect([begun(), kind(), await first]).toEqual([[], 'idle', false]);
    await vi.advanceTimersByTimeAsync(1);
    expect([begun(), kind()]).toEqual([['a'], 'running']);
  });

  test('counts as running while it waits where it is announced', () => {
    const { job, question, kind } = aJob({ isAnnounced: true });
    void job.ask({ ...question, patienceMs: 100 });
    expect(kind()).toBe('running');
    job.end();
    expect(kind()).toBe('idle');
  });

  test('does nothing while there is nothing to compute', async () => {
    const { key, job, question, begun } = aJob();
    key.value = null;
    expect([await job.ask(question), begun()]).toEqual([false, []]);
  });

  test('is forgotten with what it showed', async () => {
    const { job, works, question, kind } = aJob();
    void job.ask(question);
    await works[0].gives('A');
    void job.ask(question);
    job.reset();
    expect([kind(), job.result.value, works[1].at.signal.aborted]).toEqual(['idle', null, true]);
  });
});

describe('a calculation that follows its key', () => {
  const aFollowing = (options: Omit<JobOptions<string>, 'key'> = {}) => {
    const made = aJob(options);
    const isHeld = signal(false);
    const isWanted = signal(true);
    const stop = made.job.follow(() => (isWanted.value ? { ...made.question, isHeld: isHeld.value } : null));
    return { ...made, isHeld, isWanted, stop };
  };

  test('begins anew with every change of it, and ends what is at work for another', () => {
    const { key, works, begun } = aFollowing();
    key.value = 'b';
    expect(begun()).toEqual(['a', 'b']);
    expect(works.map(({ at }) => at.signal.aborted)).toEqual([true, false]);
  });

  test('shows what is known, and begins what is known no more', async () => {
    const { key, job, works, begun, kind } = aFollowing({ keeps: { most: 1 } });
    await works[0].gives('A');
    key.value = 'b';
    key.value = 'a';
    expect([kind(), job.settled.value, begun()]).toEqual(['done', 'A', ['a', 'b']]);
    key.value = 'c';
    await works[2].gives('C');
    key.value = 'a';
    expect([kind(), begun()]).toEqual(['running', ['a', 'b', 'c', 'a']]);
  });

  test('is not begun again by itself once it is cancelled or has failed', async () => {
    const { key, isWanted, job, works, question, begun } = aFollowing();
    job.cancel();
    isWanted.value = false;
    isWanted.value = true;
    expect(begun()).toEqual(['a']);
    key.value = 'b';
    await works[1].fails('no');
    isWanted.value = false;
    isWanted.value = true;
    expect(begun()).toEqual(['a', 'b']);
    void job.ask(question);
    expect(begun()).toEqual(['a', 'b', 'b']);
  });

  test('goes on for its key when no more is asked, and ends where it is held', () => {
    const { isHeld, isWanted, works, begun, kind } = aFollowing({ isAnnounced: true });
    isWanted.value = false;
    expect(works[0].at.signal.aborted).toBe(false);
    isWanted.value = true;
    isHeld.value = true;
    expect([works[0].at.signal.aborted, kind()]).toEqual([true, 'running']);
    isHeld.value = false;
    expect(begun()).toEqual(['a', 'a']);
  });

  test('begins anew when it is reset, and ends with those who follow', async () => {
    const { job, works, stop, begun } = aFollowing();
    await works[0].gives('A');
    job.reset();
    expect(begun()).toEqual(['a', 'a']);
    stop();
    expect(works[1].at.signal.aborted).toBe(true);
  });

  test('can be reset by what follows something else', () => {
    const { job, begun } = aFollowing();
    const pack = signal('one');
    const stop = effect(() => {
      pack.value;
      job.known.clear();
      job.reset();
    });
    pack.value = 'other';
    stop();
    expect(begun()).toEqual(['a', 'a', 'a']);
  });
});

describe('a calculation not worth ending', () => {
  test('is finished first; of those that come meanwhile only the last is begun', async () => {
    const { job, works, question } = aJob({ finishes: true });
    const asked = [1, 2, 3].map(() => job.ask(question));
    expect(works).toHaveLength(1);
    await works[0].gives('first');
    expect([works.length, job.result.value]).toEqual([2, 'first']);
    await works[1].gives('third');
    expect([works.length, job.result.value, await Promise.all(asked)]).toEqual([2, 'third', [true, false, true]]);
  });

  test('knows that another waits, and that it was left', () => {
    const { job, works, question } = aJob({ finishes: true });
    void job.ask(question);
    expect(works[0].at.isLast()).toBe(true);
    void job.ask(question);
    expect(works[0].at.isLast()).toBe(false);
    job.reset();
    expect(works[0].at.isLast()).toBe(false);
  });
});
