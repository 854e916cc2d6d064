/** Bytes looked at to tell an encoding without a mark: enough to be sure, little enough to be quick. */
const sampleBytes = 64 * 1024;

/** Share of zero bytes at even or odd places above which text is UTF-16: Latin letters have one in two. */
const zeroShare = 0.2;

const withoutMark: readonly [mark: readonly number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'UTF-8'],
  [[0xff, 0xfe], 'UTF-16LE'],
  [[0xfe, 0xff], 'UTF-16BE'],
];

/** Encoding of text by its mark or its first bytes. */
export const guessEncoding = (bytes: Uint8Array): string => {
  const mark = withoutMark.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) return mark[1];
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]++;
  });
  if (zeros[1] > (sample.length / 2) * zeroShare) return 'UTF-16LE';
  if (zeros[0] > (sample.length / 2) * zeroShare) return 'UTF-16BE';
  try {
    // a character may be cut at the sample's end: `stream` waits for its rest
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'UTF-8';
  } catch {
    return 'windows-1258';
  }
};

/**
 * Text of a file in UTF-8, UTF-16 or windows-1258, told by its mark or its bytes, in NFC: windows-1258 writes the tone
 * of a vowel as a character of its own.
 */
export const decodeText = (bytes: Uint8Array): { text: string; encoding: string } => {
  const encoding = guessEncoding(bytes);
  const text = new TextDecoder(encoding.toLowerCase()).decode(bytes).replace(/^\ufeff/, '');
  return { text: text.normalize('NFC'), encoding };
};
