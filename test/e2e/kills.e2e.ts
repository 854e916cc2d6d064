import { zipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { randomFor } from '../../src/model/random.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';
import { budget } from '../support/budget.ts';
import { appOnHost } from './app-page.ts';
import { driveApp } from './driver.ts';
import { readWaitingWorks, type WaitingWork } from './kept-works.ts';
import { serveWithPack } from './small-host.ts';

/** Two packs: the one the app comes with, and one that is opened from a file. */
const first = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const second = { ...first, manifest: { ...first.manifest, title: 'Gói hai', titleEn: 'Second pack' } };
const zipOfSecond = zipSync(Object.fromEntries(writePack(second)), { level: 0 });
const host = appOnHost({ serve: () => serveWithPack(first), withMap: false });

const kills = budget(10, 40);
const seed = process.env.PHUSONG_SEED ?? '15';
const { next } = randomFor(`kills ${seed}`);
const happens = (share: number): boolean => next() < share;

/** A page at work; what it made, and what of it the page said was kept. */
interface AtWork {
  page: Page;
  title: string;
  made: number;
  kept: number;
}

/** A work that was ended: of its changes so many were acknowledged, and no more were made. */
interface Ended {
  title: string;
  atLeast: number;
  atMost: number;
}

const hash = '#gaps?select=hamlet:H-05431-01';
const fibre = (page: Page) => page.getByRole('checkbox', { name: 'Đã có cáp quang' });
const offer = (page: Page) => page.locator('[data-notice="recovery"]');

const begins = async (context: BrowserContext, title: string): Promise<AtWork> => {
  const page = await context.newPage();
  const app = driveApp(page);
  await app.when.opens(host.address(hash));
  await app.when.waitsForCard();
  if (title === second.manifest.title) {
    await app.when.opensZip('second.zip', zipOfSecond);
    await page.getByRole('banner').getByText(title).waitFor();
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    await app.when.waitsForCard();
  }
  await page.getByText('Sửa xóm').click();
  return { page, title, made: 0, kept: 0 };
};

/** Hears what the page says is kept. */
const hears = async (work: AtWork): Promise<void> => {
  const said = await work.page.evaluate(() => document.querySelector('[data-kept]')?.getAttribute('data-kept') ?? '0');
  work.kept = Math.max(work.kept, Number(said));
};

const edits = async (work: AtWork, times: number): Promise<void> => {
  for (let i = 0; i < times; i++) {
    await fibre(work.page).click();
    work.made++;
    if (happens(0.5)) await work.page.waitForTimeout(next() * 60);
    await hears(work);
  }
};

/** Takes back the work that is offered; it goes on as this page's. */
const restores = async (work: AtWork, ended: Ended[]): Promise<void> => {
  const { page } = work;
  if (work.made > 0) ended.push({ title: work.title, atLeast: work.kept, atMost: work.made });
  await page.getByRole('button', { name: 'Khôi phục', exact: true }).first().click();
  await page
    .getByText(/^Đã khôi phục \d+ thay đổi/)
    .last()
    .waitFor();
  const count = /khôi phục (\d+)/.exec(
    (await page
      .getByText(/^Đã khôi phục \d+ thay đổi/)
      .last()
      .textContent()) ?? '',
  );
  work.made = Number(count?.[1]);
  work.kept = 0;
  const at = ended.findIndex(
    ({ title, atLeast, atMost }) => title === work.title && atLeast <= work.made && work.made <= atMost,
  );
  expect(at, `a work of ${work.made} changes was brought back (seed ${seed})`).toBeGreaterThanOrEqual(0);
  ended.splice(at, 1);
  await page.waitForFunction((made) => document.querySelector(`[data-kept="${made}"]`) !== null, work.made);
  work.kept = work.made;
};

const crashes = async ({ page }: AtWork): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
};

/** Ends that match no work that waits, although something of them was acknowledged. */
const lostOf = (ended: readonly Ended[], waiting: readonly WaitingWork[]): Ended[] => {
  const left = [...waiting];
  const narrowFirst = ended.toSorted((a, b) => a.atMost - a.atLeast - (b.atMost - b.atLeast));
  return narrowFirst.filter(({ title, atLeast, atMost }) => {
    const at = left.findIndex((one) => one.title === title && atLeast <= one.changes && one.changes <= atMost);
    if (at >= 0) left.splice(at, 1);
    return at < 0 && atLeast > 0;
  });
};

it(`loses nothing it has acknowledged in ${kills} kills (PHUSONG_SEED=${seed})`, async () => {
  const { context, page: watch } = await host.newPage();
  await watch.goto(`${host.address()}icon.svg`);
  const quota = await context.newCDPSession(watch);
  const origin = new URL(host.address()).origin;
  let ended: Ended[] = [];
  let answered = 0;
  for (let kill = 0; kill < kills; kill++) {
    const titles = happens(0.3) ? [first, second] : [happens(0.6) ? first : second];
    const atWork: AtWork[] = [];
    for (const { manifest } of titles) atWork.push(await begins(context, manifest.title));
    // some find no room for more than there is
    const isFull = happens(0.2);
    if (isFull) {
      const usage = await watch.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await quota.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage });
    }
    for (const work of atWork) {
      const isOffered = ended.some(({ title, atLeast }) => title === work.title && atLeast > 0);
      if (happens(0.5)) await edits(work, 1);
      if (isOffered) {
        // it is there until it is answered, whatever was done before
        await offer(work.page).waitFor();
        if (!isFull && happens(0.6)) {
          await restores(work, ended);
          answered++;
        }
      }
      await edits(work, 1 + Math.floor(next() * 4));
    }
    await watch.waitForTimeout(next() * 150);
    for (const work of atWork) await hears(work);
    for (const work of atWork) {
      await crashes(work);
      ended.push({ title: work.title, atLeast: work.kept, atMost: work.made });
    }
    if (isFull) await quota.send('Storage.overrideQuotaForOrigin', { origin });
    const waiting = await readWaitingWorks(watch);
    expect(lostOf(ended, waiting), `kill ${kill + 1} of seed ${seed}; waiting: ${JSON.stringify(waiting)}`).toEqual([]);
    // what was not acknowledged is no promise, but what there is of it is offered
    ended = waiting.map(({ title, changes }) => ({ title, atLeast: changes, atMost: changes }));
  }
  expect(answered).toBeGreaterThan(0);
});
