import { refuse } from '../../problem-list.ts';
import { legacyEncodings } from './legacy-encodings.ts';
import { usualShare, vietnameseShare } from './vietnamese.ts';

/** Bytes looked at to tell UTF-16 without a mark: enough to be sure, little enough to be quick. */
const sampleBytes = 64 * 1024;
/** Share of zero bytes at even or odd places above which text is UTF-16: Latin letters have one in two. */
const zeroShare = 0.2;
/** The other places of UTF-16 have hardly any. */
const noZeroShare = 0.02;

const marks: readonly [mark: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
];

/** UTF-8 or UTF-16 where bytes begin with its mark, or UTF-16 where every second byte is zero; null otherwise. */
export const markedEncoding = (bytes: Uint8Array): string | null => {
  const mark = marks.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) return mark[1];
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]++;
  const [even, odd] = zeros.map((count) => count / (sample.length / 2 || 1));
  if (odd > zeroShare && even < noZeroShare) return 'UTF-16LE';
  return even > zeroShare && odd < noZeroShare ? 'UTF-16BE' : null;
};

/** Share of words that must be Vietnamese for text to be in an encoding that any bytes fit. */
const leastShare = 0.5;

/** Lines that tell an encoding; a list has as many with letters beyond ASCII. */
const mostLines = 2_000;

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
const windows1258 = (bytes: Uint8Array): string => new TextDecoder('windows-1258').decode(bytes).normalize('NFC');

/** How bytes become text, by the name of an encoding. */
const decoders: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'windows-1258': windows1258,
  ...Object.fromEntries(legacyEncodings.map(([name, turn]) => [name, (bytes: Uint8Array) => turn(latin1(bytes))])),
};

/** Words in letters alone, as any language of one byte a letter has them. */
const isAnyLanguage = (text: string): boolean => /^[\p{L}\p{M}\p{Zs}\p{P}\p{N}\p{Sc}\p{Sm}\t\r\n°²³]*$/u.test(text);

/** The old encoding in which lines with bytes beyond ASCII are Vietnamese; null where they are in none. */
const oldEncodingOf = (lines: readonly Uint8Array[]): string | null => {
  const scored = Object.entries(decoders).map(([name, decode]) => {
    const texts = lines.map(decode);
    const share = vietnameseShare(texts);
    // bytes that are words in two encodings are in the one whose words every list has
    return {
      name,
      share: share === null ? (texts.every(isAnyLanguage) ? leastShare : 0) : share + usualShare(texts) / 100,
    };
  });
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= leastShare ? best.name : null;
};

const newline = 0x0a;

/** Tells an encoding from bytes that come piece by piece; what is not UTF-8 is told by its first lines beyond ASCII. */
export class EncodingFinder {
  readonly #file: string;
  #utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  #marked: string | null | undefined;
  /** The start of a line whose end has not come yet. */
  #rest = new Uint8Array(0);
  readonly #lines: Uint8Array[] = [];
  #line = 0;
  #firstBad: { line: number; text: string } | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  add(bytes: Uint8Array): void {
    if (this.#marked === undefined && bytes.length > 0) this.#marked = markedEncoding(bytes);
    if (this.#marked) return;
    this.#decode(bytes, true);
    this.#addLines(bytes);
  }

  /**
   * The encoding of all that was added. Throws InputError `wrong-encoding` where it is none we know.
   *
   * @param isWhole false where the file goes on: its last character may be cut
   */
  end(isWhole = true): string {
    if (this.#marked) return this.#marked;
    if (isWhole) this.#decode(new Uint8Array(0), false);
    if (this.#utf8) return 'UTF-8';
    if (this.#rest.length > 0) this.#addLines(Uint8Array.of(newline));
    const found = oldEncodingOf(this.#lines);
    if (found) return found;
    const { line, text } = this.#firstBad ?? { line: 1, text: '' };
    const ruleValues = { expected: 'UTF-8' };
    throw refuse({ file: this.#file, place: `line ${line}`, value: text, rule: 'wrong-encoding', ruleValues });
  }

  #decode(bytes: Uint8Array, stream: boolean): void {
    try {
      this.#utf8?.decode(bytes, { stream });
    } catch {
      this.#utf8 = null;
    }
  }

  #addLines(bytes: Uint8Array): void {
    let from = 0;
    for (let to = bytes.indexOf(newline); to >= 0; to = bytes.indexOf(newline, from)) {
      this.#addLine(from === 0 ? joined(this.#rest, bytes.subarray(0, to)) : bytes.subarray(from, to));
      if (from === 0) this.#rest = new Uint8Array(0);
      from = to + 1;
    }
    this.#rest = joined(this.#rest, bytes.subarray(from, from + sampleBytes));
  }

  #addLine(line: Uint8Array): void {
    this.#line++;
    // enough is known as long as all of it is UTF-8, and once the first that is not has been found
    if (this.#lines.length >= mostLines && (this.#utf8 || this.#firstBad)) return;
    if (!line.some((byte) => byte > 0x7f)) return;
    if (this.#lines.length < mostLines) this.#lines.push(line.slice(0, sampleBytes));
    if (this.#firstBad) return;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line);
    } catch {
      this.#firstBad = { line: this.#line, text: latin1(line).slice(0, 40) };
    }
  }
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
};

/** Turns bytes of an encoding into text, piece by piece; what a piece leaves open comes with the next. */
export const textDecoderOf = (encoding: string): ((bytes: Uint8Array, isLast: boolean) => string) => {
  const decode = decoders[encoding];
  if (decode) {
    // a mark stands behind its letter: a piece is turned up to the last line's end
    let rest = new Uint8Array(0);
    return (bytes, isLast) => {
      const all = joined(rest, bytes);
      const end = isLast ? all.length : all.lastIndexOf(newline) + 1;
      rest = all.slice(end);
      return decode(all.subarray(0, end));
    };
  }
  const decoder = new TextDecoder(encoding.toLowerCase());
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
};

/**
 * Text of a whole file, in NFC, and its encoding: UTF-8, UTF-16, and of the old ones windows-1258, TCVN3 and VNI, told
 * by what they say. Throws InputError `wrong-encoding` with the first line that is in none of them.
 */
export const decodeText = (bytes: Uint8Array, file: string): { text: string; encoding: string } => {
  const finder = new EncodingFinder(file);
  finder.add(bytes);
  const encoding = finder.end();
  const text = textDecoderOf(encoding)(bytes, true).replace(/^\ufeff/, '');
  return { text: text.normalize('NFC'), encoding };
};
