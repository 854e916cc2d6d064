// @module-tag slow
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sceneOf } from '../../../src/coverage/service/scene.ts';
import { readPack } from '../../../src/files/pack/pack-read.ts';
import { packSourceFromFiles } from '../../../src/files/pack/pack-source.ts';
import { writePack } from '../../../src/files/pack/pack-write.ts';
import { replaceTerrain } from '../../../src/files/raster/replace-terrain.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import type { Pack, TerrainModel } from '../../../src/model/pack.ts';
import { InputError } from '../../../src/model/problem.ts';
import { attachStudy, storedStudy } from '../../../src/study/study-file.ts';
import { aStudy } from '../../study/a-study.ts';
import { aPack } from '../pack/small-pack.ts';

const packOf = async (draft = aPack()) => (await readPack(packSourceFromFiles('p', writePack(draft)))).pack;

/** A tile over the province that is 200 m high west of 105.85° E and void beyond, with one hole in the west. */
const westernTile = (): Uint8Array => {
  const view = new DataView(new ArrayBuffer(1201 * 1201 * 2));
  for (let row = 0; row < 1201; row++) {
    for (let col = 0; col < 1201; col++) view.setInt16((row * 1201 + col) * 2, col <= 1020 ? 200 : -32768);
  }
  view.setInt16((450 * 1201 + 984) * 2, -32768);
  return new Uint8Array(view.buffer);
};

test('elevation files replace the ground they reach, and the rest of the pack stays', async () => {
  const pack = await packOf();
  const bytes = zipSync({ 'N21E105.hgt': westernTile() }, { level: 1 });
  const { draft, coveredShare, filled, warnings } = await replaceTerrain(
    pack,
    [{ name: 'N21E105.zip', bytes }],
    'surface',
  );
  expect(coveredShare).toBeGreaterThan(0.45);
  expect(coveredShare).toBeLessThan(0.55);
  expect(filled).toBeGreaterThanOrEqual(1);
  expect(warnings.map(({ rule }) => rule)).toEqual(['voids-filled', 'partial-cover', 'beyond-is-bare']);
  const { pack: next, checksum } = await readPack(packSourceFromFiles('p', writePack(draft)));
  expect(terrainHeightM(next.terrain, 105.82, 21.625)).toBe(200);
  const { terrain } = next.manifest.provenance;
  expect(terrain.kind).toBe('measured');
  expect(terrain.source).toContain('N21E105.zip');
  expect(next.manifest.terrainCoveredShare).toBe(coveredShare);
  expect(next.sites).toEqual(pack.sites);
  expect(next.hamlets).toEqual(pack.hamlets);
  expect(next.landCover).toEqual(pack.landCover);
  expect(checksum).toMatch(/^[0-9a-f]{64}$/);
});

test('bare ground takes trees and houses on top; a surface has them', async () => {
  const pack = await packOf();
  const files = [{ name: 'N21E105.hgt', bytes: westernTile() }];
  const on = async (of: Pack, terrainModel: TerrainModel) => {
    const { draft, warnings } = await replaceTerrain(of, files, terrainModel);
    const read = await readPack(packSourceFromFiles('p', writePack(draft)));
    return { pack: read.pack, rules: warnings.map(({ rule }) => rule) };
  };
  const surface = await on(pack, 'surface');
  const bare = await on(pack, 'bare');
  expect([surface, bare].map((it) => it.pack.manifest.terrainModel)).toEqual(['surface', 'bare']);
  expect(sceneOf(surface.pack).landCover).toBeNull();
  expect(sceneOf(bare.pack).landCover).toEqual(bare.pack.landCover);
  // half of the province is not in the file: what stood there is told where it is of the other kind
  expect(bare.rules).not.toContain('beyond-is-bare');
  expect((await on(surface.pack, 'bare')).rules).toContain('beyond-is-surface');
});

test('scenarios stay on the new ground', async () => {
  const study = aStudy();
  const pack = await packOf();
  const { draft } = await replaceTerrain(pack, [{ name: 'N21E105.hgt', bytes: westernTile() }], 'surface');
  const read = await readPack(packSourceFromFiles('p', writePack(draft)));
  const { id, title } = read.pack.manifest;
  const stored = { ...storedStudy(study), base: { id, title, checksum: read.checksum } };
  expect(attachStudy(stored, read, 'x').scenarios).toEqual(study.scenarios);
});

test('files that are broken or lie elsewhere are refused by name', async () => {
  const pack = await packOf();
  const rules = async (name: string, bytes: Uint8Array) => {
    try {
      await replaceTerrain(pack, [{ name, bytes }], 'surface');
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return (error as InputError).problems.map(({ rule, file }) => `${file} ${rule}`);
    }
    throw new Error('was taken');
  };
  expect(await rules('N21E105.hgt', westernTile().slice(0, 1000))).toEqual(['N21E105.hgt truncated']);
  expect(await rules('N10E100.hgt', westernTile())).toEqual(['N10E100.hgt outside-province']);
});
