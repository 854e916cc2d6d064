import type { Page } from 'playwright-core';
import { downloadBy, driveApp } from './driver.ts';

const limitMs = 180_000;

/** Coverage in the words of those who look at it. */
export const driveCoverage = (page: Page) => {
  const panel = () => page.getByRole('region', { name: 'Vùng phủ', exact: true });
  const card = () => page.getByRole('region', { name: 'Đang chọn' });
  const ofSite = () => page.getByRole('region', { name: 'Vùng phủ của trạm này' });
  const azimuth = () => ofSite().getByRole('slider', { name: 'Phương vị (°)' }).first();
  const mapBox = async () => {
    await page.waitForSelector('[data-map="idle"]', { timeout: limitMs });
    const box = await page.locator('[data-map]').boundingBox();
    if (!box) throw new Error('There is no map on the page');
    return box;
  };
  return {
    when: {
      /** The figures of hamlets are of no account here: they leave the cores to coverage. */
      figuresAreCancelled: async () => {
        await driveApp(page).when.waitsForPack();
        const figures = page.getByRole('region', { name: 'Tiến độ tính toán' });
        await figures.getByRole('button', { name: 'Hủy' }).click({ timeout: limitMs });
        await page.waitForSelector('html[data-run="cancelled"]', { state: 'attached' });
      },
      runs: () => panel().getByRole('button', { name: 'Tính vùng phủ' }).click(),
      waitsForPicture: (zoom: number) => page.waitForSelector(`[data-coverage="${zoom}"]`, { timeout: limitMs }),
      cancels: () => page.locator('[data-coverage-run]').getByRole('button', { name: 'Hủy' }).click(),
      drawsFrom: async (levelDbm: number) => {
        await panel().getByRole('spinbutton', { name: 'Vẽ từ mức (dBm)' }).fill(String(levelDbm));
        await page.keyboard.press('Enter');
      },
      downloads: (file: 'GeoTIFF cho QGIS' | 'KMZ cho Google Earth') =>
        downloadBy(page, () => panel().getByRole('button', { name: file }).click()),
      showsSiteAlone: () => ofSite().getByRole('button', { name: 'Xem riêng trạm này' }).click(),
      opensCells: () =>
        ofSite()
          .getByText(/^Sửa cell của /)
          .first()
          .click(),
      /** By keyboard, degree by degree; one change of the study. */
      turnsCell: async (degrees: number) => {
        await azimuth().focus();
        for (let i = 0; i < degrees; i++) await page.keyboard.press('ArrowRight');
        // single keys are commands of the app only outside of fields
        await card().getByRole('heading', { level: 2 }).click();
      },
      /** By so many pixels; the mast is in the middle of the map. */
      dragsSite: async (right: number, down: number) => {
        await ofSite().getByText('Dời cột', { exact: true }).click();
        await ofSite().getByRole('button', { name: 'Kéo cột trên bản đồ' }).click();
        const box = await mapBox();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + right, y + down, { steps: 6 });
        await page.waitForSelector('[data-coverage="11"]', { timeout: limitMs });
        await page.mouse.up();
      },
    },
    sees: {
      run: () => page.locator('[data-coverage-run]').getAttribute('data-coverage-run'),
      legend: () => page.locator('[data-legend="coverage"]').textContent(),
      /** Labels of the legend's classes; those that are not drawn alone, where that is asked. */
      classes: (which: 'all' | 'hidden' = 'all') =>
        page
          .locator(which === 'all' ? 'li[data-hidden]' : 'li[data-hidden="true"]')
          .evaluateAll((rows) => rows.map(({ children: [, label] }) => label.textContent)),
      pictureZoom: () => page.locator('[data-coverage]').getAttribute('data-coverage'),
      levelUnderPointer: async () => {
        const box = await mapBox();
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        // what follows the pointer has no role: readers are told the level at the map's centre
        return page
          .getByText(/dBm · /)
          .last()
          .textContent();
      },
      azimuth: async (): Promise<number> => Number(await azimuth().inputValue()),
    },
  };
};
