import { unzipSync } from 'fflate';
import { InputError } from '../../model/problem.ts';
import { ProblemList, refuse } from '../problem-list.ts';

export interface ZipLimits {
  entries: number;
  expandedBytes: number;
}

/** Room for a province of packs at z=13; a bomb of a few kilobytes meets it long before memory ends. */
const defaultLimits: ZipLimits = { entries: 5_000, expandedBytes: 1_000_000_000 };

const isUnsafe = (path: string): boolean =>
  /^([/\\]|[A-Za-z]:)/.test(path) || path.includes('\0') || path.split(/[/\\]/).includes('..');

export const looksZipped = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * Files of a zip archive by their path, folders left out. Sizes are checked against the archive's directory
 * before anything is expanded. Throws InputError: not a zip, too many entries, too large, a path that climbs out.
 */
export const unzip = (bytes: Uint8Array, file: string, limits: ZipLimits = defaultLimits): Map<string, Uint8Array> => {
  if (!looksZipped(bytes))
    throw refuse({ file, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: 'ZIP' } });
  const problems = new ProblemList();
  let entries = 0;
  let expandedBytes = 0;
  const sizes = new Map<string, number>();
  const admit = (info: { name: string; originalSize: number }): boolean => {
    if (isUnsafe(info.name)) problems.error({ file, place: info.name, value: info.name, rule: 'unsafe-path' });
    entries++;
    expandedBytes += info.originalSize;
    if (entries > limits.entries) throw tooLarge(file, entries, limits.entries, 'files');
    if (expandedBytes > limits.expandedBytes) throw tooLarge(file, expandedBytes, limits.expandedBytes, 'bytes');
    sizes.set(info.name, info.originalSize);
    return false;
  };
  tell(file, () => unzipSync(bytes, { filter: admit }));
  problems.throwIfErrors(file);
  const files = new Map<string, Uint8Array>();
  const content = tell(file, () => unzipSync(bytes, { filter: (info) => !info.name.endsWith('/') }));
  for (const [path, data] of Object.entries(content)) {
    if (data.length !== sizes.get(path)) throw cutShort(file, path, data.length, sizes.get(path) ?? 0);
    files.set(path, data);
  }
  return files;
};

const tell = <T>(file: string, expand: () => T): T => {
  try {
    return expand();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw refuse({ file, place: '', value: detail, rule: 'not-this-format', ruleValues: { expected: 'ZIP' } });
  }
};

const tooLarge = (file: string, found: number, max: number, unit: string): InputError =>
  refuse({ file, place: '', value: `${found} ${unit}`, rule: 'too-large', ruleValues: { max, unit } });

const cutShort = (file: string, place: string, found: number, expected: number): InputError =>
  refuse({ file, place, value: `${found} bytes`, rule: 'truncated', ruleValues: { expected, unit: 'bytes' } });
