import type { RuleId } from '../../model/problem.ts';
import type { Cache, Kept } from '../cache/cache.ts';
import { type SourceError, sourceError } from '../failure.ts';
import type { Source, SourceId } from '../source.ts';
import { type Answer, type Asking, BrokenExchange, exchange } from './exchange.ts';
import { byStatus, type Judge, type Judgement, wordsOf } from './judge.ts';
import { createLane, type Lane, type Wait } from './lane.ts';

/** What came of a question, from the source or from the cache. */
export interface Given extends Kept {
  /** Whether it came over the network just now. */
  isFresh: boolean;
}

export interface Question extends Asking {
  /** Taken out of the address wherever it is shown or written down. */
  secret?: string;
}

export interface Questioning {
  judge?: Judge;
  /** Looks into what came before it is kept; says what is wrong with it. */
  check?: (body: Uint8Array, answer: Answer) => Judgement;
}

export interface Net {
  /** Where a source is asked: its own address, or the one given instead. */
  address: (source: Source, what?: string) => string;
  /** The answer to a question, kept before it is given. Bytes are null where the source has nothing there. */
  ask: (source: Source, question: Question, questioning?: Questioning) => Promise<Given>;
  /** A question that is not kept by itself: paced, judged and tried again as any, put anew for each try. */
  exchange: (
    source: Source,
    put: () => Promise<Question>,
    questioning?: Questioning,
    onPiece?: Parameters<typeof exchange>[3],
  ) => Promise<{ answer: Answer; judgement: Judgement }>;
  cache: Cache;
  isOffline: boolean;
  /** Told of every answer, kept ones included. */
  onAnswer: (source: Source, bytes: number, isFresh: boolean) => void;
  /** Ends with the one who asks, or when the net is closed. */
  signal: AbortSignal;
  /** Gives up whatever is under way. */
  close: () => void;
}

export interface NetOptions {
  cache: Cache;
  fetch?: typeof fetch;
  identification?: Readonly<Record<string, string>>;
  /** By source, or by source and what is asked: 'thanglequoc', 'thanglequoc.list'. */
  addresses?: Readonly<Record<string, string>>;
  isOffline?: boolean;
  wait: Wait;
  signal: AbortSignal;
  onAnswer?: Net['onAnswer'];
}

/** A source that asks for a longer rest than this is left alone. */
const longestRestMs = 10 * 60_000;

/** A source that fails in these ways, however often it is asked, is not asked other things either. */
const unlikelySoon: readonly RuleId[] = ['source-unreachable', 'source-slow', 'source-busy', 'source-failed'];

/** A question as it is written down and shown: without what is secret. */
export const askedOf = ({ address, form, range, secret }: Question): string => {
  const shown = secret ? address.split(secret).join('…') : address;
  const fields = form ? ` ${new URLSearchParams(form)}` : '';
  return `${shown}${fields}${range ? ` ${range[0]}-${range[1]}` : ''}`;
};

export const shownOf = ({ address, secret }: Question): string => (secret ? address.split(secret).join('…') : address);

