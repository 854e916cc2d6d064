import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { transferRasters } from '../../workers/transfer-rasters.ts';

const aGround = () => {
  const grid = { zoom: 12, col0: 831_400, row0: 458_300, width: 3, height: 1 };
  return {
    terrain: { grid, data: Int16Array.of(20, 431, -32_768) },
    landCover: { grid, data: Uint8Array.of(2, 5, 0) },
  };
};

/** What a worker gets of a value. */
const received = async <T extends object>(value: T): Promise<T> => {
  const { port1, port2 } = new MessageChannel();
  const got: T[] = [];
  Comlink.expose({ take: (taken: T) => got.push(taken) }, port1);
  await Comlink.wrap<{ take: (taken: unknown) => void }>(port2).take(value);
  port1.close();
  port2.close();
  return got[0];
};

describe('a scene handed over', () => {
  it('comes as it is, and stays whole where it was', async () => {
    const scene = { ...aGround(), operators: ['a', 'b'] };
    expect(await received(transferRasters(scene))).toEqual({ ...aGround(), operators: ['a', 'b'] });
    expect(scene).toEqual({ ...aGround(), operators: ['a', 'b'] });
    expect(await received(transferRasters({ pack: scene }))).toEqual({ pack: scene });
  });

  it('is taken with no land cover', async () => {
    const bare = { ...aGround(), landCover: null };
    expect(await received(transferRasters(bare))).toEqual(bare);
  });

  it('moves its rasters, also those of a pack inside it', async () => {
    const scene = transferRasters(aGround());
    const inside = transferRasters({ pack: aGround() });
    await received(scene);
    await received(inside);
    for (const { terrain, landCover } of [scene, inside.pack]) {
      expect(terrain.data).toHaveLength(0);
      expect(landCover.data).toHaveLength(0);
    }
  });
});
