import { expect, it } from 'vitest';
import { aNetwork, aStandingSite } from '../proposal/a-proposal.ts';
import { appOnHost } from './app-page.ts';
import { serveWithPack } from './small-host.ts';

const pack = aNetwork([aStandingSite('TN-0001', 'viettel', [105.83, 21.63])]);
const host = appOnHost({ serve: () => serveWithPack(pack), withMap: false });

it('a dialog keeps the keyboard away from the page, and gives it back where it was', async () => {
  const { page, app, complaints } = await host.opens();
  await app.when.waitsForRun();
  const help = page.getByRole('button', { name: 'Phím tắt', exact: true });
  await help.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Phím tắt' });
  await dialog.waitFor();
  const isOnPage = () =>
    dialog.evaluate((element) => {
      const { activeElement, body } = document;
      return activeElement !== body && !element.contains(activeElement);
    });
  for (let presses = 0; presses < 4; presses++) {
    expect(await isOnPage()).toBe(false);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction((button) => button === document.activeElement, await help.elementHandle());
  expect(complaints).toEqual([]);
});
