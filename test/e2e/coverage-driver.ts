import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const limitMs = 180_000;

/** Coverage in the words of those who look at it. */
export const driveCoverage = (page: Page) => {
  const azimuth = () => page.getByRole('slider', { name: 'Phương vị (°)' }).first();
  const run = () => page.locator('[data-coverage-run]').getAttribute('data-coverage-run');
  return {
    when: {
      /** The figures of hamlets are of no account here: they leave the cores to coverage. */
      figuresAreCancelled: async () => {
        const run = page.getByRole('region', { name: 'Tiến độ tính toán' });
        await page.getByRole('banner').getByText('giả lập').waitFor({ timeout: limitMs });
        await run.getByRole('button', { name: 'Hủy' }).click({ timeout: limitMs });
        await page.waitForSelector('html[data-run="cancelled"]', { state: 'attached' });
      },
      opensCoverage: () => page.click('[data-task="coverage"]'),
      runs: () => page.click('[data-action="run-coverage"]'),
      waitsForPicture: (zoom: number) => page.waitForSelector(`[data-coverage="${zoom}"]`, { timeout: limitMs }),
      cancels: () => page.locator('[data-coverage-run]').getByRole('button', { name: 'Hủy' }).click(),
      drawsFrom: async (levelDbm: number) => {
        await page.fill('input[type="number"][name="pictureThreshold"]', String(levelDbm));
        await page.keyboard.press('Enter');
      },
      downloads: async (format: 'geotiff' | 'kmz'): Promise<{ name: string; bytes: Uint8Array }> => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-file="${format}"]`)]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      },
      showsSiteAlone: () => page.click('[data-action="site-coverage"]'),
      opensCells: () => page.getByText('Sửa cell của').first().click(),
      /** By keyboard, degree by degree; one change of the study. */
      turnsCell: async (degrees: number) => {
        await azimuth().focus();
        for (let i = 0; i < degrees; i++) await page.keyboard.press('ArrowRight');
        // single keys are commands of the app only outside of fields
        await page.getByRole('region', { name: 'Đang chọn' }).getByRole('heading').first().click();
      },
      /** By so many pixels; the mast is in the middle of the map. */
      dragsMast: async (right: number, down: number) => {
        await page.getByText('Dời cột', { exact: true }).click();
        await page.click('[data-action="move-mast"]');
        await page.waitForSelector('[data-map="idle"]', { timeout: limitMs });
        const box = await page.locator('[data-map]').boundingBox();
        if (!box) throw new Error('There is no map on the page');
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + right, y + down, { steps: 6 });
        await page.waitForSelector('[data-coverage="11"]', { timeout: limitMs });
        await page.mouse.up();
      },
    },
    sees: {
      run,
      legend: () => page.locator('[data-legend="coverage"]').textContent(),
      classes: () => page.locator('[data-legend="coverage"] + ul').textContent(),
      hiddenClasses: () =>
        page
          .locator('[data-legend="coverage"] + ul [data-hidden="true"] > span:nth-child(2)')
          .evaluateAll((labels) => labels.map((label) => label.textContent)),
      pictureZoom: () => page.locator('[data-coverage]').getAttribute('data-coverage'),
      levelUnderPointer: async () => {
        await page.waitForSelector('[data-map="idle"]', { timeout: limitMs });
        const box = await page.locator('[data-map]').boundingBox();
        if (!box) throw new Error('There is no map on the page');
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        return page.locator('.tooltip-heard').textContent();
      },
      azimuth: async (): Promise<number> => Number(await azimuth().inputValue()),
    },
  };
};
