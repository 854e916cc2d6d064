import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/e2e/browser.ts';
import { serveFolder } from '../test/e2e/static-server.ts';
import { app, builtInPack } from './products.ts';
import { makeOrReuse } from './reuse.ts';

/** Takes the pictures of docs/guide in both languages from the app as it is built now. A few minutes. */
const folder = 'docs/pictures';
const limitMs = 600_000;
const languages = ['vi', 'en'] as const;

/** A picture of the whole window, once the map stands still. */
const take = async (page: Page, name: string): Promise<void> => {
  await page.waitForSelector('[data-map="idle"]', { timeout: limitMs });
  // a toast is no part of a task
  await page.addStyleTag({ content: '[class*="toast"] { display: none !important; }' });
  await page.screenshot({ path: `${folder}/${name}.jpg`, type: 'jpeg', quality: 62 });
  console.log(`${folder}/${name}.jpg`);
};

const isComputed = (page: Page) =>
  page.waitForSelector('html[data-run="done"]', { state: 'attached', timeout: limitMs });
const opensTask = (page: Page, task: string) => page.click(`nav [data-task="${task}"]`);

/** The planner: what is lacking, why, what coverage there is, what sharing saves, two scenarios side by side. */
const ofPlanner = async (page: Page, language: string): Promise<void> => {
  await take(page, `overview-${language}`);
  await opensTask(page, 'gaps');
  await page.locator('[data-hamlet]').first().click();
  await page.waitForSelector('[data-selected]');
  await page.waitForTimeout(1500);
  await take(page, `gaps-${language}`);
  await page.locator('[data-selected] .why').first().click();
  await page.waitForTimeout(1500);
  await take(page, `path-${language}`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await opensTask(page, 'coverage');
  await page.click('[data-action="run-coverage"]');
  await page.waitForSelector('[data-coverage="11"]', { timeout: limitMs });
  await page.locator('[data-coverage-run] button').last().click();
  await take(page, `coverage-${language}`);
  await opensTask(page, 'sharing');
  await take(page, `sharing-${language}`);
};

/** The operator: a file of masts, assessed one by one. */
const ofOperator = async (page: Page, language: string): Promise<void> => {
  await opensTask(page, 'proposals');
  const dialog = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(Chọn tệp đề xuất|Choose a proposal)/ }).click();
  await (await dialog).setFiles('test/outputs/masts.csv');
  await page.waitForSelector('[data-assessed]', { timeout: limitMs });
  await page.waitForTimeout(1500);
  await take(page, `proposal-${language}`);
};

/** The department: formats, letterhead, the files that are made. */
const ofDepartment = async (page: Page, language: string): Promise<void> => {
  await opensTask(page, 'report');
  await page.locator('form details > summary').first().click();
  await take(page, `report-${language}`);
  for (const box of await page.locator('form fieldset input[type="checkbox"]').all()) {
    if (await box.isEnabled()) await box.setChecked(['docx', 'xlsx'].includes((await box.getAttribute('name')) ?? ''));
  }
  await page.click('form button[type="submit"]');
  await page.waitForSelector('[data-report="ready"]', { timeout: limitMs });
  await take(page, `report-files-${language}`);
};

await makeOrReuse(builtInPack);
await makeOrReuse(app);
mkdirSync(folder, { recursive: true });
const host = await serveFolder('dist', '/phusong/');
const browser = await openBrowser();
for (const language of languages) {
  const { page, context } = await browser.newPage({ width: 1280, height: 800 });
  await page.goto(host.address);
  if (language === 'en') await page.getByRole('button', { name: 'EN', exact: true }).click();
  await isComputed(page);
  await ofPlanner(page, language);
  await ofOperator(page, language);
  await ofDepartment(page, language);
  await context.close();
}
await browser.close();
await host.close();
