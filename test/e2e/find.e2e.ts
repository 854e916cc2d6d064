import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Huyện Võ Nhai');
const host = appOnHost({ serve: () => serveWithPack(pack), withMap: false });

/** Goes on with Tab, or back, until the focus is on something; fails where it never comes there. */
const tabsTo = async (page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`No ${selector} came after sixty times ${key}`);
};

const finds = async (page: Page, text: string, entry: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm nơi chốn hoặc việc cần làm' }).waitFor();
  await page.keyboard.type(text);
  await page.locator(`[data-entry="${entry}"][aria-selected="true"]`).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`[data-selected="${entry}"]:focus`).waitFor();
};

it('by keyboard alone a hamlet without signal is found, understood and given a mast; Back leads to the beginning', async () => {
  const { page, app, complaints } = await host.opens();
  await app.when.waitsForRun();
  const commune = pack.communes.features.find(({ properties }) => properties.name === 'Sảng Mộc')!.properties.code;

  const status = () => page.locator('[data-selected] .lead').getAttribute('data-status');

  await finds(page, 'sang moc', `commune:${commune}`);
  expect(await page.title()).toBe('xã Sảng Mộc · Tổng quan · Phủ Sóng');

  await tabsTo(page, '[data-selected] [data-status="none"] button');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Khoảng trống', exact: true }).locator('[data-hamlet]').first().waitFor();
  await tabsTo(page, '[data-hamlet]', 'Shift+Tab');
  await page.keyboard.press('Home');
  const [first] = await app.sees.firstHamlets(1);
  await page.keyboard.press('Enter');
  await page.locator(`[data-selected="hamlet:${first}"]`).waitFor();
  expect(await status()).toBe('none');
  expect(await app.sees.selectionText()).toContain('Trạm mạnh nhất');

  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: 'Thêm cột mới' }).waitFor();
  await tabsTo(page, '[data-action="build-mast"]');
  await page.keyboard.press('Enter');
  await page.locator('[data-selected^="site:"]:focus').waitFor();
  expect(await app.sees.nextUndo()).toContain('Hoàn tác: thêm vị trí cột');

  await finds(page, first, `hamlet:${first}`);
  await app.when.waitsForRun();
  expect(await status()).toBe('served');
  await app.when.undoes();
  await app.when.waitsForRun();
  expect(await status()).toBe('none');

  const walked: string[] = [];
  for (let step = 0; step < 5; step++) {
    await page.goBack();
    walked.push(new URL(page.url()).hash.replace(/\?.*select=(\w+).*/, ' $1').replace(/\?.*/, ''));
  }
  expect(walked).toEqual(['#gaps site', '#gaps hamlet', '#gaps commune', '#overview commune', '#overview']);
  expect(await page.title()).toBe('Tổng quan · Phủ Sóng');
  expect(complaints).toEqual([]);
});
