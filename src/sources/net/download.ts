import type { Pieces } from '../cache/cache.ts';
import { sourceError } from '../failure.ts';
import type { Source } from '../source.ts';
import { type Answer, joined } from './exchange.ts';
import { byStatus, type Judge, type Judgement } from './judge.ts';
import { askedOf, type Net, type Question, shownOf } from './net.ts';

/** What has come of a file is kept in pieces of this size, so that it need not come again. */
const pieceBytes = 1 << 20;

/** How a source tells versions of a file apart; without it what has come can't be known to be of the same one. */
const versionOf = (header: Answer['header']): string => {
  const tag = header('etag') ?? '';
  return tag.startsWith('W/') ? '' : tag;
};

/** First byte and length of the whole of an answer with a part: 'bytes 1048576-2097151/5000000'. */
export const partOf = (header: Answer['header']): { from: number; total: number } => {
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(header('content-range') ?? '') ?? [];
  return { from: Number(from), total: Number(total) };
};

/** Cuts what comes into pieces and keeps each that is whole. */
const pieceKeeper = (pieces: Pieces) => {
  let rest: Uint8Array = new Uint8Array(0);
  return async (part: Uint8Array): Promise<void> => {
    rest = joined([rest, part]);
    for (; rest.length >= pieceBytes; rest = rest.slice(pieceBytes)) await pieces.add(rest.slice(0, pieceBytes));
  };
};

/** The bytes of a file, of what was kept of it and what a source still sends; null where there is no such file. */
const wholeFile = async (
  net: Net,
  source: Source,
  question: Question,
  pieces: Pieces,
  judge: Judge,
): Promise<Uint8Array | null> => {
  let before: { version: string; pieces: Uint8Array[] } = { version: '', pieces: [] };
  let isStale = false;
  let keep: ((part: Uint8Array) => Promise<void>) | null = null;
  const lengthBefore = (): number => before.pieces.length * pieceBytes;

  const put = async (): Promise<Question> => {
    if (isStale) await pieces.forget();
    isStale = false;
    keep = null;
    before = await pieces.read();
    const rest = { range: [lengthBefore(), Number.POSITIVE_INFINITY] as const, version: before.version };
    return { ...question, asStored: true, ...(before.pieces.length > 0 && rest) };
  };
  const onPiece = async (part: Uint8Array, status: number, header: Answer['header']): Promise<void> => {
    if (status !== 200 && status !== 206) return;
    if (!keep) {
      if (status === 200) {
        await pieces.begin(versionOf(header));
        before = { version: versionOf(header), pieces: [] };
      }
      keep = before.version === '' || !fits(status, header) ? async () => {} : pieceKeeper(pieces);
    }
    await keep(part);
  };
  const fits = (status: number, header: Answer['header']): boolean =>
    status === 200 || (partOf(header).from === lengthBefore() && versionOf(header) === before.version);
  const judgeRest: Judge = (answer) => {
    const { status, header, body } = answer;
    const isPart = status === 206;
    // 416: there is nothing after what was kept
    if (
      status === 416 ||
      (isPart && (!fits(status, header) || lengthBefore() + body.length !== partOf(header).total))
    ) {
      isStale = true;
      return { again: 'source-changed' };
    }
    return judge(answer);
  };
  const { answer, judgement } = await net.exchange(source, put, { judge: judgeRest }, onPiece);
  if ('absent' in judgement) return null;
  return answer.status === 206 ? joined([...before.pieces, answer.body]) : answer.body;
};

/**
 * A file that may be long. What has come of it is kept piece by piece, so that after a cut, or a new start of the program,
 * only the rest is asked for; the whole is kept once it has passed `check`. Null where the source has no such file.
 */
export const download = async (
  net: Net,
  source: Source,
  question: Question,
  { judge = byStatus, check }: { judge?: Judge; check: (body: Uint8Array) => Judgement },
): Promise<Uint8Array | null> => {
  const asked = askedOf(question);
  const kept = await net.cache.find(asked);
  if (kept) {
    net.onAnswer(source, kept.bytes?.length ?? 0, false);
    return kept.bytes;
  }
  const pieces = net.cache.pieces(asked);
  for (let attempt = 1; ; attempt++) {
    const bytes = await wholeFile(net, source, question, pieces, judge);
    const judgement: Judgement = bytes ? check(bytes) : { take: true };
    net.signal.throwIfAborted();
    if ('take' in judgement) {
      await net.cache.keep(asked, bytes);
      await pieces.forget();
      net.onAnswer(source, bytes?.length ?? 0, true);
      return bytes;
    }
    await pieces.forget();
    const isFinal = 'stop' in judgement;
    if (isFinal || attempt >= source.pace.tries) {
      const rule = isFinal ? judgement.stop : 'again' in judgement ? judgement.again : 'source-form';
      const values = 'values' in judgement ? judgement.values : {};
      throw sourceError(source, shownOf(question), '', rule, values, !isFinal);
    }
  }
};
