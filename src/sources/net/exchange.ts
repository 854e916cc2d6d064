/** What is asked. */
export interface Asking {
  address: string;
  /** A form sent by POST; GET without it. */
  form?: Readonly<Record<string, string>>;
  accept?: string;
  /** First byte, and the byte after the last one; infinity for all there are. */
  range?: readonly [from: number, to: number];
  /** Only if the file is still of this version (If-Range). */
  version?: string;
  /** Bytes as the file has them, not packed on the way: needed where parts or lengths are compared. */
  asStored?: boolean;
}

/** What came. */
export interface Answer {
  status: number;
  /** Media type without its parameters, lower case. */
  type: string;
  header: (name: string) => string | null;
  body: Uint8Array;
}

/** Why nothing whole came. */
export class BrokenExchange extends Error {
  readonly kind: 'unreachable' | 'slow' | 'cut' | 'large';

  constructor(kind: BrokenExchange['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

export interface ExchangeLimits {
  answerMs: number;
  idleMs: number;
  mostBytes: number;
}

export interface ExchangeTools {
  fetch: typeof fetch;
  /** Who asks. A page's browser says that itself. */
  identification: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

const headersOf = (asking: Asking, identification: Readonly<Record<string, string>>): Record<string, string> => ({
  ...identification,
  ...(asking.accept && { Accept: asking.accept }),
  ...(asking.range && {
    Range: `bytes=${asking.range[0]}-${Number.isFinite(asking.range[1]) ? asking.range[1] - 1 : ''}`,
  }),
  ...(asking.range && asking.version && { 'If-Range': asking.version }),
  ...(asking.asStored && { 'Accept-Encoding': 'identity' }),
});

/**
 * One request and its whole answer, whatever its status. `onPiece` is given each piece as it comes and may refuse the
 * rest by returning false.
 *
 * @throws BrokenExchange where no whole answer came; the signal's reason where it was cancelled
 */
export const exchange = async (
  asking: Asking,
  limits: ExchangeLimits,
  { fetch: ask, identification, signal }: ExchangeTools,
  onPiece?: (piece: Uint8Array, status: number, header: Answer['header']) => Promise<void> | void,
): Promise<Answer> => {
  const stop = new AbortController();
  signal.throwIfAborted();
  const slow = new BrokenExchange('slow');
  let timer = setTimeout(() => stop.abort(slow), limits.answerMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(slow), limits.idleMs);
  };
  let begun = false;
  try {
    const { form } = asking;
    const response = await ask(asking.address, {
      method: form ? 'POST' : 'GET',
      headers: headersOf(asking, identification),
      signal: AbortSignal.any([signal, stop.signal]),
      ...(form && { body: new URLSearchParams(form) }),
    });
    begun = true;
    heard();
    const header = (name: string) => response.headers.get(name);
    const body = await readBody(response, limits.mostBytes, async (piece) => {
      heard();
      await onPiece?.(piece, response.status, header);
    });
    const type = (header('content-type') ?? '').split(';')[0].trim().toLowerCase();
    return { status: response.status, type, header, body };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (stop.signal.aborted) throw stop.signal.reason;
    // refused while it came: the rest is not waited for
    stop.abort(error);
    if (!isNetworkError(error)) throw error;
    throw new BrokenExchange(begun ? 'cut' : 'unreachable', error);
  } finally {
    clearTimeout(timer);
  }
};

/** As fetch reports that the network failed: before an answer by a TypeError, within one by that or an error of its stream. */
const isNetworkError = (error: unknown): boolean => {
  if (error instanceof BrokenExchange) return false;
  const { name, code } = error as { name?: string; code?: string };
  return (
    error instanceof TypeError ||
    name === 'NetworkError' ||
    (typeof code === 'string' && /^(?:UND_ERR|Z_|ECONN)/.test(code))
  );
};

const readBody = async (
  response: Response,
  mostBytes: number,
  onPiece: (piece: Uint8Array) => Promise<void>,
): Promise<Uint8Array> => {
  const stated = Number(response.headers.get('content-length') ?? 0);
  if (stated > mostBytes) throw new BrokenExchange('large');
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > mostBytes) throw new BrokenExchange('large');
    pieces.push(read.value);
    await onPiece(read.value);
  }
  return joined(pieces);
};

export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  if (pieces.length === 1) return pieces[0];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};
