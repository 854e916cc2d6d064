import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMast, aNetwork } from '../proposal/a-proposal.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { serveWithPack } from './small-host.ts';
import type { StaticHost } from './static-server.ts';

let host: StaticHost;
let browser: OpenBrowser;
const hamlet = '#gaps?select=hamlet:H-05431-01';

beforeAll(async () => {
  if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
  host = await serveWithPack(aNetwork([aMast('TN-0001', 'viettel', [105.83, 21.63])]));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const opensHamlet = async (page: Page) => {
  page.on('dialog', (dialog) => void dialog.accept());
  const app = driveApp(page);
  await app.when.opens(host.address + hamlet);
  await page.waitForSelector('[data-selected]');
  return app;
};
const isKept = (page: Page) => page.getByRole('button', { name: 'trình duyệt giữ bản' }).waitFor();
const changed = (page: Page) => page.waitForSelector('[data-step="undo"]:not([disabled])');

describe('work that is not saved', () => {
  it('is there again after a reload in the middle of it', async () => {
    const { page, context, complaints } = await browser.newPage();
    const app = await opensHamlet(page);
    await app.when.switchesFibre();
    await page.reload();
    await changed(page);
    expect(await app.sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');
    expect(await app.sees.text()).toContain('Đã khôi phục 1 thay đổi');
    await app.when.undoes();
    await page.waitForSelector('[data-step="redo"]:not([disabled])');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is offered by the next page after this one has gone, and can be let go', async () => {
    const { page, context } = await browser.newPage();
    const app = await opensHamlet(page);
    await app.when.switchesFibre();
    await isKept(page);
    await page.close();
    const next = await context.newPage();
    await opensHamlet(next);
    await next.waitForSelector('[data-notice="recovery"]');
    await next.getByRole('button', { name: 'Khôi phục' }).click();
    await changed(next);
    expect(await driveApp(next).sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');
    await next.close();

    const last = await context.newPage();
    await opensHamlet(last);
    await last.getByRole('button', { name: 'Bỏ đi' }).click();
    await last.waitForSelector('[data-notice="recovery"]', { state: 'detached' });
    await last.reload();
    await last.waitForSelector('[data-selected]');
    // the ring is looked at 150 ms after the pack is open
    await last.waitForTimeout(800);
    expect(await last.locator('[data-notice="recovery"]').count()).toBe(0);
    await context.close();
  });

  it.each([
    [
      'refuses storage',
      "indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); }",
      'không cho giữ',
    ],
    [
      'has no room',
      "IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }",
      'Bộ nhớ trình duyệt đã đầy',
    ],
  ])('is told not to be kept where the browser %s, and the app works on', async (_, script, message) => {
    const { page, context, complaints } = await browser.newPage();
    await page.addInitScript(script);
    const app = await opensHamlet(page);
    const had = await app.when.switchesFibre();
    await page.getByRole('button', { name: 'trình duyệt không giữ được bản nào' }).waitFor();
    expect(await app.sees.text()).toContain(message);
    await app.when.undoes();
    await page.waitForSelector('[data-step="redo"]:not([disabled])');
    expect(await page.locator('input[name="hasFibre"]').isChecked()).toBe(had);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('one study in two tabs', () => {
  it('the second is told and changes nothing, until the first is gone', async () => {
    const { page: first, context } = await browser.newPage();
    const app = await opensHamlet(first);
    const had = await app.when.switchesFibre();
    await isKept(first);

    const second = await context.newPage();
    const other = await opensHamlet(second);
    await second.waitForSelector('[data-notice="read-only"]');
    await other.when.switchesFibre();
    expect(await other.sees.text()).toContain('đang mở ở thẻ khác; ở đây chỉ xem');
    expect(await second.locator('[data-step="undo"]').isDisabled()).toBe(true);

    await first.close();
    await second.waitForSelector('[data-notice="read-only"]', { state: 'detached' });
    await second.getByRole('button', { name: 'Khôi phục' }).click();
    await changed(second);
    expect(await second.locator('input[name="hasFibre"]').isChecked()).toBe(!had);
    await context.close();
  });

  it('the second can take it over; the first is told then', async () => {
    const { page: first, context } = await browser.newPage();
    await opensHamlet(first);
    const second = await context.newPage();
    const other = await opensHamlet(second);
    await second.getByRole('button', { name: 'Làm tiếp ở đây' }).click();
    await first.waitForSelector('[data-notice="read-only"]');
    await other.when.switchesFibre();
    await changed(second);
    await context.close();
  });
});
