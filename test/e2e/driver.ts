import { readFile } from 'node:fs/promises';
import type { FileChooser, Page } from 'playwright-core';
import type { HeadlineId } from '../../src/findings/figures.ts';
import { lonLatToPixel } from '../../src/geo/grid.ts';
import type { LonLat } from '../../src/model/place.ts';

type Files = Parameters<FileChooser['setFiles']>[0];

const runLimitMs = 300_000;
/** MapLibre's tiles are 512 pixels wide, twice the grid's. */
const mapTileScale = 2;

/** The app in the words of its users. */
export const driveApp = (page: Page) => {
  const mapElement = () => page.locator('[data-map]');
  /** Presses a button and answers the file dialog that it opens. */
  const answers = async (button: string, files: Files): Promise<void> => {
    const [dialog] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: button }).click(),
    ]);
    await dialog.setFiles(files);
  };
  const chooses = async (item: string, files: Files): Promise<void> => {
    await page.getByRole('button', { name: 'Mở gói dữ liệu' }).click();
    await answers(item, files);
  };
  return {
    when: {
      opens: (address: string) => page.goto(address),
      /** Until its name and kind stand in the header; figures come later. */
      waitsForPack: () => page.getByRole('banner').getByText('giả lập').waitFor({ timeout: runLimitMs }),
      waitsForRun: () => page.waitForSelector('html[data-run="done"]', { timeout: runLimitMs, state: 'attached' }),
      opensTask: (task: 'overview' | 'gaps' | 'sharing' | 'scenarios' | 'proposals' | 'report') =>
        page.click(`[data-task="${task}"]`),
      picksHamletInList: (id: string) => page.click(`[data-hamlet="${id}"]`),
      switchesLanguage: (label: string) => page.getByRole('button', { name: label, exact: true }).first().click(),
      /** Says of the selected hamlet that fibre reaches it, or not; gives what was said before. */
      switchesFibre: async (): Promise<boolean> => {
        await page.getByText('Sửa xóm', { exact: true }).click();
        const box = page.locator('input[name="hasFibre"]');
        const had = await box.isChecked();
        await box.click();
        return had;
      },
      savesStudy: async (button: string): Promise<{ name: string; bytes: Uint8Array }> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: button }).click(),
        ]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      },
      opensStudy: (name: string, bytes: Uint8Array) =>
        chooses('Mở tệp phương án', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) }),
      /** Says who signs; the field is left afterwards. */
      namesSigner: async (name: string) => {
        await page.getByText('Cơ quan ban hành, người ký, nơi nhận').click();
        await page.fill('input[name="signerName"]', name);
        await page.locator('input[name="signerName"]').blur();
      },
      choosesFormats: async (formats: readonly string[]) => {
        const choices = page.getByRole('group', { name: 'Định dạng' });
        await choices.waitFor();
        for (const box of await choices.getByRole('checkbox').all()) {
          if (await box.isEnabled()) await box.setChecked(formats.includes((await box.getAttribute('name')) ?? ''));
        }
      },
      startsReport: () => page.getByRole('button', { name: 'Lập báo cáo' }).click(),
      cancelsReport: () => page.locator('[data-report]').getByRole('button', { name: 'Hủy' }).click(),
      waitsForReport: () => page.getByRole('heading', { name: 'Báo cáo đã xong' }).waitFor({ timeout: runLimitMs }),
      downloadsReportFile: async (name: string): Promise<Uint8Array> => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(`[data-file="${name}"]`).first().click(),
        ]);
        return readFile(await download.path());
      },
      /** Lets a file fall on the window, as from a folder of the desktop. */
      dropsFile: (name: string, text: string) =>
        page.evaluate(
          ([file, content]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([content], file));
            window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
          },
          [name, text],
        ),
      /** Lets an elevation tile of one height fall on the window. */
      dropsFlatTile: (name: string, heightM: number) =>
        page.evaluate(
          ([file, height]) => {
            const view = new DataView(new ArrayBuffer(1201 * 1201 * 2));
            for (let i = 0; i < 1201 * 1201; i++) view.setInt16(i * 2, Number(height));
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([view.buffer], String(file)));
            window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
          },
          [name, heightM],
        ),
      takesGroundAs: async (model: 'surface' | 'bare') => {
        await page.check(`input[name="terrainModel"][value="${model}"]`);
        await page.click('[data-action="replace-ground"]');
      },
      undoes: () => page.keyboard.press('Control+z'),
      redoes: () => page.keyboard.press('Control+y'),
      closesSelection: () => page.keyboard.press('Escape'),
      clicksMapAt: async (position: LonLat) => {
        await page.waitForSelector('[data-map="idle"]');
        const map = mapElement();
        const { lon, lat, zoom } = await map.evaluate((element) => ({ ...(element as HTMLElement).dataset }));
        const box = await map.boundingBox();
        if (!box) throw new Error('There is no map on the page');
        const scale = mapTileScale * 2 ** Number(zoom);
        const [cx, cy] = lonLatToPixel(0, Number(lon), Number(lat));
        const [x, y] = lonLatToPixel(0, ...position);
        await page.mouse.click(box.x + box.width / 2 + (x - cx) * scale, box.y + box.height / 2 + (y - cy) * scale);
      },
      downloadsFindings: async (menu: string, item: string): Promise<Uint8Array> => {
        await page.getByRole('button', { name: menu }).first().click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByText(item, { exact: false }).first().click(),
        ]);
        return readFile(await download.path());
      },
      choosesImport: (path: string) => chooses('Nhập danh sách', path),
      choosesProposal: (path: string) => answers('Chọn tệp đề xuất', path),
      opensFolder: (folder: string) => chooses('Mở thư mục gói', folder),
      opensZip: (name: string, bytes: Uint8Array) =>
        chooses('Mở tệp zip', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) }),
    },
    sees: {
      signer: () => page.inputValue('input[name="signerName"]'),
      headline: async (id: HeadlineId): Promise<number> =>
        Number(await page.locator(`[data-figure="${id}"]`).first().getAttribute('data-value')),
      firstHamlets: (count: number): Promise<string[]> =>
        page
          .locator('[data-hamlet]')
          .evaluateAll((rows, n) => rows.slice(0, n).map((row) => (row as HTMLElement).dataset.hamlet ?? ''), count),
      selected: () => page.locator('[data-selected]').first().getAttribute('data-selected'),
      selectionText: () => page.locator('[data-selected]').first().textContent(),
      /** B − A of a figure in the comparison, once both scenarios have been run. */
      compared: async (id: HeadlineId): Promise<number> =>
        Number(await page.locator(`[data-compared="${id}"]`).getAttribute('data-change', { timeout: runLimitMs })),
      isSaved: async () => (await page.locator('[data-saved]').getAttribute('data-saved')) === 'true',
      nextUndo: () => page.locator('[data-step="undo"]').getAttribute('aria-label'),
      language: () => page.locator('html').getAttribute('lang'),
      text: () => page.locator('body').textContent(),
      problems: async (): Promise<string[]> => {
        await page.waitForSelector('dialog[open] [data-rule]');
        return page
          .locator('dialog[open] [data-rule]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.rule ?? ''));
      },
    },
  };
};
