import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aMast, aNetwork } from '../proposal/a-proposal.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { serveWithPack } from './small-host.ts';
import type { StaticHost } from './static-server.ts';

let host: StaticHost;
let browser: OpenBrowser;

beforeAll(async () => {
  if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
  host = await serveWithPack(aNetwork([aMast('TN-0001', 'viettel', [105.83, 21.63])]));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

const opensApp = async () => {
  const { page, context, complaints } = await browser.newPage();
  const app = driveApp(page);
  await app.when.opens(host.address);
  await app.when.waitsForRun();
  return { page, context, complaints, app };
};

describe('a file dropped on the window', () => {
  it('shows where it falls, tells its bad rows, enters as one step, and is undone as one', async () => {
    const { page, context, complaints, app } = await opensApp();
    const before = await app.sees.headline('sites');
    const rows = [
      'mã;nhà mạng;chiều cao cột;kinh độ;vĩ độ',
      'M-1;viettel;42;105,81;21,61',
      'M-2;vinaphone;30;105,82;21,63',
    ];
    await app.when.dropsFile('danh-sach.csv', [...rows, 'M-3;viettel;cao;105,83;21,62', ''].join('\n'));
    await page.waitForSelector('[data-inside="1"]');
    expect(await page.locator('select[name="height"]').inputValue()).toBe('2');
    await page.click('[data-action="check-import"]');
    await page.waitForSelector('[data-taken="2"][data-rows="3"]');
    expect(await page.locator('[data-import] [data-rule="wrong-type"]').textContent()).toContain('dòng 4');
    await page.click('[data-action="enter-import"]');
    await page.waitForSelector('[data-import]', { state: 'detached' });
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(before + 2);
    expect(await app.sees.nextUndo()).toContain('nhập tệp danh-sach.csv');
    await app.when.undoes();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(before);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is corrected where a heading says nothing; levels measured are compared with the model', async () => {
    const { page, context } = await opensApp();
    const app = driveApp(page);
    await app.when.dropsFile('do.csv', 'lon,lat,nhà mạng,giá trị\n105.81,21.61,viettel,-93\n');
    await page.waitForSelector('[data-import="choosing"]');
    await page.selectOption('select[name="target"]', 'measurements');
    await page.waitForSelector('[data-action="check-import"]:disabled');
    await page.selectOption('select[name="rsrp"]', { label: 'giá trị' });
    await page.click('[data-action="check-import"]:not(:disabled)');
    await page.waitForSelector('[data-layer="measurements"][data-count="1"]');
    await page.click('[data-action="enter-import"]');
    await page.click('[data-action="compare-measured"]');
    await page.waitForSelector('[data-measured="1"]');
    // one point is measured and told apart from what is computed, and too few to say more
    expect(await page.locator('[data-measured]').textContent()).toContain('quá ít');
    expect(await page.locator('[data-calibration="none"]').count()).toBe(1);
    await context.close();
  });

  it("with a carrier's masts is assessed at once, and enters as a scenario", async () => {
    const { page, context, complaints, app } = await opensApp();
    const mast = (id: string, lon: number) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, 21.63] },
      properties: { id, operator: 'vinaphone', heightM: 42, structure: 'guyed' },
    });
    const features = [mast('P-1', 105.833), mast('P-2', 105.87)];
    const file = { $schema: 'proposal.schema.json', type: 'FeatureCollection', features };
    await app.when.dropsFile('de-xuat.geojson', JSON.stringify(file));
    await page.waitForSelector('[data-assessed="2"]');
    expect(await page.locator('[data-tower="P-1"]').getAttribute('data-verdict')).toBe('share');
    expect(await page.locator('[data-tower="P-1"]').textContent()).toContain('TN-0001');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải văn bản Word' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('tham-tra-de-xuat.docx');
    await page.click('[data-action="take-proposal"]');
    await app.when.opensTask('overview');
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(3);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('with masts that do not say they are a proposal is imported; one button has it assessed, as it was corrected', async () => {
    const { page, context, complaints, app } = await opensApp();
    await app.when.opensTask('proposals');
    const rows = [
      'id;operator;height;lon;lat;cao',
      'P-1;vinaphone;5;105,833;21,63;42',
      'P-2;vinaphone;5;105,87;21,63;36',
    ];
    await app.when.dropsFile('cot.csv', `${rows.join('\n')}\n`);
    await page.waitForSelector('[data-inside="1"]');
    await page.selectOption('select[name="height"]', { label: 'cao' });
    await page.getByRole('button', { name: 'Đây là đề xuất: thẩm tra' }).click();
    await page.waitForSelector('[data-assessed="2"]');
    await page.click('[data-action="take-proposal"]');
    await page.evaluate(() => {
      window.location.hash = '#proposals?select=site:P-1';
    });
    await page.waitForSelector('[data-selected="site:P-1"]');
    expect(await app.sees.selectionText()).toContain('42 m');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('with elevations becomes the ground under the scenarios, and outlives the page', async () => {
    const { page, context, complaints, app } = await opensApp();
    await app.when.dropsFile('m.csv', 'id;nhà mạng;chiều cao cột;kinh độ;vĩ độ\nM-1;viettel;42;105,81;21,61\n');
    await page.click('[data-action="check-import"]:not(:disabled)');
    await page.click('[data-action="enter-import"]');
    await page.getByRole('button', { name: 'trình duyệt giữ bản' }).waitFor();
    await app.when.dropsFlatTile('N21E105.hgt', 120);
    await app.when.takesGroundAs('bare');
    await page.waitForFunction(() => document.body.textContent?.includes('tệp phủ 100'));
    await page.getByText('Coi là mặt đất trần').waitFor();
    await page.getByRole('button', { name: 'trình duyệt giữ bản' }).waitFor();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(await app.sees.nextUndo()).toContain('nhập tệp m.csv');
    await page.reload();
    // the ground is opened again, then the work on it
    await page.waitForSelector('[data-step="undo"]:not([disabled])');
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('that is none of ours is refused with a reason', async () => {
    const { page, context, app } = await opensApp();
    await app.when.dropsFile('dia-hinh.hgt', 'x');
    await app.when.takesGroundAs('surface');
    expect(await app.sees.problems()).toEqual(['not-this-format']);
    await page.keyboard.press('Escape');
    await app.when.dropsFile('hong.xlsx', 'PK\u0003\u0004 broken');
    expect((await app.sees.problems()).length).toBe(1);
    await context.close();
  });
});

describe('a folder with a pack in it', () => {
  const files = writePack(
    aNetwork([aMast('TN-0001', 'viettel', [105.83, 21.63]), aMast('TN-0002', 'mobifone', [105.82, 21.62])]),
  );

  it('is opened from the menu', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phusong-'));
    for (const [path, bytes] of files) await writeFile(join(folder, path), bytes);
    const { page, context, complaints, app } = await opensApp();
    await app.when.opensFolder(folder);
    await page.getByText('Đã mở').waitFor();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
    await rm(folder, { recursive: true });
  });

  it('is opened from the menu of a browser with the newer dialogs', async () => {
    const { page, context, complaints } = await browser.newPage();
    // a folder of the page's own stands in for one that a person picks
    await page.addInitScript(() => {
      const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('goi', { create: true });
      Object.assign(window, { showOpenFilePicker: () => {}, showDirectoryPicker: pick });
    });
    const app = driveApp(page);
    await app.when.opens(host.address);
    await app.when.waitsForRun();
    await page.evaluate(
      async (entries) => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('goi', { create: true });
        for (const [path, bytes] of entries) {
          const file = await (await folder.getFileHandle(path, { create: true })).createWritable();
          await file.write(Uint8Array.from(bytes));
          await file.close();
        }
      },
      [...files].map(([path, bytes]) => [path, [...bytes]] as const),
    );
    await page.getByRole('button', { name: 'Mở gói dữ liệu' }).click();
    await page.getByRole('button', { name: 'Mở thư mục gói' }).click();
    await page.getByText('Đã mở').waitFor();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
