import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writePack } from '../../src/files/pack/pack-write.ts';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';
import { appOnHost } from './app-page.ts';
import { driveImport } from './import-driver.ts';
import { serveWithPack } from './small-host.ts';

const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const host = appOnHost({ serve: () => serveWithPack(pack), withMap: false });

const opensApp = async () => {
  const opened = await host.opens();
  await opened.app.when.waitsForRun();
  return { ...opened, file: driveImport(opened.page) };
};

describe('a file dropped on the window', () => {
  it('shows where it falls, tells its bad rows, enters as one step, and is undone as one', async () => {
    const { complaints, app, file } = await opensApp();
    const before = await app.sees.headline('sites');
    const rows = [
      'mã;nhà mạng;chiều cao cột;kinh độ;vĩ độ',
      'M-1;viettel;42;105,81;21,61',
      'M-2;vinaphone;30;105,82;21,63',
    ];
    await app.when.dropsFile('danh-sach.csv', [...rows, 'M-3;viettel;cao;105,83;21,62', ''].join('\n'));
    await file.when.seesItFallInside('1');
    expect(await file.sees.column('Độ cao cột (m)')).toBe('2');
    await file.when.checks();
    await file.when.waitsForRows(2, 3);
    expect(await file.sees.problem('wrong-type')).toContain('dòng 4');
    await file.when.enters();
    await file.when.waitsUntilIn();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(before + 2);
    expect(await app.sees.nextUndo()).toContain('nhập tệp danh-sach.csv');
    await app.when.undoes();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(before);
    expect(complaints).toEqual([]);
  });

  it('is corrected where a heading says nothing; levels measured are compared with the model', async () => {
    const { app, file } = await opensApp();
    await app.when.dropsFile('do.csv', 'lon,lat,nhà mạng,giá trị\n105.81,21.61,viettel,-93\n');
    await file.when.saysItIs('Kết quả đo sóng');
    await file.when.waitsUntilColumnsLack();
    await file.when.givesColumn(/^RSRP/, 'giá trị');
    await file.when.checks();
    await file.when.waitsForLayer('measurements', 1);
    await file.when.enters();
    await file.when.comparesWithModel();
    // one point is measured and told apart from what is computed, and too few to say more
    expect(await file.sees.measured()).toBe('1');
    expect(await file.sees.measuredText()).toContain('quá ít');
    expect(await file.sees.withoutCalibration()).toBe(true);
  });

  it("with a carrier's masts is assessed at once, and enters as a scenario", async () => {
    const { complaints, app, file } = await opensApp();
    const mast = (id: string, lon: number) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, 21.63] },
      properties: { id, operator: 'vinaphone', heightM: 42, structure: 'guyed' },
    });
    const features = [mast('P-1', 105.833), mast('P-2', 105.87)];
    const proposal = { $schema: 'proposal.schema.json', type: 'FeatureCollection', features };
    await app.when.dropsFile('de-xuat.geojson', JSON.stringify(proposal));
    await file.when.waitsForAssessment(2);
    expect(await file.sees.verdict('P-1')).toBe('share');
    expect(await file.sees.adviceOn('P-1')).toContain('TN-0001');
    expect((await file.when.downloadsAssessment()).name).toBe('tham-tra-de-xuat.docx');
    await file.when.takesProposal();
    await app.when.opensTask('overview');
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(3);
    expect(complaints).toEqual([]);
  });

  it('with masts that do not say they are a proposal is imported; one button has it assessed, as it was corrected', async () => {
    const { page, complaints, app, file } = await opensApp();
    await app.when.opensTask('proposals');
    const rows = [
      'id;operator;height;lon;lat;cao',
      'P-1;vinaphone;5;105.833;21.63;42',
      'P-2;vinaphone;5;105.87;21.63;36',
    ];
    await app.when.dropsFile('cot.csv', `${rows.join('\n')}\n`);
    await file.when.seesItFallInside('1');
    await file.when.givesColumn('Độ cao cột (m)', 'cao');
    await file.when.hasItAssessed();
    await file.when.waitsForAssessment(2);
    await file.when.takesProposal();
    await page.evaluate(() => {
      window.location.hash = '#proposals?select=site:P-1';
    });
    await page.waitForSelector('[data-selected="site:P-1"]');
    expect(await app.sees.selectionText()).toContain('42 m');
    expect(complaints).toEqual([]);
  });

  it('with elevations becomes the ground under the scenarios, and outlives the page', async () => {
    const { page, complaints, app, file } = await opensApp();
    await app.when.dropsFile('m.csv', 'id;nhà mạng;chiều cao cột;kinh độ;vĩ độ\nM-1;viettel;42;105,81;21,61\n');
    await file.when.checks();
    await file.when.enters();
    await app.when.waitsUntilKept();
    await app.when.dropsFlatTile('N21E105.hgt', 120);
    await app.when.takesTerrainAs('bare');
    await page.waitForFunction(() => document.body.textContent?.includes('tệp phủ 100'));
    await page.getByText('Coi là mặt đất trần').waitFor();
    await app.when.waitsUntilKept();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(await app.sees.nextUndo()).toContain('nhập tệp m.csv');
    await page.reload();
    // the ground is opened again, then the work on it
    await app.when.waitsForSomethingToUndo();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(complaints).toEqual([]);
  });

  it('that is none of ours is refused with a reason', async () => {
    const { page, app } = await opensApp();
    await app.when.dropsFile('dia-hinh.hgt', 'x');
    await app.when.takesTerrainAs('surface');
    expect(await app.sees.problems()).toEqual(['not-this-format']);
    await page.keyboard.press('Escape');
    await app.when.dropsFile('hong.xlsx', 'PK\u0003\u0004 broken');
    expect((await app.sees.problems()).length).toBe(1);
  });

  it('that is a pack with a wrong checksum is refused, and what is open stays', async () => {
    const { page, app } = await opensApp();
    const before = await app.sees.headline('hamlets');
    const files = Object.fromEntries(writePack(pack));
    files['facts.json'] = files['facts.json'].slice(0, -1);
    await app.when.opensZip('hong.zip', zipSync(files, { level: 0 }));
    expect(await app.sees.problems()).toContain('checksum');
    await page.keyboard.press('Escape');
    expect(await app.sees.headline('hamlets')).toBe(before);
    expect(before).toBeGreaterThan(0);
  });
});

describe('a folder with a pack in it', () => {
  const files = writePack(
    aNetwork([
      aStandingSite('TN-0001', 'viettel', [105.83, 21.63]),
      aStandingSite('TN-0002', 'mobifone', [105.82, 21.62]),
    ]),
  );

  it('is opened from the menu', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phusong-'));
    for (const [path, bytes] of files) await writeFile(join(folder, path), bytes);
    const { page, complaints, app } = await opensApp();
    await app.when.opensFolder(folder);
    await page.getByText('Đã mở').waitFor();
    await app.when.waitsForRun();
    expect(await app.sees.headline('sites')).toBe(2);
    expect(complaints).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('is opened from the menu of a browser with the newer dialogs', async () => {
    const { page, complaints, app } = await host.newPage();
    // a folder of the page's own stands in for one that a person picks
    await page.addInitScript(() => {
      const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('goi', { create: true });
      Object.assign(window, { showOpenFilePicker: () => {}, showDirectoryPicker: pick });
    });
    await app.when.opens(host.address());
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
  });
});
