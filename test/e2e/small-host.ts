import type { BrowserContext } from 'playwright-core';
import { writePack } from '../../src/files/pack-write.ts';
import type { Pack } from '../../src/model/pack.ts';

const builtIn = '/packs/thai-nguyen-2020/';

/** Puts a small pack in the place of the built-in one, so that a run takes no time. */
export const withPack = async (context: BrowserContext, pack: Pack): Promise<void> => {
  const files = new Map(writePack(pack));
  await context.route(`**${builtIn}**`, (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname.split(builtIn)[1]);
    const bytes = files.get(path);
    return bytes ? route.fulfill({ body: Buffer.from(bytes) }) : route.fulfill({ status: 404, body: '' });
  });
  // the app's own would keep the pack it came with
  await context.route('**/sw.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
};
