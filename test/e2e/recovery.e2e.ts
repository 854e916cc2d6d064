import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';
import { appOnHost } from './app-page.ts';
import { driveApp } from './driver.ts';
import { serveWithPack } from './small-host.ts';

const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const host = appOnHost({ serve: () => serveWithPack(pack), withMap: false });
const hamlet = '#gaps?select=hamlet:H-05431-01';

const opensHamlet = async (page: Page) => {
  page.on('dialog', (dialog) => void dialog.accept());
  const app = driveApp(page);
  await app.when.opens(host.address(hamlet));
  await app.when.waitsForCard();
  return app;
};
const notice = (page: Page, which: 'recovery' | 'read-only') => page.locator(`[data-notice="${which}"]`);
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

describe('work that is not saved', () => {
  it('is there again after a reload in the middle of it', async () => {
    const { page, complaints } = await host.newPage();
    const app = await opensHamlet(page);
    await app.when.switchesFibre();
    await page.reload();
    await app.when.waitsForSomethingToUndo();
    expect(await app.sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');
    expect(await app.sees.text()).toContain('Đã khôi phục 1 thay đổi');
    await app.when.undoes();
    await app.when.waitsForSomethingToRedo();
    expect(complaints).toEqual([]);
  });

  it('is offered by the next page after this one has gone, and can be let go', async () => {
    const { page, context } = await host.newPage();
    const app = await opensHamlet(page);
    await app.when.switchesFibre();
    await app.when.waitsUntilKept();
    await page.close();
    const next = await context.newPage();
    const after = await opensHamlet(next);
    await notice(next, 'recovery').waitFor();
    await press(next, 'Khôi phục');
    await after.when.waitsForSomethingToUndo();
    expect(await after.sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');
    await after.when.waitsUntilKept();
    await next.close();

    const last = await context.newPage();
    await opensHamlet(last);
    await press(last, 'Bỏ đi');
    await notice(last, 'recovery').waitFor({ state: 'detached' });
    await last.reload();
    await driveApp(last).when.waitsForCard();
    // the ring is looked at 150 ms after the pack is open
    await last.waitForTimeout(800);
    expect(await notice(last, 'recovery').count()).toBe(0);
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
    const { page, complaints } = await host.newPage();
    await page.addInitScript(script);
    const app = await opensHamlet(page);
    const had = await app.when.switchesFibre();
    await app.when.waitsUntilNotKept();
    expect(await app.sees.text()).toContain(message);
    await app.when.undoes();
    await app.when.waitsForSomethingToRedo();
    expect(await app.sees.hasFibre()).toBe(had);
    expect(complaints).toEqual([]);
  });
});

describe('one study in two tabs', () => {
  it('the second is told and changes nothing, until the first is gone', async () => {
    const { page: first, context } = await host.newPage();
    const app = await opensHamlet(first);
    const had = await app.when.switchesFibre();
    await app.when.waitsUntilKept();

    const second = await context.newPage();
    const other = await opensHamlet(second);
    await notice(second, 'read-only').waitFor();
    await other.when.switchesFibre();
    expect(await other.sees.text()).toContain('đang mở ở thẻ khác; ở đây chỉ xem');
    expect(await other.sees.canUndo()).toBe(false);

    await first.close();
    await notice(second, 'read-only').waitFor({ state: 'detached' });
    await press(second, 'Khôi phục');
    await other.when.waitsForSomethingToUndo();
    expect(await other.sees.hasFibre()).toBe(!had);
  });

  it('the second can take it over; the first is told then', async () => {
    const { page: first, context } = await host.newPage();
    await opensHamlet(first);
    const second = await context.newPage();
    const other = await opensHamlet(second);
    await press(second, 'Làm tiếp ở đây');
    await notice(first, 'read-only').waitFor();
    await other.when.switchesFibre();
    await other.when.waitsForSomethingToUndo();
  });
});
