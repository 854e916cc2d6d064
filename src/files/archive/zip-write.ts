import { type Zippable, zipSync } from 'fflate';

/** The first moment a zip can tell, in local time as zips have it. */
const zipEpoch = new Date(1980, 0, 1);

/** Already compressed inside; once more takes time and saves nothing. */
const isCompressed = (path: string): boolean => /\.(?:docx|xlsx|kmz|pdf|tif|zip)$/.test(path);

/** A zip whose bytes depend on its files alone: fixed times, in the order given. */
export const zipFiles = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const entries: Zippable = {};
  for (const [path, content] of files)
    entries[path] = [content, { mtime: zipEpoch, level: isCompressed(path) ? 0 : 6 }];
  return zipSync(entries);
};
