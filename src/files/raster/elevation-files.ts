import { gunzip, gunzippedName, looksGzipped } from '../archive/gzip.ts';
import { limits } from '../limits.ts';
import { ProblemList, refuse } from '../problem-list.ts';
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

const readOne = async ({ name, bytes }: InputFile): Promise<HeightTile[]> => {
  if (looksGzipped(bytes)) return readOne({ name: gunzippedName(name), bytes: gunzip(bytes, name) });
  return isTiff(bytes) && !/\.hgt$/i.test(name) ? [await readDem(bytes, name)] : readHgtFile(bytes, name);
};

/**
 * Tiles of SRTM files and GeoTIFF, in gzip or, for SRTM, in zip as well; told apart by content. InputError lists what is
 * wrong with each, and refuses more samples than fit at once.
 */
export const readTiles = async (files: readonly InputFile[]): Promise<HeightTile[]> => {
  const problems = new ProblemList();
  const tiles: HeightTile[] = [];
  let samples = 0;
  for (const file of files) {
    const read = (await problems.gather(() => readOne(file))) ?? [];
    for (const tile of read) samples += tile.data.length;
    if (samples > limits.terrainCells) {
      const ruleValues = { max: limits.terrainCells, unit: 'cells' };
      throw refuse({ file: file.name, place: '', value: `${samples} cells`, rule: 'too-large', ruleValues });
    }
    tiles.push(...read);
  }
  problems.throwIfErrors(files[0]?.name ?? '');
  return tiles;
};
