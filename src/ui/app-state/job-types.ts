import type { ReadonlySignal } from '@preact/signals';
import type { Cache, CacheBounds } from './cache.ts';
import type { Running } from './telling.ts';

/** Where a calculation on screen stands. */
export type JobState<Stage> =
  | { kind: 'idle' }
  | Running<Stage>
  | { kind: 'done' }
  /** What is shown was computed from something else than what is there now. */
  | { kind: 'stale' }
  | { kind: 'cancelled' }
  /** The error is kept as it is, to be told in the language of the moment it is read. */
  | { kind: 'failed'; error: unknown };

/** What work is given to end by, and to tell by. */
export interface AtWork<Result, Stage> {
  signal: AbortSignal;
  /** How far it is; the clock of each stage starts at its first telling. */
  tell: (stage: Stage, done: number, total: number) => void;
  /** Shows what there is so far. */
  draft: (result: Result) => void;
  /** Whether another question waits until this one is answered. */
  isLast: () => boolean;
}

export interface Question<Result, Stage> {
  /** What the work is at until it tells. */
  stage: Stage;
  work: (at: AtWork<Result, Stage>) => Promise<Result>;
  /** A later question within this takes its place before it begins; at once where it is not given. */
  patienceMs?: number;
  /** Takes a fault upon itself by giving true: the job is then as if it had not been asked. */
  onFault?: (error: unknown) => boolean;
}

/** A question put because something changed; put off as long as it is held, and whatever is at work ends. */
export interface Following<Result, Stage> extends Question<Result, Stage> {
  isHeld?: boolean;
}

export interface JobOptions<Result> {
  /** What would be computed now, as text: results of one key are the same. Null while there is nothing to compute. */
  key?: () => string | null;
  /** Results to keep, so that going back to what they were computed from needs no work. */
  keeps?: CacheBounds<Result>;
  /** Progress is told no more often; a new stage always is. */
  tellEveryMs?: number;
  /** Counts as running from when it is asked, not only from when it begins. */
  isAnnounced?: boolean;
  /** A later question waits for the one at work, which is not worth ending, and takes the place of any that waits. */
  finishes?: boolean;
}

/** What was computed last, and from what. */
export interface Shown<Result> {
  key: string;
  result: Result;
  /** More is to come. */
  isDraft: boolean;
}

/** One calculation on screen through all its life. Of several questions the latest wins. */
export interface Job<Result, Stage> {
  state: ReadonlySignal<JobState<Stage>>;
  /** Stays while the next one is computed. */
  shown: ReadonlySignal<Shown<Result> | null>;
  /** What is shown, whatever it was computed from. */
  result: ReadonlySignal<Result | null>;
  /** What was computed in full from what is there now; null while that is at work or was not asked for. */
  settled: ReadonlySignal<Result | null>;
  isStale: ReadonlySignal<boolean>;
  key: ReadonlySignal<string | null>;
  known: Cache<Result>;
  /** Computes for the key of this moment; gives whether it came to an end. */
  ask: (question: Question<Result, Stage>) => Promise<boolean>;
  /**
   * Keeps to the key: shows what is known of it, else ends what is at work for another and asks what `next` gives. What
   * was cancelled or failed is not asked again by itself. Returns what ends it.
   */
  follow: (next: () => Following<Result, Stage> | null) => () => void;
  cancel: () => void;
  /** Ends what is at work as if it had not been asked. */
  end: () => void;
  /** The same, and forgets what was shown. */
  reset: () => void;
}
