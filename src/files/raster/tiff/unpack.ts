import { inflate, TooMuchError } from '../../archive/inflate.ts';

export { TooMuchError };

/** Values of the tag Compression. */
const none = 1;
const lzw = 5;
const deflates = [8, 32946];
const packBits = 32773;

/** What can be expanded, for a refusal. */
export const knownCompressions = 'none, LZW, Deflate, PackBits';

/** Largest prime below 2^16 and how many steps its sums take before they may overflow. RFC 1950 section 8.2. */
const adlerPrime = 65_521;
const adlerSteps = 3_800;

const adler32 = (bytes: Uint8Array): number => {
  let a = 1;
  let b = 0;
  for (let from = 0; from < bytes.length; from += adlerSteps) {
    const to = Math.min(bytes.length, from + adlerSteps);
    for (let i = from; i < to; i++) {
      a += bytes[i];
      b += a;
    }
    a %= adlerPrime;
    b %= adlerPrime;
  }
  return b * 65_536 + a;
};

/** Bytes that writers may leave after the end of a strip. */
const padding = 16;

/** Deflate in the frame of zlib, its check sum held against what came out: fflate leaves that to us. */
const inflated = (data: Uint8Array, limit: number): Uint8Array => {
  const out = inflate(data, limit, 'zlib');
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const sum = adler32(out);
  for (let at = data.length - 4; at >= Math.max(0, data.length - 4 - padding); at--) {
    if (view.getUint32(at) === sum) return out;
  }
  throw new Error('Adler-32');
};

const clearCode = 256;
const endCode = 257;

/**
 * LZW as TIFF 6.0 section 13 has it: codes of 9 to 12 bits, highest bit first, growing one code early. What a code
 * stands for is its predecessor with one byte behind it; the two stand side by side in what is already out, and are
 * copied from there.
 */
const unLzw = (data: Uint8Array, limit: number): Uint8Array => {
  const out = new Uint8Array(limit);
  const startOf = new Int32Array(4096);
  const lengthOf = new Int32Array(4096).fill(1, 0, clearCode);
  let next = endCode + 1;
  let bits = 9;
  let length = 0;
  // bytes of the code before; none after a clear
  let before = 0;
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (;;) {
    while (heldBits < bits) {
      // a strip may end without saying so
      if (at >= data.length) return out.subarray(0, length);
      held = ((held << 8) | data[at++]) & 0xffffff;
      heldBits += 8;
    }
    heldBits -= bits;
    const code = (held >>> heldBits) & ((1 << bits) - 1);
    if (code === endCode) return out.subarray(0, length);
    if (code === clearCode) {
      next = endCode + 1;
      bits = 9;
      before = 0;
      continue;
    }
    if (code > endCode && (before === 0 || code > next)) throw new Error('LZW');
    const isNew = code === next;
    const size = isNew ? before + 1 : lengthOf[code];
    if (length + size > limit) throw new TooMuchError();
    const from = isNew ? length - before : startOf[code];
    if (code < clearCode) out[length] = code;
    else for (let i = 0; i < size; i++) out[length + i] = out[from + i];
    if (before > 0 && next < 4096) {
      startOf[next] = length - before;
      lengthOf[next] = before + 1;
      next++;
      if (next + 1 >= 1 << bits && bits < 12) bits++;
    }
    before = size;
    length += size;
  }
};

/** Runs of bytes, TIFF 6.0 section 9. */
const unPackBits = (data: Uint8Array, limit: number): Uint8Array => {
  const out = new Uint8Array(limit);
  let length = 0;
  for (let at = 0; at < data.length; ) {
    const n = (data[at++] << 24) >> 24;
    if (n === -128) continue;
    const size = n >= 0 ? n + 1 : 1 - n;
    if (length + size > limit) throw new TooMuchError();
    if (n >= 0) {
      out.set(data.subarray(at, at + size), length);
      at += size;
    } else out.fill(data[at++], length, length + size);
    length += size;
  }
  return out.subarray(0, length);
};

/**
 * A strip or tile as its writer had it before compression, of at most `limit` bytes; undefined for a compression that is
 * not known. Throws TooMuchError where more would come out, and other errors where it is damaged.
 */
export const unpack = (compression: number, data: Uint8Array, limit: number): Uint8Array | undefined => {
  if (compression === none) return data.slice(0, limit);
  if (deflates.includes(compression)) return inflated(data, limit);
  if (compression === lzw) return unLzw(data, limit);
  return compression === packBits ? unPackBits(data, limit) : undefined;
};
