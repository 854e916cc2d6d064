import type { RuleId } from '../../model/problem.ts';
import type { Answer } from './exchange.ts';

type Values = Readonly<Record<string, string | number>>;

/** What an answer means. */
export type Judgement =
  | { take: true }
  /** The source has nothing there, and that is an answer, too. */
  | { absent: true }
  /** The question was too large for the source; its parts are to be asked. */
  | { tooLarge: true; rule: RuleId }
  /** To be tried again, after `restMs` where the source says how long. */
  | { again: RuleId; values?: Values; restMs?: number; busy?: boolean }
  | { stop: RuleId; values?: Values };

export type Judge = (answer: Answer) => Judgement;

const second = 1000;

/** How long the source asks to wait: Retry-After in seconds, or the time GitHub names. */
const restOf = ({ header }: Answer): number | undefined => {
  const after = Number(header('retry-after') ?? Number.NaN);
  if (after >= 0) return after * second;
  const reset = Number(header('x-ratelimit-reset') ?? Number.NaN);
  return reset > 0 ? Math.max(0, reset * second - Date.now()) : undefined;
};

/** What a status means where the source has no word of its own for it. */
export const byStatus: Judge = (answer) => {
  const { status, header } = answer;
  if (status === 200 || status === 206) return { take: true };
  if (status === 429 || status === 503 || (status === 403 && header('x-ratelimit-remaining') === '0')) {
    return { again: 'source-busy', restMs: restOf(answer), busy: true };
  }
  if (status === 408 || status >= 500) return { again: 'source-failed' };
  if (status === 406) return { stop: 'source-agent' };
  if (status === 401 || status === 403) return { stop: 'source-refuses' };
  if (status === 404 || status === 410) return { stop: 'source-lacks' };
  return { stop: 'source-query' };
};

/** Something else came than was asked for: a page of a proxy, say. */
export const wrongForm = (expected: string): Judgement => ({ again: 'source-form', values: { expected } });

/** The first words of an answer that is no data, for a message. */
export const wordsOf = ({ body }: Pick<Answer, 'body'>): string =>
  new TextDecoder('utf-8')
    .decode(body.subarray(0, 2000))
    .replace(/<head[\s\S]*?<\/head>|<[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160);
