import type { Page } from 'playwright-core';
import { downloadBy } from './driver.ts';

const runLimitMs = 300_000;
const partNames = { '4G': '4G', '5G': '5G', fibre: 'Cáp quang', resilience: 'Dự phòng' } as const;
const goalNames = { all: 'Mọi người', budget: 'Theo ngân sách', share: 'Theo tỷ lệ' } as const;

/** The task that closes the gaps, in the words of a planner. */
export const driveClosing = (page: Page) => {
  const panel = () => page.getByRole('region', { name: 'Khép vùng trống', exact: true });
  const segment = (group: string, name: string) =>
    panel().getByRole('group', { name: group }).getByRole('button', { name, exact: true });
  /** A plan for what is asked now is there, and proven. */
  const isProven = () =>
    page.waitForSelector('.closing-result[data-stale="false"] [data-plan="final"]', { timeout: runLimitMs });
  return {
    when: {
      looksAt: (part: keyof typeof partNames) => segment('Các phần của khép vùng trống', partNames[part]).click(),
      looksFor: async (goal: keyof typeof goalNames) => {
        await segment('Câu hỏi', goalNames[goal]).click();
        await isProven();
      },
      findsPlan: async () => {
        await panel().getByRole('button', { name: 'Tìm các cách phủ sóng và lập phương án' }).click();
        await isProven();
      },
      /** Gives a budget; the plan for it is made of the options that are known. */
      hasBillions: async (billions: string) => {
        await segment('Câu hỏi', goalNames.budget).click();
        const field = panel().getByRole('spinbutton', { name: 'Ngân sách (tỷ đồng)' });
        await field.fill(billions);
        await field.blur();
        await isProven();
      },
      forbids: async (option: string) => {
        await panel()
          .locator(`tr[data-option="${option}"]`)
          .getByRole('button', { name: /^Cấm xây: / })
          .click();
        await page.waitForSelector(`tr[data-option="${option}"]`, { state: 'detached', timeout: runLimitMs });
        await isProven();
      },
      downloadsOptions: async (): Promise<string> => {
        await panel().getByRole('button', { name: 'Tải kết quả phần này' }).click();
        const item = panel().getByRole('button', { name: 'Hạng mục theo thứ tự (CSV)' });
        return new TextDecoder().decode((await downloadBy(page, () => item.click())).bytes);
      },
      putsPlanIntoScenario: async () => {
        await panel()
          .getByRole('button', { name: / vào phương án$/ })
          .click();
        await page.waitForSelector('html[data-run="running"]', { state: 'attached' });
        await page.waitForSelector('html[data-run="done"]', { state: 'attached', timeout: runLimitMs });
      },
      findsCable: async () => {
        await panel().getByRole('button', { name: 'Tìm mạng cáp rẻ nhất' }).click();
        await page.waitForSelector('[data-fibre="done"]', { timeout: runLimitMs });
      },
      triesFailures: async () => {
        await panel().getByRole('button', { name: 'Thử mất từng trạm' }).click();
        await page.waitForSelector('[data-resilience="done"]', { timeout: runLimitMs });
      },
    },
    sees: {
      served: async (): Promise<number> =>
        Number(await page.locator('[data-figure="rollout-served"]').getAttribute('data-value')),
      options: (): Promise<string[]> =>
        panel()
          .locator('tr[data-option]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.option ?? '')),
      leftOutFor: (): Promise<string[]> =>
        panel()
          .locator('[data-left-out]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.reason ?? '')),
      text: () => panel().textContent(),
      hangingHamlets: () => panel().locator('[data-hanging]').count(),
    },
  };
};
