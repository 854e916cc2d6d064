import { Gunzip } from 'fflate';
import { limits } from '../limits.ts';
import { refuse } from '../problem-list.ts';
import { crc32 } from './crc32.ts';
import { TooMuchError } from './inflate.ts';

export const looksGzipped = (bytes: Uint8Array): boolean =>
  bytes.length >= 3 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** What a gzip file is called once expanded: 'N21E105.hgt.gz' holds 'N21E105.hgt'. */
export const gunzippedName = (file: string): string => file.replace(/\.(?:gz|gzip)$/i, '');

const pieceBytes = 64 * 1024;

const trailerBytes = 8;

/**
 * Content of a gzip file (RFC 1952), of one member or several, each with its CRC-32 checked. Throws InputError where it
 * is damaged, cut short or expands beyond the limit, before it does.
 */
export const gunzip = (bytes: Uint8Array, file: string, maxBytes: number = limits.gzipBytes): Uint8Array => {
  const damaged = () => refuse({ file, place: '', value: '', rule: 'damaged' });
  const pieces: Uint8Array[] = [];
  let length = 0;
  /** Where each member ends, in the file and in what comes out. */
  const ends: { packed: number; expanded: number }[] = [];
  const stream = new Gunzip((piece) => {
    length += piece.length;
    if (length > maxBytes) throw new TooMuchError();
    if (piece.length > 0) pieces.push(piece);
  });
  stream.onmember = (packed) => ends.push({ packed, expanded: length });
  try {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      stream.push(bytes.subarray(from, from + pieceBytes), from + pieceBytes >= bytes.length);
    }
  } catch (error) {
    if (!(error instanceof TooMuchError)) throw damaged();
    const ruleValues = { max: maxBytes, unit: 'bytes' };
    throw refuse({ file, place: '', value: `${length} bytes`, rule: 'too-large', ruleValues });
  }
  ends.push({ packed: bytes.length, expanded: length });
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let from = 0;
  for (const { packed, expanded } of ends) {
    if (packed < trailerBytes) throw damaged();
    const isWhole = view.getUint32(packed - trailerBytes, true) === crc32(whole.subarray(from, expanded));
    if (!isWhole || view.getUint32(packed - 4, true) !== (expanded - from) >>> 0) throw damaged();
    from = expanded;
  }
  // what holds itself would be expanded for ever
  if (looksGzipped(whole)) {
    throw refuse({ file, place: '', value: 'gzip', rule: 'not-this-format', ruleValues: { expected: 'gzip' } });
  }
  return whole;
};
