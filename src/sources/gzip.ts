import { gunzipSync } from 'fflate';
import type { Judgement } from './net/judge.ts';

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

const crcOf = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = crcTable[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The content of a gzip file, or what is wrong with it: longer than allowed by its own word, cut, or with another
 * checksum than it states (RFC 1952). The library compares no checksum.
 */
export const gunzip = (bytes: Uint8Array, mostBytes: number): { content: Uint8Array } | { fault: Judgement } => {
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + Math.max(0, bytes.length - 8));
  if (bytes.length < 18) return { fault: { again: 'source-cut' } };
  const length = trailer.getUint32(4, true);
  if (length > mostBytes) return { fault: { stop: 'source-large', values: { max: Math.round(mostBytes / 1e6) } } };
  let content: Uint8Array;
  try {
    content = gunzipSync(bytes, { out: new Uint8Array(length) });
  } catch {
    return { fault: { again: 'source-cut' } };
  }
  if (content.length !== length) return { fault: { again: 'source-cut' } };
  const crc = trailer.getUint32(0, true);
  if (crcOf(content) === crc) return { content };
  return { fault: { again: 'source-checksum', values: { expected: crc.toString(16).padStart(8, '0') } } };
};
