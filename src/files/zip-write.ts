import { type Zippable, zipSync } from 'fflate';

/** The first moment a zip can tell, in local time as zips have it. */
const zipEpoch = new Date(1980, 0, 1);

/** A zip whose bytes depend on its files alone: fixed times, in the order given. */
export const zipFiles = (files: ReadonlyMap<string, Uint8Array>, level: 0 | 6 = 6): Uint8Array => {
  const entries: Zippable = {};
  for (const [path, content] of files) entries[path] = [content, { mtime: zipEpoch, level }];
  return zipSync(entries);
};
