import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzip } from '../../src/files/archive/zip.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';
import { smallBox, smallRoutes } from '../sources/small-world.ts';
import { type StandIn, startStandIn } from '../sources/stand-in.ts';
import { appOnHost } from './app-page.ts';
import { downloadBy } from './driver.ts';
import { serveWithPack } from './small-host.ts';
import { answerSources } from './sources-on-this-machine.ts';

const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const host = appOnHost({ serve: () => serveWithPack(pack), withMap: false });

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn(smallRoutes());
});
afterAll(() => standIn?.close());

const openMenu = 'Mở gói dữ liệu';

describe('another province', () => {
  it('may ask the sources alone, by a policy without a wildcard', async () => {
    const { page } = await host.opens();
    const policy = (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')) ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain('*');
    const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
    const outcome = await page.evaluate(() => fetch('https://example.org/').then(String, () => 'refused'));
    expect(outcome).toBe('refused');
    await refused;
  });

  it('is planned first, built on a word, kept in the browser and saved as a zip', async () => {
    const { page, context, app, complaints } = await host.newPage();
    const asked = await answerSources(context, standIn);
    await app.when.opens(host.address());
    await app.when.waitsForRun();
    await page.getByRole('button', { name: openMenu }).click();
    await page.getByRole('button', { name: 'Mở tỉnh khác…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Mở tỉnh khác/ });
    await dialog.getByLabel(/^Tìm theo tên/).fill('bac kan');
    await dialog.getByRole('button', { name: /^Thái Nguyên/ }).waitFor();
    expect(await dialog.locator('[data-province]').count()).toBe(1);

    await dialog.getByRole('button', { name: 'Khung tọa độ' }).click();
    await dialog.getByLabel('Tên vùng').fill('Vùng thử');
    const [west, south, east, north] = smallBox.map(String);
    for (const [label, value] of Object.entries({
      'Kinh độ tây': west,
      'Vĩ độ nam': south,
      'Kinh độ đông': east,
      'Vĩ độ bắc': north,
      'Mã nước (3 chữ cái)': 'VNM',
    }))
      await dialog.getByLabel(label).fill(value);
    await dialog.getByRole('button', { name: 'Xem sẽ hỏi những gì' }).click();
    await dialog.locator('[data-source="overpass"]').waitFor();
    const sources = await dialog.locator('[data-source]').allInnerTexts();
    expect(sources).toHaveLength(4);
    expect(sources.join('\n')).toContain('overpass-api.de');
    expect(sources.join('\n')).toContain('© OpenStreetMap contributors');
    expect(asked).toEqual([]);

    await dialog.getByRole('button', { name: 'Bắt đầu tải' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(new Set(asked)).toContain('overpass-api.de');
    await page.getByRole('banner').getByText('Vùng thử').first().waitFor();

    await page.getByRole('button', { name: openMenu }).click();
    await page.getByRole('button', { name: 'Mở tỉnh khác…' }).click();
    const { name, bytes } = await downloadBy(page, () => dialog.getByRole('button', { name: 'Lưu zip' }).click());
    expect(name).toBe('vung-thu-public.zip');
    expect([...unzip(bytes, name).keys()]).toContain('pack.json');
    expect(complaints).toEqual([]);
  });
});
