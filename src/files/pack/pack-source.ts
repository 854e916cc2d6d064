import { unzip } from '../archive/zip.ts';
import { packPaths } from './pack-layout.ts';

/** Somewhere a pack's files can be read from: a folder, a zip archive, a web address. */
export interface PackSource {
  /** What the user calls it; stands in front of file names in problems. */
  name: string;
  /** Bytes of a file of the pack; null when there is none. */
  read: (path: string) => Promise<Uint8Array | null>;
}

/**
 * Files by path as a pack source, whatever folder they stand in: the one that holds the pack.json nearest the top.
 * Paths with forward slashes, as a dropped folder gives them.
 */
export const packSourceFromFiles = (name: string, files: ReadonlyMap<string, Uint8Array>): PackSource => {
  const ending = `/${packPaths.manifest}`;
  const manifests = [...files.keys()].filter((path) => `/${path}`.endsWith(ending));
  const depth = (path: string) => path.split('/').length;
  const [nearest = packPaths.manifest] = manifests.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  const folder = nearest.slice(0, nearest.length - packPaths.manifest.length);
  return { name, read: async (path) => files.get(folder + path) ?? null };
};

/** A zipped pack. Throws InputError when the archive can't be read or is not safe to. */
export const packSourceFromZip = (name: string, bytes: Uint8Array): PackSource =>
  packSourceFromFiles(name, unzip(bytes, name));