export const createNet = (options: NetOptions): Net => {
  const { cache, wait, addresses = {}, isOffline = false, onAnswer = () => {} } = options;
  const stop = new AbortController();
  const { signal } = stop;
  const cancel = () => stop.abort(options.signal.reason);
  if (options.signal.aborted) cancel();
  options.signal.addEventListener('abort', cancel, { once: true });
  const tools = { fetch: options.fetch ?? fetch, identification: options.identification ?? {}, signal };
  const lanes = new Map<SourceId, Lane>();
  const laneOf = (source: Source): Lane => {
    const lane = lanes.get(source.id) ?? createLane(source.pace, wait, signal);
    lanes.set(source.id, lane);
    return lane;
  };

  const once = async (
    source: Source,
    question: Question,
    { judge = byStatus, check }: Questioning,
    onPiece?: Parameters<typeof exchange>[3],
  ): Promise<{ answer: Answer | null; judgement: Judgement }> => {
    try {
      const limits = { ...source.pace, mostBytes: source.mostBytes };
      const answer = await exchange(question, limits, tools, onPiece);
      const judgement = judge(answer);
      return { answer, judgement: 'take' in judgement && check ? check(answer.body, answer) : judgement };
    } catch (error) {
      if (!(error instanceof BrokenExchange)) throw error;
      return { answer: null, judgement: brokenAs(error, source, question) };
    }
  };

  /** Sources that have been given up: nobody asks them again in this run. */
  const down = new Map<SourceId, SourceError>();

  const tried: Net['exchange'] = async (source, put, questioning = {}, onPiece) => {
    const { tries, againMs, busyMs } = source.pace;
    const lane = laneOf(source);
    const isDown = (): void => {
      const failure = down.get(source.id);
      if (failure) throw failure;
    };
    for (let attempt = 1; ; attempt++) {
      isDown();
      const question = await put();
      const refuse = (answer: Answer | null, rule: RuleId, values = {}, isPassing = false): SourceError => {
        const value = answer ? [`HTTP ${answer.status}`, saidBy(answer)].filter(Boolean).join(': ') : '';
        return sourceError(source, shownOf(question), value, rule, values, isPassing);
      };
      const { answer, judgement } = await lane.run(() => {
        isDown();
        return once(source, question, questioning, onPiece);
      });
      if ('stop' in judgement) throw refuse(answer, judgement.stop, judgement.values);
      if (!('again' in judgement)) return { answer: answer!, judgement };
      const { again, values, restMs, busy } = judgement;
      if (attempt >= tries || (restMs ?? 0) > longestRestMs) {
        const minutes = restMs ? { minutes: Math.ceil(restMs / 60_000) } : {};
        const failure = refuse(answer, again, { ...values, ...minutes }, true);
        if (unlikelySoon.includes(again)) down.set(source.id, failure);
        throw failure;
      }
      if (busy) lane.rest(Math.max(busyMs, restMs ?? 0));
      else await wait(againMs * 2 ** (attempt - 1), signal);
    }
  };

  return {
    cache,
    isOffline,
    onAnswer,
    signal,
    close: () => {
      options.signal.removeEventListener('abort', cancel);
      stop.abort();
    },
    address: (source, what) => {
      const [first] = Object.keys(source.addresses);
      const own = source.addresses[what ?? first];
      const given = addresses[what === undefined || what === first ? source.id : `${source.id}.${what}`];
      return (given ?? own).replace(/\/+$/, '');
    },
    exchange: async (source, put, questioning, onPiece) => {
      if (isOffline) throw sourceError(source, shownOf(await put()), '', 'source-offline');
      return tried(source, put, questioning, onPiece);
    },
    ask: async (source, question, questioning) => {
      const asked = askedOf(question);
      const kept = await cache.find(asked);
      if (kept) {
        onAnswer(source, kept.bytes?.length ?? 0, false);
        return { ...kept, isFresh: false };
      }
      if (isOffline) throw sourceError(source, shownOf(question), '', 'source-offline');
      const { answer, judgement } = await tried(source, async () => question, questioning);
      signal.throwIfAborted();
      // a question that was too large once need not be so always: whoever cuts it up keeps that, when its parts are there
      if ('tooLarge' in judgement) return { asked, bytes: null, tooLarge: true, isFresh: true };
      const bytes = 'take' in judgement ? answer.body : null;
      await cache.keep(asked, bytes);
      onAnswer(source, bytes?.length ?? 0, true);
      return { asked, bytes, isFresh: true };
    },
  };
};

const saidBy = (answer: Answer): string => (/^text\/|xml|json/.test(answer.type) ? wordsOf(answer) : '');

const brokenAs = ({ kind }: BrokenExchange, { mostBytes, pace }: Source, { range }: Question): Judgement => {
  switch (kind) {
    case 'unreachable':
      return { again: 'source-unreachable' };
    case 'slow':
      return { again: 'source-slow', values: { seconds: Math.round(pace.answerMs / 1000) } };
    case 'cut':
      return { again: 'source-cut' };
    case 'large':
      // a part was asked for, and the whole file would come
      return { stop: range ? 'source-whole' : 'source-large', values: { max: Math.round(mostBytes / 1e6) } };
  }
};
