import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/browser.ts';
import { driveApp } from '../e2e/driver.ts';
import { serveFolder } from '../e2e/static-server.ts';
import type { Print } from './measure.ts';

/** Longest task, and longest wait of a clock of 10 ms and of a frame, since it was last asked. */
interface Held {
  longestTaskMs: number;
  longestTickMs: number;
  longestFrameMs: number;
}

/** Watches how long the page is held up; a map drawn in software would hold it up by itself, and is left out. */
const watch = async (page: Page): Promise<void> => {
  // what names functions for this file's runner is not in the page
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(() => {
    const held = { longestTaskMs: 0, longestTickMs: 0, longestFrameMs: 0 };
    Object.assign(window, { held });
    const longer = (name: keyof Held, ms: number): void => {
      held[name] = Math.max(held[name], Math.round(ms));
    };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longer('longestTaskMs', duration);
    }).observe({ type: 'longtask' });
    let tick = performance.now();
    setInterval(() => {
      const now = performance.now();
      longer('longestTickMs', now - tick);
      tick = now;
    }, 10);
    let frame = performance.now();
    const onFrame = (): void => {
      const now = performance.now();
      longer('longestFrameMs', now - frame);
      frame = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
};

const heldSince = (page: Page): Promise<Held> =>
  page.evaluate(() => {
    const { held } = window as unknown as { held: Held };
    const since = { ...held };
    Object.assign(held, { longestTaskMs: 0, longestTickMs: 0, longestFrameMs: 0 });
    return since;
  });

/** The report with every format, a sheet for every commune, coverage and a proposal, made in the built app. */
export const run = async (print: Print): Promise<void> => {
  const host = await serveFolder('dist', '/phusong/');
  const browser = await openBrowser('pages');
  try {
    const { page } = await browser.newPage();
    const app = driveApp(page);
    await app.when.opens(host.address);
    await app.when.waitsForRun();
    await app.when.opensTask('proposals');
    await app.when.choosesProposal('public/schema/proposal-template.csv');
    await page.waitForSelector('[data-assessed]', { timeout: 120_000 });
    await app.when.opensTask('report');
    const boxes = page.getByRole('group', { name: 'Định dạng' }).getByRole('checkbox');
    await boxes.first().waitFor();
    for (const box of await boxes.all()) await box.setChecked(true);
    await watch(page);
    const measure = async (what: string, act: () => Promise<unknown>): Promise<void> => {
      await heldSince(page);
      const start = performance.now();
      await act();
      const seconds = Number(((performance.now() - start) / 1000).toFixed(2));
      print({
        area: 'report',
        measure: what,
        seconds,
        ...(await heldSince(page)),
        load: Number(loadavg()[0].toFixed(1)),
      });
    };
    await measure('page at rest', () => page.waitForTimeout(5000));
    await measure('coverage and all formats in the page', async () => {
      await app.when.startsReport();
      await app.when.waitsForReport();
    });
    await measure('until cancelled', async () => {
      await app.when.startsReport();
      await page.waitForTimeout(4000);
      const start = performance.now();
      await app.when.cancelsReport();
      await page.waitForSelector('[data-report="cancelled"]');
      print({ area: 'report', measure: 'cancel', ms: Math.round(performance.now() - start) });
    });
  } finally {
    await browser.close();
    await host.close();
  }
};
