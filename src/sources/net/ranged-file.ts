import { sourceError } from '../failure.ts';
import type { Source } from '../source.ts';
import { partOf } from './download.ts';
import { type Answer, joined } from './exchange.ts';
import { byStatus, type Judgement, wrongForm } from './judge.ts';
import { askedOf, type Net } from './net.ts';

/** Files are read in chunks of this size, kept one by one whatever run of them was asked for. */
const chunkBytes = 1 << 17;
/** So many chunks at most in one request: enough that the way there hardly counts, little enough to come again. */
const mostChunks = 16;

/** A file at a source, read in parts. */
export interface RangedFile {
  /** Bytes from one place up to another, fewer where the file ends; null where there is no such file. */
  read: (from: number, to: number) => Promise<Uint8Array | null>;
}

/** Indexes in a row, each run no longer than one request takes. */
const runsOf = (indexes: readonly number[]): [first: number, last: number][] => {
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const run = runs.at(-1);
    if (run && index === run[1] + 1 && index - run[0] < mostChunks) run[1] = index;
    else runs.push([index, index]);
  }
  return runs;
};

/**
 * A file whose parts are asked for as they are needed, and kept. A source that sends the whole instead of a part is taken
 * at its word where the whole is not too large. Parts of two versions are never put together.
 *
 * @param isAbsent whether an answer says that there is no such file
 * @param form what the file must be, and whether one begins like it
 */
export const rangedFile = (
  net: Net,
  source: Source,
  address: string,
  isAbsent: (answer: Answer) => boolean,
  form: { name: string; fits: (beginning: Uint8Array) => boolean },
): RangedFile => {
  const chunks = new Map<number, Uint8Array>();
  const coming = new Map<number, Promise<void>>();
  let version: string | null = null;
  let total = Number.POSITIVE_INFINITY;
  let isMissing = false;

  const rangeOf = (first: number, last: number): [number, number] => [first * chunkBytes, (last + 1) * chunkBytes];
  const askedFor = (index: number): string => askedOf({ address, range: rangeOf(index, index) });

  const fromCache = async (index: number): Promise<boolean> => {
    const kept = await net.cache.find(askedFor(index));
    if (!kept) return false;
    if (kept.bytes === null) {
      isMissing = true;
      return true;
    }
    const found = kept.version ?? '';
    // what was kept of another version is as good as nothing
    if (version !== null && version !== found) return false;
    version = found;
    total = kept.total ?? total;
    chunks.set(index, kept.bytes);
    net.onAnswer(source, kept.bytes.length, false);
    return true;
  };

  const judgePart = (answer: Answer, [from, to]: readonly [number, number]): Judgement => {
    if (isAbsent(answer)) return { absent: true };
    const judged = byStatus(answer);
    if (!('take' in judged)) return judged;
    const isWholeFile = answer.status === 200;
    if ((isWholeFile || from === 0) && !form.fits(answer.body)) return wrongForm(form.name);
    if (isWholeFile) return judged;
    // a page sees only the headers that a source lets it see
    if (answer.header('content-range') === null) return { stop: 'source-hidden' };
    const part = partOf(answer.header);
    const isWhole = part.from === from && answer.body.length === Math.min(to, part.total) - from;
    return isWhole ? judged : { again: 'source-cut' };
  };

  const fetchRun = async ([first, last]: readonly [number, number]): Promise<void> => {
    const range = rangeOf(first, last);
    const put = async () => ({ address, range, asStored: true });
    const judge = (answer: Answer) => judgePart(answer, range);
    const { answer, judgement } = await net.exchange(source, put, { judge });
    net.signal.throwIfAborted();
    if ('absent' in judgement) {
      isMissing = true;
      await net.cache.keep(askedFor(first), null);
      net.onAnswer(source, 0, true);
      return;
    }
    const found = answer.header('etag') ?? '';
    if (version !== null && version !== found) {
      for (const index of chunks.keys()) await net.cache.forget(askedFor(index));
      throw sourceError(source, address, '', 'source-changed', {}, true);
    }
    version = found;
    total = answer.status === 200 ? answer.body.length : partOf(answer.header).total;
    const start = answer.status === 200 ? 0 : first;
    for (let at = 0; at < answer.body.length; at += chunkBytes) {
      const index = start + at / chunkBytes;
      const bytes = answer.body.slice(at, at + chunkBytes);
      chunks.set(index, bytes);
      await net.cache.keep(askedFor(index), bytes, { version, total });
    }
    net.onAnswer(source, answer.body.length, true);
  };

  const fetchMissing = async (indexes: readonly number[]): Promise<void> => {
    const missing: number[] = [];
    for (const index of indexes) if (!isMissing && !(await fromCache(index))) missing.push(index);
    if (!isMissing) await Promise.all(runsOf(missing).map(fetchRun));
  };

  return {
    read: async (from, to) => {
      const first = Math.floor(from / chunkBytes);
      const end = Math.min(to, total);
      const needed = Array.from({ length: Math.max(0, Math.ceil(end / chunkBytes) - first) }, (_, i) => first + i);
      const fresh = needed.filter((index) => !coming.has(index));
      const come = fetchMissing(fresh);
      for (const index of fresh) coming.set(index, come);
      await Promise.all(needed.map((index) => coming.get(index)));
      if (isMissing) return null;
      const parts = needed.flatMap((index) => chunks.get(index) ?? []);
      return joined(parts).slice(from - first * chunkBytes, to - first * chunkBytes);
    },
  };
};
