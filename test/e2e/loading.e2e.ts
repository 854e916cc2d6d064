import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasTime } from '../support/budget.ts';
import { sharedBrowser } from './app-page.ts';
import { driveApp } from './driver.ts';
import { serveFolder } from './static-server.ts';

/** What the map may wait for: markup, scripts, styles and workers, packed as a host sends them. */
const firstPictureLimitKb = 560;
/** What a browser is asked to keep so that everything works without a network. */
const offlineLimitMb = 16;

const isPackOrFont = (file: string): boolean => file.startsWith('packs/') || file.endsWith('.woff2');

beforeAll(() => {
  if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
});

/** The solver, the rasteriser with its fonts, and every writer of documents come from what is kept. */
const makesEveryDocument = async (app: ReturnType<typeof driveApp>): Promise<void> => {
  await app.when.opensTask('report');
  await app.when.choosesFormats(['docx', 'xlsx', 'html', 'kmz']);
  await app.when.startsReport();
  await app.when.waitsForReport();
  for (const name of ['report.docx', 'report.xlsx', 'report.html', 'report.kmz'])
    expect((await app.when.downloadsReportFile(name)).length, name).toBeGreaterThan(10_000);
};

describe('what is loaded', () => {
  it(`before the map first shows the pack is at most ${firstPictureLimitKb} kB`, async () => {
    // the service worker would fetch everything there is at the same time, and a slow machine may be far in the first
    // run before it has drawn a map
    const noServiceWorker = new Map([['sw.js', new Uint8Array()]]);
    const host = await serveFolder('dist', '/phusong/', noServiceWorker, /worker-(?:sharing|findings)-/);
    const { page, context } = await (await sharedBrowser('map')).newPage();
    await driveApp(page).when.opens(host.address);
    await page.waitForSelector('[data-map="idle"]', { timeout: 120_000 });
    const files = [...host.given].filter((file) => !isPackOrFont(file) && file !== 'sw.js');
    const sizes = await Promise.all(
      files.map(async (file) => ({ file, kb: gzipSync(await readFile(`dist/${file}`)).length / 1000 })),
    );
    const totalKb = sizes.reduce((sum, { kb }) => sum + kb, 0);
    for (const { file, kb } of sizes.sort((a, b) => b.kb - a.kb)) console.log(`${kb.toFixed(1).padStart(7)} ${file}`);
    console.log(`${totalKb.toFixed(1).padStart(7)} kB of gzip before the first picture of the map`);
    expect(files.filter((file) => /worker-(?:source|pack|service)-/.test(file))).toHaveLength(3);
    expect(totalKb).toBeLessThanOrEqual(firstPictureLimitKb);
    await context.close();
    await host.close();
  });

  it(`for use without a network takes at most ${offlineLimitMb} MB, and everything is in it`, async () => {
    const host = await serveFolder('dist', '/phusong/');
    const { page, context, complaints } = await (await sharedBrowser('pages')).newPage();
    const asked: { url: string; isByServiceWorker: boolean }[] = [];
    context.on('request', (request) =>
      asked.push({ url: request.url(), isByServiceWorker: request.serviceWorker() !== null }),
    );
    const app = driveApp(page);
    await app.when.opens(host.address);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    // these pages have no WebGL: said in the user's language, and nothing else is missing
    expect(await page.getByRole('alert').textContent()).toMatch(/^Trình duyệt này không có WebGL 2/);
    const keptMb = await page.evaluate(async () => {
      let bytes = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) bytes += (await (await cache.match(request))!.blob()).size;
      }
      return bytes / 1e6;
    });
    console.log(`${keptMb.toFixed(1)} MB are kept for use without a network`);
    expect(keptMb).toBeLessThanOrEqual(offlineLimitMb);

    await host.close();
    await context.setOffline(true);
    await page.reload();
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamlets')).toBe(2250);
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(135);
    expect(await app.sees.headline('mergesNeeded')).toBe(84);
    // nobody else is asked of anything that the user has not asked for
    expect(asked.some(({ isByServiceWorker }) => isByServiceWorker)).toBe(true);
    expect(asked.filter(({ url }) => !url.startsWith(host.address) && !/^(?:blob|data):/.test(url))).toEqual([]);
    // a run has its solver; in the long run also the rasteriser with its fonts, and every writer of documents
    if (hasTime) await makesEveryDocument(app);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is asked for again where a panel does not come', async () => {
    const host = await serveFolder('dist', '/phusong/', new Map([['sw.js', new Uint8Array()]]));
    const { page, context } = await (await sharedBrowser('map')).newPage();
    const app = driveApp(page);
    await app.when.opens(host.address);
    const panel = '**/scenarios-*.js';
    await page.route(panel, (route) => route.abort());
    await app.when.opensTask('scenarios');
    await page.getByRole('alert').waitFor();
    await page.unroute(panel);
    await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('heading', { name: 'Phương án' }).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
    await host.close();
  });
});
