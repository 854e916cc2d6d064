import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first moment a zip can tell, in local time as zips have it. */
const zipEpoch = new Date(1980, 0, 1);

/** A zip whose bytes depend on its files alone: fixed times, in the order given. */
export const zipFiles = (files: ReadonlyMap<string, Uint8Array>, level: 0 | 6 = 6): Uint8Array => {
  const entries: Zippable = {};
  for (const [path, content] of files) entries[path] = [content, { mtime: zipEpoch, level }];
  return zipSync(entries);
};

/**
 * An Office document written anew so that its bytes depend on its content alone: fixed times, parts in order, and each
 * text part put through `mend`.
 */
export const settleOffice = (bytes: Uint8Array, mend: (path: string, text: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  // the list of content types comes first, as Office writes it
  const first = (path: string): number => (path === '[Content_Types].xml' ? 0 : 1);
  const paths = Object.keys(parts).sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
  return zipFiles(
    new Map(
      paths
        .filter((path) => !path.endsWith('/'))
        .map((path) => {
          const isText = path.endsWith('.xml') || path.endsWith('.rels');
          return [path, isText ? strToU8(mend(path, strFromU8(parts[path]))) : parts[path]];
        }),
    ),
  );
};
