import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertTable } from '../../src/files/import/convert/convert.ts';
import { proposeImport } from '../../src/files/import/guess/propose.ts';
import { readTable } from '../../src/files/import/table/read-table.ts';
import { streamCsvTable } from '../../src/files/import/table/stream-csv-table.ts';
import { openBrowser } from '../e2e/browser.ts';
import { driveApp } from '../e2e/driver.ts';
import { serveWithPack } from '../e2e/small-host.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';
import { seededRandom } from '../support/random.ts';
import type { Print } from './measure.ts';

const rows = 100_000;

/** A drive test of 100,000 points, as a phone writes it. */
const aDriveTest = (): Uint8Array => {
  const random = seededRandom(100_000);
  const lines = Array.from({ length: rows }, (_, i) => {
    const [lon, lat] = [105.8 + random() * 0.1, 21.6 + random() * 0.05];
    return `${i + 1},2020-11-02 08:${String(i % 60).padStart(2, '0')},${lon.toFixed(6)},${lat.toFixed(6)},${['Viettel', 'vinaphone'][i % 2]},${-70 - Math.floor(random() * 50)}`;
  });
  return new TextEncoder().encode(`STT,Thời gian,Kinh độ,Vĩ độ,Nhà mạng,RSRP\n${lines.join('\n')}\n`);
};

const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const context = { communes: pack.communes, facts: pack.facts, box: pack.manifest.boundingBox };

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> => {
  const from = performance.now();
  const result = await work();
  return { ms: Math.round(performance.now() - from), result };
};

/** The same file dropped on the built app: when its start is seen, when all is in, and the longest the page was busy. */
const inBrowser = async (bytes: Uint8Array, print: (line: object) => void): Promise<void> => {
  const host = await serveWithPack(pack);
  const browser = await openBrowser('pages');
  const folder = await mkdtemp(join(tmpdir(), 'phusong-bench-'));
  try {
    const { page } = await browser.newPage();
    // a map drawn in software takes a tenth of a second a frame by itself: what is measured is the import
    await page.goto(host.address);
    await page.waitForSelector('html[data-run="done"]', { state: 'attached', timeout: 60_000 });
    await page.evaluate(() => {
      const busy: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) busy.push(Math.round(entry.duration));
      }).observe({ type: 'longtask' });
      Object.assign(window, { busy });
    });
    const longest = () => page.evaluate(() => Math.max(0, ...(window as unknown as { busy: number[] }).busy.splice(0)));
    const file = join(folder, 'do-song.csv');
    await writeFile(file, bytes);
    const preview = await timed(async () => {
      await driveApp(page).when.choosesImport(file);
      await page.waitForSelector('[data-action="check-import"]:not(:disabled)');
    });
    print({ area: 'import', measure: 'preview-in-page', rows, ms: preview.ms, longestTaskMs: await longest() });
    const all = await timed(async () => {
      await page.click('[data-action="check-import"]');
      await page.waitForSelector('[data-action="enter-import"]', { timeout: 120_000 });
    });
    print({ area: 'import', measure: 'check-in-page', rows, ms: all.ms, longestTaskMs: await longest() });
    const entered = await timed(async () => {
      await page.click('[data-action="enter-import"]');
      await page.waitForSelector('[data-import]', { state: 'detached', timeout: 120_000 });
    });
    print({ area: 'import', measure: 'enter-in-page', rows, ms: entered.ms, longestTaskMs: await longest() });
    await driveApp(page).when.waitsUntilKept();
    print({ area: 'import', measure: 'kept-in-page', rows, longestTaskMs: await longest() });
  } finally {
    await browser.close();
    await host.close();
    await rm(folder, { recursive: true });
  }
};

/** A 100,000-row CSV: its start, the whole of it, and both in the page where the app is built. */
export const run = async (print: Print): Promise<void> => {
  const bytes = aDriveTest();
  const preview = await timed(async () => proposeImport(await readTable(bytes, 'do.csv', 200), context.box));
  print({ area: 'import', measure: 'preview', rows, ms: preview.ms });
  const source = new Blob([bytes.slice().buffer as ArrayBuffer]);
  const read = await timed(() => streamCsvTable(source, 'do.csv'));
  print({ area: 'import', measure: 'read', rows, ms: read.ms });
  const converted = await timed(() => convertTable(read.result, preview.result.choice, context, 'do.csv'));
  print({ area: 'import', measure: 'convert', rows, ms: converted.ms, taken: converted.result.taken });
  if (existsSync('dist/index.html')) await inBrowser(bytes, print);
};
