import * as Comlink from 'comlink';
import { type ReadPack, readPack } from '../../src/files/pack/pack-read.ts';
import { type PackSource, packSourceFromFiles, packSourceFromZip } from '../../src/files/pack/pack-source.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import type { InputFile } from '../../src/files/raster/elevation-files.ts';
import { replaceTerrain } from '../../src/files/raster/replace-terrain.ts';
import type { Pack, TerrainModel } from '../../src/model/pack.ts';

/** A file as the user gave it, with its path inside the folder it came from. */
export interface PackEntry {
  path: string;
  bytes: Uint8Array;
}

/** Where a pack comes from: an address that ends in '/', or files: those of a folder, or one zip archive. */
export type PackInput = string | readonly PackEntry[];

/** A pack on other ground: as it is read back from its files, and those files. */
export interface GroundedPack {
  read: ReadPack;
  entries: readonly PackEntry[];
  coveredShare: number;
  filled: number;
}

const fromAddress = (address: string): PackSource => ({
  name: address.replace(/\/$/, ''),
  read: async (path) => {
    const response = await fetch(new URL(path, address));
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`${address}${path}: the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
});

const sourceOf = (input: PackInput): PackSource => {
  if (typeof input === 'string') return fromAddress(input);
  const [first] = input;
  if (input.length === 1 && first.path.toLowerCase().endsWith('.zip'))
    return packSourceFromZip(first.path, first.bytes);
  const folder = first?.path.includes('/') ? first.path.slice(0, first.path.indexOf('/')) : 'pack';
  return packSourceFromFiles(folder, new Map(input.map(({ path, bytes }) => [path, bytes])));
};

export const packApi = {
  /** Throws as `readPack` does. */
  open: async (input: PackInput, onProgress: (done: number, total: number) => void): Promise<ReadPack> => {
    const read = await readPack(sourceOf(input), onProgress);
    const { terrain, landCover } = read.pack;
    return Comlink.transfer(read, [terrain.data.buffer, landCover.data.buffer]);
  },

  /** Throws as `replaceTerrain` does. */
  replaceTerrain: async (
    pack: Pack,
    files: readonly InputFile[],
    terrainModel: TerrainModel,
    onProgress: (done: number, total: number) => void,
  ): Promise<GroundedPack> => {
    onProgress(0, 3);
    const { draft, coveredShare, filled, warnings } = await replaceTerrain(pack, files, terrainModel);
    onProgress(1, 3);
    const written = writePack(draft);
    onProgress(2, 3);
    const read = await readPack(packSourceFromFiles('pack', written));
    onProgress(3, 3);
    const entries = [...written].map(([path, bytes]) => ({ path, bytes }));
    return { read: { ...read, warnings: [...warnings, ...read.warnings] }, entries, coveredShare, filled };
  },
};
