import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Store } from '../../sources/cache/store.ts';

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // somebody else's process is one all the same
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/**
 * A folder as a store. What is written stands aside first, under a name with this process's number, and then takes its
 * place in one step; what a process that was killed has left aside is swept away.
 */
export const folderStore = async (folder: string): Promise<Store> => {
  const aside = join(folder, 'aside');
  await mkdir(aside, { recursive: true });
  for (const name of await readdir(aside)) {
    if (!isAlive(Number(name.split('-')[0]))) await rm(join(aside, name), { force: true });
  }
  let count = 0;
  return {
    read: async (name) => {
      try {
        return new Uint8Array(await readFile(join(folder, name)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (name, bytes) => {
      const path = join(folder, name);
      const beside = join(aside, `${process.pid}-${count++}`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside, bytes);
      await rename(beside, path);
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
};
