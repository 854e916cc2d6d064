import { writePack } from '../../src/files/pack/pack-write.ts';
import type { Pack } from '../../src/model/pack.ts';
import { type StaticHost, serveFolder } from './static-server.ts';

/** The built app with a small pack in the place of the built-in one, so that a run takes no time. */
export const serveWithPack = (pack: Pack, subPath = '/phusong/'): Promise<StaticHost> => {
  const files = [...writePack(pack)].map(([path, bytes]) => [`packs/thai-nguyen-2020/${path}`, bytes] as const);
  // the app's own service worker would fetch and keep the pack it came with
  return serveFolder('dist', subPath, new Map([...files, ['sw.js', new Uint8Array()]]));
};
