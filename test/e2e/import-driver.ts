import type { Page } from 'playwright-core';
import { downloadBy } from './driver.ts';

/** A file on its way in, or being assessed, in the words of whoever dropped it. */
export const driveImport = (page: Page) => {
  const panel = () => page.getByRole('region', { name: 'Nhập tệp', exact: true });
  const check = () => panel().getByRole('button', { name: 'Kiểm tra các dòng' });
  const isAble = async (): Promise<void> => void (await check().and(page.locator(':enabled')).waitFor());
  return {
    when: {
      /** A file has been looked at: it is known what share of it falls inside the province. */
      seesItFallInside: (share: string) => page.waitForSelector(`[data-inside="${share}"]`),
      saysItIs: (what: string) => panel().getByRole('combobox', { name: 'Tệp này là' }).selectOption({ label: what }),
      waitsUntilColumnsLack: () => check().and(page.locator(':disabled')).waitFor(),
      givesColumn: (field: string | RegExp, column: string) =>
        panel().getByRole('combobox', { name: field }).selectOption({ label: column }),
      checks: async () => {
        await isAble();
        await check().click();
      },
      enters: () => panel().getByRole('button', { name: 'Đưa vào phương án' }).click(),
      hasItAssessed: () => panel().getByRole('button', { name: 'Đây là đề xuất: thẩm tra' }).click(),
      waitsUntilIn: () => panel().waitFor({ state: 'detached' }),
      waitsForRows: (taken: number, rows: number) =>
        panel().locator(`[data-taken="${taken}"][data-rows="${rows}"]`).waitFor(),
      waitsForLayer: (layer: string, count: number) =>
        panel().locator(`[data-layer="${layer}"][data-count="${count}"]`).waitFor(),
      comparesWithModel: async () => {
        await page.getByRole('button', { name: 'So với mô hình' }).click();
        await page.waitForSelector('[data-measured]');
      },
      waitsForAssessment: (masts: number) => page.waitForSelector(`[data-assessed="${masts}"]`),
      downloadsAssessment: () => downloadBy(page, () => page.getByRole('button', { name: 'Tải văn bản Word' }).click()),
      takesProposal: () => page.getByRole('button', { name: 'Đưa vào phương án đang mở' }).click(),
    },
    sees: {
      column: (field: string | RegExp) => panel().getByRole('combobox', { name: field }).inputValue(),
      problem: (rule: string) => panel().locator(`[data-rule="${rule}"]`).textContent(),
      measured: () => page.locator('[data-measured]').getAttribute('data-measured'),
      measuredText: () => page.locator('[data-measured]').textContent(),
      withoutCalibration: async () => (await page.locator('[data-calibration="none"]').count()) === 1,
      verdict: (mast: string) => page.locator(`[data-proposed-site="${mast}"]`).getAttribute('data-verdict'),
      adviceOn: (mast: string) => page.locator(`[data-proposed-site="${mast}"]`).textContent(),
    },
  };
};
