import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { type StaticHost, serveFolder } from './static-server.ts';

let host: StaticHost;
let browser: OpenBrowser;

beforeAll(async () => {
  if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
  host = await serveFolder('dist', '/phusong/');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

describe('a study in a browser', () => {
  it('runs again after a change, and undo gives back the figure', async () => {
    const { page, context, complaints } = await browser.newPage();
    const app = driveApp(page);
    await app.when.opens(host.address);
    await app.when.waitsForRun();
    const before = await app.sees.headline('hamletsWithoutFibre');
    await app.when.opensTask('gaps');
    const [listed] = await app.sees.firstHamlets(1);
    await app.when.picksHamletInList(listed);
    const had = await app.when.switchesFibre();
    await app.when.opensTask('overview');
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(before + (had ? 1 : -1));
    expect(await app.sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');

    await app.when.opensTask('scenarios');
    expect(await app.sees.compared('hamletsWithoutFibre')).toBe(had ? 1 : -1);
    expect(await app.sees.compared('sites')).toBe(0);

    await app.when.opensTask('overview');
    await app.when.undoes();
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
