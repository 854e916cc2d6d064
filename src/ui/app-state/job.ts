import { batch, computed, effect, signal, untracked } from '@preact/signals';
import { createCache } from './cache.ts';
import type { Following, Job, JobOptions, JobState, Question, Shown } from './job-types.ts';
import { createTelling, type Running } from './telling.ts';

type Life<Stage> =
  | { kind: 'idle' }
  | Running<Stage>
  | { kind: 'cancelled'; key: string | null }
  | { kind: 'failed'; key: string; error: unknown };

/** Whether an error says only that something was ended by whoever asked for it. */
export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

const usualTellEveryMs = 100;

/** A question until it is answered, or another takes its place. */
interface Asked<Result, Stage> {
  key: string;
  question: Question<Result, Stage>;
  settle: (isDone: boolean) => void;
}

export const createJob = <Result, Stage = null>({
  key: keyOf = () => '',
  keeps = { most: 0 },
  tellEveryMs = usualTellEveryMs,
  isAnnounced = false,
  finishes = false,
}: JobOptions<Result> = {}): Job<Result, Stage> => {
  const key = computed(keyOf);
  const life = signal<Life<Stage>>({ kind: 'idle' });
  const shown = signal<Shown<Result> | null>(null);
  const resets = signal(0);
  const known = createCache(keeps);
  let atWork: { asked: Asked<Result, Stage>; abort: () => void } | null = null;
  let waiting: { asked: Asked<Result, Stage>; timer?: ReturnType<typeof setTimeout> } | null = null;

  const leaveWaiting = (): void => {
    clearTimeout(waiting?.timer);
    waiting?.asked.settle(false);
    waiting = null;
  };
  const leave = (): void => {
    leaveWaiting();
    atWork?.abort();
    atWork?.asked.settle(false);
    atWork = null;
  };
  const put = (of: string, result: Result, isDraft: boolean): void => {
    shown.value = { key: of, result, isDraft };
  };
  const announce = (of: string, stage: Stage): void => {
    life.value = { kind: 'running', key: of, stage, done: 0, total: 0, share: 0, secondsLeft: null };
  };

  const begin = async (asked: Asked<Result, Stage>): Promise<void> => {
    const controller = new AbortController();
    const mine = { asked, abort: () => controller.abort() };
    const isMine = (): boolean => atWork === mine;
    const { stage, work, onFault } = asked.question;
    atWork = mine;
    announce(asked.key, stage);
    const tell = createTelling<Stage>(asked.key, tellEveryMs, (running) => {
      if (isMine()) life.value = running;
    });
    const over = (next: Life<Stage>, result?: { value: Result }): void => {
      if (!isMine()) return;
      atWork = null;
      batch(() => {
        life.value = next;
        if (result) put(asked.key, result.value, false);
      });
      asked.settle(result !== undefined);
      const after = waiting?.asked;
      waiting = null;
      if (after) void begin(after);
    };
    try {
      const value = await work({
        signal: controller.signal,
        tell,
        draft: (result) => {
          if (isMine()) put(asked.key, result, true);
        },
        isLast: () => waiting === null && isMine(),
      });
      if (keeps.most > 0) known.keep(asked.key, value);
      over({ kind: 'idle' }, { value });
    } catch (error) {
      if (!isMine()) return;
      const isTaken = isAbort(error) || onFault?.(error);
      over(isTaken ? { kind: 'idle' } : { kind: 'failed', key: asked.key, error });
    }
  };

  const ask = (question: Question<Result, Stage>): Promise<boolean> => {
    const of = key.peek();
    if (of === null) return Promise.resolve(false);
    return new Promise((settle) => {
      const asked = { key: of, question, settle };
      if (finishes && atWork) {
        leaveWaiting();
        waiting = { asked };
        return;
      }
      leave();
      const { patienceMs, stage } = question;
      if (patienceMs === undefined) {
        void begin(asked);
        return;
      }
      if (isAnnounced) announce(of, stage);
      else if (life.peek().kind === 'running') life.value = { kind: 'idle' };
      const timer = setTimeout(() => {
        waiting = null;
        void begin(asked);
      }, patienceMs);
      waiting = { asked, timer };
    });
  };

  const end = (): void => {
    leave();
    if (life.peek().kind === 'running') life.value = { kind: 'idle' };
  };

  const isSettled = (of: string): boolean => shown.peek()?.key === of && !shown.peek()?.isDraft;
  const isGivenUp = (of: string): boolean => {
    const now = life.peek();
    return (now.kind === 'cancelled' || now.kind === 'failed') && now.key === of;
  };
  /** Does what a change of the key, or of what `follow` asks by, calls for. */
  const keepTo = (of: string | null, next: Following<Result, Stage> | null): void => {
    if (atWork?.asked.key === of && !next?.isHeld) return;
    end();
    if (of === null) return;
    const before = known.find(of);
    if (before !== undefined && !isSettled(of)) put(of, before, false);
    if (!next || isSettled(of) || isGivenUp(of)) return;
    if (!next.isHeld) void ask(next);
    else if (isAnnounced) announce(of, next.stage);
  };

  const state = computed((): JobState<Stage> => {
    const [now, last] = [life.value, shown.value];
    if (now.kind === 'running') return now;
    if (now.kind !== 'idle' && now.key === key.value) return now;
    if (!last) return { kind: 'idle' };
    return last.key === key.value && !last.isDraft ? { kind: 'done' } : { kind: 'stale' };
  });
  const result = computed(() => shown.value?.result ?? null);

  return {
    key,
    known,
    state,
    shown,
    result,
    settled: computed(() => (state.value.kind === 'done' ? result.value : null)),
    isStale: computed(() => shown.value !== null && shown.value.key !== key.value),
    ask,
    end,
    cancel: () => {
      const of = atWork?.asked.key ?? waiting?.asked.key ?? key.peek();
      leave();
      life.value = { kind: 'cancelled', key: of };
    },
    reset: () => {
      leave();
      batch(() => {
        life.value = { kind: 'idle' };
        shown.value = null;
        resets.value = resets.peek() + 1;
      });
    },
    follow: (next) => {
      const stop = effect(() => {
        const of = key.value;
        resets.value;
        const question = next();
        untracked(() => keepTo(of, question));
      });
      return () => {
        stop();
        end();
      };
    },
  };
};
