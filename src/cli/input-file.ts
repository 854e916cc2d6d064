import { readFile, stat } from 'node:fs/promises';
import { refuse } from '../files/problem-list.ts';

/** Larger than anything that is read; Node holds no more in one piece. */
const mostBytes = 2_000_000_000;

/**
 * A file's bytes; null where there is none. A pipe or a device is refused: it may never end, and what comes out of it
 * can't be read twice. Throws InputError, and other errors of the system.
 */
export const readRegularFile = async (path: string): Promise<Uint8Array | null> => {
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      const value = found.isDirectory() ? 'folder' : found.isFIFO() ? 'pipe' : 'device';
      throw refuse({ file: path, place: '', value, rule: 'not-this-format', ruleValues: { expected: 'file' } });
    }
    if (found.size > mostBytes) {
      const ruleValues = { max: mostBytes, unit: 'bytes' };
      throw refuse({ file: path, place: '', value: `${found.size} bytes`, rule: 'too-large', ruleValues });
    }
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
};

/**
 * As `readRegularFile`, of a file that must be there.
 *
 * @throws InputError where there is none, too
 */
export const readGivenFile = async (path: string): Promise<Uint8Array> => {
  const bytes = await readRegularFile(path);
  if (!bytes) throw refuse({ file: path, place: '', value: '', rule: 'missing-file' });
  return bytes;
};
