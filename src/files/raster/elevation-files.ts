import { ProblemList } from '../problem-list.ts';
import type { HeightTile } from './elevation-tile.ts';
import { readDem } from './geotiff-read.ts';
import { readHgtFile } from './hgt.ts';

/** A file as it was given: its name and its bytes. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
}

const isTiff = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x49 && bytes[1] === 0x49) || (bytes[0] === 0x4d && bytes[1] === 0x4d);

/** Tiles of SRTM files, zipped or not, and of GeoTIFF; told apart by content. InputError lists what is wrong with each. */
export const readTiles = async (files: readonly InputFile[]): Promise<HeightTile[]> => {
  const problems = new ProblemList();
  const tiles: HeightTile[] = [];
  for (const { name, bytes } of files) {
    const read = await problems.gather(async () =>
      isTiff(bytes) && !/\.hgt$/i.test(name) ? [await readDem(bytes, name)] : readHgtFile(bytes, name),
    );
    tiles.push(...(read ?? []));
  }
  problems.throwIfErrors(files[0]?.name ?? '');
  return tiles;
};
