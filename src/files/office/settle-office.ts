import { strFromU8, strToU8, unzipSync } from 'fflate';
import { showable } from '../../model/printable.ts';
import { zipFiles } from '../archive/zip-write.ts';

/**
 * An Office document written anew so that its bytes depend on its content alone: fixed times, parts in order, and each
 * text part put through `mend`. What XML allows no document to hold is replaced, so that any name can stand in one.
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
          return [path, isText ? strToU8(showable(mend(path, strFromU8(parts[path])))) : parts[path]];
        }),
    ),
  );
};
