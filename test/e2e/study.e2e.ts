import { describe, expect, it } from 'vitest';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Huyện Võ Nhai');
const host = appOnHost({ serve: () => serveWithPack(pack) });

describe('a study in a browser', () => {
  it('runs again after a change, undo gives back the figure, and a saved study opens as it was', async () => {
    const { page, app, complaints } = await host.newPage();
    await app.when.opens(host.address());
    await app.when.waitsForRun();
    const before = await app.sees.headline('hamletsWithoutFibre');
    await app.when.opensTask('gaps');
    const [listed] = await app.sees.firstHamlets(1);
    await app.when.picksHamletInList(listed);
    const had = await app.when.switchesFibre();
    await app.when.opensTask('overview');
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(before + (had ? 1 : -1));
    expect(await app.sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');

    await app.when.opensTask('scenarios');
    expect(await app.sees.compared('hamletsWithoutFibre')).toBe(had ? 1 : -1);
    expect(await app.sees.compared('sites')).toBe(0);

    await page.getByRole('button', { name: 'Gạt so sánh trên bản đồ' }).click();
    await page.waitForSelector('[data-swipe-map="idle"]');
    expect(await page.locator('[data-swipe-side="A"]').textContent()).toContain('Hiện trạng');
    expect(await page.locator('[data-swipe-side="B"][data-ready="true"]').count()).toBe(1);
    const handle = page.getByRole('slider', { name: 'Vạch ngăn giữa phương án A (trái) và B (phải)' });
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await handle.getAttribute('aria-valuenow')).toBe('48');
    const grip = (await handle.boundingBox())!;
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2 + 200, grip.y + grip.height / 2);
    await page.mouse.up();
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(60);
    await page.keyboard.press('Escape');
    expect(await handle.count()).toBe(0);

    await app.when.opensTask('overview');
    await app.when.undoes();
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(before);
    await app.when.redoes();
    const { name, bytes } = await app.when.savesStudy();
    expect(name).toBe('thai-nguyen-2020.phusong');
    expect(await app.sees.isSaved()).toBe(true);
    await page.reload();
    await app.when.waitsForPack();
    await app.when.opensStudy(name, bytes);
    await page.waitForSelector('[data-saved="true"]');
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(before + (had ? 1 : -1));
    expect(await app.sees.nextUndo()).toContain('Hoàn tác: đổi cáp quang');
    expect(complaints).toEqual([]);
  });
});
