import { looksZipped, unzip } from '../files/archive/zip.ts';
import type { InputFile } from '../files/raster/elevation-files.ts';
import type { SourceId } from './source.ts';

/** What a file given instead of asking a source holds: itself, or the files of an archive. */
export const asGiven = (id: SourceId, { name, bytes }: InputFile): InputFile[] => {
  // a zipped tile of heights is read as it is
  if (!looksZipped(bytes) || id === 'skadi') return [{ name, bytes }];
  return [...unzip(bytes, name)].map(([inside, content]) => ({ name: inside, bytes: content }));
};
