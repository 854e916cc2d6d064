import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

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
    refusal: () => page.locator('.field-error').first().textContent(),
    isChanged: async (parameter: string) =>
      (await page.locator(`[data-parameter="${parameter}"]`).getAttribute('data-changed')) === 'true',
  },
});
