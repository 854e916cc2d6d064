import type { Page } from 'playwright-core';
import { downloadBy, driveApp } from './driver.ts';

const runLimitMs = 300_000;
const viewNames = { plan: 'Phương án', pairs: 'Cặp trạm', money: 'Tiền', parameters: 'Tham số' } as const;
const caseNames = { consolidation: 'Hợp nhất', avoidedNewBuild: 'Tránh xây mới' } as const;
const lookNames = { before: 'Trước', after: 'Sau', difference: 'Chênh lệch' } as const;

/** The sharing panel in the words of a planner. */
export const driveSharing = (page: Page) => {
  const panel = () => page.getByRole('region', { name: 'Dùng chung', exact: true });
  const segment = (group: string, name: string) =>
    panel().getByRole('group', { name: group }).getByRole('button', { name, exact: true });
  const parameter = (name: string) => panel().locator(`[data-parameter="${name}"]`);
  const enters = async (field: ReturnType<typeof parameter>, value: string) => {
    await field.fill(value);
    await page.keyboard.press('Enter');
  };
  return {
    when: {
      looksAt: (view: keyof typeof viewNames) => segment('Các phần của dùng chung trạm', viewNames[view]).click(),
      forbids: (merge: string) =>
        panel()
          .locator(`tr[data-merge="${merge}"]`)
          .getByRole('button', { name: /^Cấm gộp / })
          .click(),
      showsPairs: (state: 'được chọn' | 'đã chốt') =>
        panel().getByRole('combobox', { name: 'Tình trạng' }).selectOption({ label: state }),
      setsLow: (name: string, value: string) =>
        enters(parameter(name).getByRole('spinbutton', { name: 'Thấp' }), value),
      setsTarget: (percent: string) => enters(panel().getByRole('spinbutton', { name: 'Tỷ lệ cần đạt (%)' }), percent),
      /** Works the frontier out; whether a draft was there before it. */
      worksOutFrontier: async (): Promise<{ hadDraft: boolean }> => {
        await panel().getByRole('button', { name: 'Tính đường giới hạn' }).click();
        const hadDraft = await page.waitForSelector('[data-draft="true"]', { timeout: runLimitMs }).then(() => true);
        await page.waitForSelector('[data-draft="false"]', { timeout: runLimitMs });
        return { hadDraft };
      },
      looksAtFrontier: (which: keyof typeof caseNames) => segment('Trường hợp', caseNames[which]).click(),
      loadsPlanned: async (path: string) => {
        await panel().getByRole('button', { name: 'Nạp đề xuất của nhà mạng' }).click();
        await driveApp(page).when.choosesProposal(path);
        await page.waitForSelector('[data-assessed]', { timeout: runLimitMs });
      },
      /** Coverage before and after the plan, until the quick look is there; the finer picture is cancelled. */
      takesQuickLookAtCoverage: async () => {
        await panel().getByRole('button', { name: 'Tính vùng phủ' }).click();
        await panel()
          .getByRole('table', { name: /^km² trong tỉnh có sóng/ })
          .waitFor({ timeout: runLimitMs });
        await page.locator('[data-plan-coverage]').getByRole('button', { name: 'Hủy' }).click();
        await page.waitForSelector('[data-plan-coverage="cancelled"]', { state: 'attached' });
      },
      looksAtCoverage: (look: keyof typeof lookNames) => segment('Hình trên bản đồ', lookNames[look]).click(),
      /** By the button: in a field the keys undo what was typed. */
      undoes: () => page.getByRole('button', { name: /^Hoàn tác: / }).click(),
      /** Waits for the plan that a change calls for. */
      waitsForPlan: async () => {
        await page.waitForSelector('html[data-run="running"]', { state: 'attached' });
        await page.waitForSelector('html[data-run="done"]', { state: 'attached', timeout: runLimitMs });
      },
      downloadsPlan: async (): Promise<Uint8Array> => {
        await panel().getByRole('button', { name: 'Tải phương án' }).click();
        const item = panel().getByRole('button', { name: 'Mọi bảng (XLSX)' });
        return (await downloadBy(page, () => item.click())).bytes;
      },
    },
    sees: {
      method: () => page.locator('[data-figure="proof"]').getAttribute('data-method'),
      mergesChosen: async (): Promise<number> =>
        Number(await page.locator('[data-figure="merges-chosen"]').first().textContent()),
      merges: (): Promise<string[]> =>
        page
          .locator('tr[data-merge]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.merge ?? '')),
      /** Rows of the table below the line of saving: the cells' texts. */
      frontierRows: async (): Promise<string[][]> => {
        await panel().getByText('Số liệu của đường').click();
        const proven = page.getByRole('columnheader', { name: 'Khoảng hở' });
        const rows = panel().getByRole('table').filter({ has: proven }).getByRole('row').filter({ hasNot: proven });
        return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
      },
      planned: () => page.locator('[data-planned]').getAttribute('data-planned'),
      templates: () => page.locator('[data-planned] a[download]').count(),
      legend: () => page.locator('[data-legend]').getAttribute('data-legend'),
      coverageOnMap: () => page.locator('[data-map]').getAttribute('data-coverage'),
      areas: (): Promise<string[]> =>
        page.locator('tr[data-area]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.area ?? '')),
      refusal: () => panel().getByRole('alert').first().textContent(),
      isChanged: async (name: string) => (await parameter(name).getAttribute('data-changed')) === 'true',
    },
  };
};
