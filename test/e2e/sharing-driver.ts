import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { driveApp } from './driver.ts';

const runLimitMs = 300_000;

/** The sharing panel in the words of a planner. */
export const driveSharing = (page: Page) => ({
  when: {
    looksAt: (view: 'plan' | 'pairs' | 'money' | 'parameters') => page.click(`[data-view="${view}"]`),
    locks: (merge: string, lock: 'force' | 'forbid') =>
      page.click(`[data-merge="${merge}"] button[data-lock="${lock}"]`),
    showsPairs: (state: string) => page.selectOption('select[name="pairState"]', state),
    sets: async (field: string, value: string) => {
      await page.fill(`input[name="${field}"]`, value);
      await page.keyboard.press('Enter');
    },
    /** Works the frontier out; whether a draft was there before it. */
    worksOutFrontier: async (): Promise<{ hadDraft: boolean }> => {
      await page.click('[data-action="frontier"]');
      const hadDraft = await page.waitForSelector('[data-draft="true"]', { timeout: runLimitMs }).then(() => true);
      await page.waitForSelector('[data-draft="false"]', { timeout: runLimitMs });
      return { hadDraft };
    },
    looksAtFrontier: (which: 'consolidation' | 'avoidedNewBuild') => page.click(`[data-frontier="${which}"]`),
    loadsPlanned: async (path: string) => {
      await page.getByRole('button', { name: 'Nạp đề xuất của nhà mạng' }).click();
      await driveApp(page).when.choosesProposal(path);
      await page.waitForSelector('[data-assessed]', { timeout: runLimitMs });
    },
    /** Coverage before and after the plan, until the quick look is there; the finer picture is cancelled. */
    takesQuickLookAtCoverage: async () => {
      await page.click('[data-action="plan-coverage"]');
      await page.waitForSelector('[data-area]', { timeout: runLimitMs });
      await page.locator('[data-plan-coverage]').getByRole('button', { name: 'Hủy' }).click();
      await page.waitForSelector('[data-plan-coverage="cancelled"]', { state: 'attached' });
    },
    looksAtCoverage: (look: 'before' | 'after' | 'difference') => page.click(`[data-plan-look="${look}"]`),
    /** By the button: in a field the keys undo what was typed. */
    undoes: () => page.click('[data-step="undo"]'),
    /** Waits for the plan that a change calls for. */
    waitsForPlan: async () => {
      await page.waitForSelector('html[data-run="running"]', { state: 'attached' });
      await page.waitForSelector('html[data-run="done"]', { state: 'attached', timeout: runLimitMs });
    },
    downloads: async (menu: string, item: string): Promise<Uint8Array> => {
      await page.getByRole('button', { name: menu }).first().click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: item }).click(),
      ]);
      return readFile(await download.path());
    },
  },
  sees: {
    method: () => page.locator('[data-figure="proof"]').getAttribute('data-method'),
    mergesChosen: async (): Promise<number> =>
      Number(await page.locator('[data-figure="merges-chosen"]').first().textContent()),
    merges: (): Promise<string[]> =>
      page.locator('tr[data-merge]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.merge ?? '')),
    /** Rows of the table below the line of saving: the cells' texts. */
    frontierRows: async (): Promise<string[][]> => {
      await page.getByText('Số liệu của đường').click();
      return page
        .locator('section:has(> fieldset > [data-frontier]) tbody tr')
        .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    },
    planned: () => page.locator('[data-planned]').getAttribute('data-planned'),
    templates: () => page.locator('[data-planned] a[download]').count(),
    legend: () => page.locator('[data-legend]').getAttribute('data-legend'),
    coverageOnMap: () => page.locator('[data-map]').getAttribute('data-coverage'),
    areas: (): Promise<string[]> =>
      page.locator('tr[data-area]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.area ?? '')),
    refusal: () => page.getByRole('alert').first().textContent(),
    isChanged: async (parameter: string) =>
      (await page.locator(`[data-parameter="${parameter}"]`).getAttribute('data-changed')) === 'true',
  },
});
