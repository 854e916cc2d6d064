import { Inflate, inflateSync, Unzlib, unzlibSync } from 'fflate';

/** More came out than the file says there is. */
export class TooMuchError extends Error {}

/** DEFLATE makes at most 1032 times as much of what goes in. */
const mostExpansion = 1032;
/** So little of it is over in no time, whatever it makes. */
const shortBytes = 64 * 1024;
const leastStep = 1024;

/**
 * Expands DEFLATE, bare or with the frame of zlib, to at most `allowed` bytes: whatever the file claims, no more than that
 * is ever in memory. Throws TooMuchError beyond it, and other errors for what is not DEFLATE.
 */
export const inflate = (data: Uint8Array, allowed: number, frame: 'bare' | 'zlib'): Uint8Array => {
  if (data.length === 0) throw new Error('no data');
  // no more room than DEFLATE can fill, whatever is claimed
  const limit = Math.min(allowed, data.length * mostExpansion);
  if (data.length <= shortBytes) {
    // one byte more than allowed tells that there is more
    const out = new Uint8Array(limit + 1);
    const whole = frame === 'zlib' ? unzlibSync(data, { out }) : inflateSync(data, { out });
    if (whole.length > limit) throw new TooMuchError();
    return whole;
  }
  const out = new Uint8Array(limit);
  let length = 0;
  const take = (piece: Uint8Array): void => {
    if (length + piece.length > limit) throw new TooMuchError();
    out.set(piece, length);
    length += piece.length;
  };
  const stream = frame === 'zlib' ? new Unzlib(take) : new Inflate(take);
  // all that a step makes is made before we see any of it
  const step = Math.min(shortBytes, Math.max(leastStep, limit >> 9));
  for (let from = 0; from < data.length; from += step) {
    stream.push(data.subarray(from, from + step), from + step >= data.length);
  }
  return length === limit ? out : out.slice(0, length);
};
