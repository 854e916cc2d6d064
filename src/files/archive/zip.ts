import type { InputError } from '../../model/problem.ts';
import { limits } from '../limits.ts';
import { ProblemList, refuse } from '../problem-list.ts';
import { crc32 } from './crc32.ts';
import { inflate, TooMuchError } from './inflate.ts';
import { packedBytesOf, readZipDirectory, type ZipEntry } from './zip-directory.ts';

export interface ZipLimits {
  entries: number;
  expandedBytes: number;
}

const defaultLimits: ZipLimits = { entries: limits.archiveEntries, expandedBytes: limits.archiveBytes };

/** An archive whose directory has been read and held against the limits. */
export interface ZipArchive {
  /** Paths of its files, folders left out. */
  paths: readonly string[];
  /** A file expanded, its CRC-32 checked; null where there is none of that path. */
  read: (path: string, maxBytes?: number) => Uint8Array | null;
}

const isUnsafe = (path: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(path) || path.includes('\0') || path.split(/[/\\]/).includes('..');

export const looksZipped = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * Opens a zip archive. Sizes are checked against its directory before anything is expanded. Throws InputError: not a
 * zip, too many entries, too large, a path that climbs out or stands twice.
 */
export const openZip = (bytes: Uint8Array, file: string, limits: ZipLimits = defaultLimits): ZipArchive => {
  if (!looksZipped(bytes))
    throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: 'ZIP' } });
  const problems = new ProblemList();
  const entries = new Map<string, ZipEntry>();
  let expandedBytes = 0;
  for (const entry of readZipDirectory(bytes, file, limits.entries)) {
    const { path } = entry;
    if (isUnsafe(path)) problems.error({ file, place: path, value: path, rule: 'unsafe-path' });
    else if (entries.has(path)) problems.error({ file, place: path, value: path, rule: 'repeated' });
    expandedBytes += entry.bytes;
    if (!path.endsWith('/')) entries.set(path, entry);
  }
  if (expandedBytes > limits.expandedBytes) throw tooLarge(file, '', expandedBytes, limits.expandedBytes);
  problems.throwIfErrors(file);
  return {
    paths: [...entries.keys()],
    read: (path, maxBytes = limits.expandedBytes) => {
      const entry = entries.get(path);
      if (!entry) return null;
      if (entry.bytes > maxBytes) throw tooLarge(file, path, entry.bytes, maxBytes);
      return expand(packedBytesOf(bytes, entry, file), entry, file);
    },
  };
};

/** Every file of a zip archive by its path, expanded. Errors as in `openZip`, and where a file is damaged. */
export const unzip = (bytes: Uint8Array, file: string, limits: ZipLimits = defaultLimits): Map<string, Uint8Array> => {
  const { paths, read } = openZip(bytes, file, limits);
  return new Map(paths.map((path) => [path, read(path)!]));
};

/** Stored files are copied: what is kept of an archive must not keep the whole of it. */
const expand = (packed: Uint8Array, entry: ZipEntry, file: string): Uint8Array => {
  const { path, method, isEncrypted, bytes, crc } = entry;
  if (isEncrypted || (method !== 0 && method !== 8)) {
    const value = isEncrypted ? 'encrypted' : `method ${method}`;
    throw refuse({ file, place: path, value, rule: 'not-this-format', ruleValues: { expected: 'ZIP (DEFLATE)' } });
  }
  const content = method === 0 ? packed.slice() : inflated(packed, entry, file);
  if (content.length !== bytes) {
    const ruleValues = { expected: bytes, unit: 'bytes' };
    throw refuse({ file, place: path, value: `${content.length} bytes`, rule: 'truncated', ruleValues });
  }
  if (crc32(content) !== crc) {
    const ruleValues = { expected: crc.toString(16).padStart(8, '0') };
    throw refuse({ file, place: path, value: '', rule: 'damaged', ruleValues });
  }
  return content;
};

const inflated = (packed: Uint8Array, { path, bytes }: ZipEntry, file: string): Uint8Array => {
  if (bytes === 0 && packed.length <= 2) return new Uint8Array(0);
  try {
    return inflate(packed, bytes, 'bare');
  } catch (error) {
    if (error instanceof TooMuchError) throw tooLarge(file, path, bytes + 1, bytes);
    throw refuse({ file, place: path, value: '', rule: 'damaged' });
  }
};

const tooLarge = (file: string, place: string, found: number, max: number): InputError =>
  refuse({ file, place, value: `${found} bytes`, rule: 'too-large', ruleValues: { max, unit: 'bytes' } });
