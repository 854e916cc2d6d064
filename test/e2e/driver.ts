import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import type { FileChooser, Page } from 'playwright-core';
import type { HeadlineId } from '../../src/findings/figures.ts';
import { lonLatToPixel } from '../../src/geo/grid.ts';
import type { LonLat } from '../../src/model/place.ts';

type Files = Parameters<FileChooser['setFiles']>[0];

const runLimitMs = 300_000;
/** MapLibre's tiles are 512 pixels wide, twice the grid's. */
const mapTileScale = 2;

const taskNames = {
  overview: 'Tổng quan',
  coverage: 'Vùng phủ',
  gaps: 'Khoảng trống',
  closing: 'Khép vùng trống',
  sharing: 'Dùng chung',
  proposals: 'Đề xuất',
  scenarios: 'Phương án',
  report: 'Báo cáo',
} as const;

/** Files that fall on the window, as from a folder of the desktop. */
const drop = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      const decoded = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([decoded], file));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, Buffer.from(bytes).toString('base64')],
  );

/** What a button or a link makes the browser keep. */
export const downloadBy = async (page: Page, act: () => Promise<unknown>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
};

/** The app in the words of its users. */
export const driveApp = (page: Page) => {
  const map = () => page.locator('[data-map]');
  const card = () => page.getByRole('region', { name: 'Đang chọn' });
  const fibre = () => card().getByRole('checkbox', { name: 'Đã có cáp quang' });
  const signer = () => page.getByRole('textbox', { name: 'Họ tên người ký' });
  const history = () => page.getByRole('group', { name: 'Hoàn tác và làm lại' }).getByRole('button');
  const reportPanel = () => page.getByRole('region', { name: taskNames.report, exact: true });
  const reportFiles = () => page.getByRole('region', { name: 'Báo cáo đã xong' });
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
      waitsForPack: () =>
        page
          .getByRole('banner')
          .getByText(/^đơn vị hành chính/)
          .waitFor({ timeout: runLimitMs }),
      waitsForRun: () => page.waitForSelector('html[data-run="done"]', { timeout: runLimitMs, state: 'attached' }),
      /** Something is selected, and what is known of it is there. */
      waitsForCard: () => card().waitFor(),
      opensTask: (task: keyof typeof taskNames) =>
        page
          .getByRole('navigation', { name: 'Nhiệm vụ' })
          .getByRole('button', { name: taskNames[task], exact: true })
          .click(),
      picksHamletInList: (id: string) => page.click(`[data-hamlet="${id}"]`),
      /** Another language is fetched when it is first chosen. */
      switchesLanguage: async (label: 'VI' | 'EN'): Promise<void> => {
        await page.getByRole('button', { name: label, exact: true }).first().click();
        await page.locator(`html[lang="${label.toLowerCase()}"]`).waitFor({ state: 'attached' });
      },
      /** Says of the selected hamlet that fibre reaches it, or not; gives what was said before. */
      switchesFibre: async (): Promise<boolean> => {
        await card().getByText('Sửa xóm').click();
        const had = await fibre().isChecked();
        await fibre().click();
        return had;
      },
      savesStudy: () => downloadBy(page, () => page.getByRole('button', { name: 'Lưu tệp phương án' }).click()),
      opensStudy: (name: string, bytes: Uint8Array) =>
        chooses('Mở tệp phương án', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) }),
      /** Says who signs; the field is left afterwards. */
      namesSigner: async (name: string) => {
        await page.getByText('Cơ quan ban hành, người ký, nơi nhận').click();
        await signer().fill(name);
        await signer().blur();
      },
      choosesFormats: async (formats: readonly string[]) => {
        const boxes = page.getByRole('group', { name: 'Định dạng' }).getByRole('checkbox');
        await boxes.first().waitFor();
        for (const box of await boxes.all()) {
          if (await box.isEnabled()) await box.setChecked(formats.includes((await box.getAttribute('name')) ?? ''));
        }
      },
      startsReport: () => page.getByRole('button', { name: 'Lập báo cáo' }).click(),
      cancelsReport: () => reportPanel().getByRole('button', { name: 'Hủy' }).click(),
      waitsForReport: () => reportFiles().waitFor({ timeout: runLimitMs }),
      downloadsReportFile: async (name: string): Promise<Uint8Array> =>
        (await downloadBy(page, () => reportFiles().getByRole('button', { name }).first().click())).bytes,
      dropsFile: (name: string, text: string) => drop(page, name, new TextEncoder().encode(text)),
      /** Lets an elevation tile of one height fall on the window. */
      dropsFlatTile: (name: string, heightM: number) => {
        const view = new DataView(new ArrayBuffer(1201 * 1201 * 2));
        for (let i = 0; i < 1201 * 1201; i++) view.setInt16(i * 2, heightM);
        return drop(page, name, new Uint8Array(view.buffer));
      },
      takesTerrainAs: async (model: 'surface' | 'bare') => {
        const name = model === 'bare' ? /^Mặt đất trần/ : /^Ngọn cây và mái nhà/;
        await page.getByRole('radio', { name }).check();
        await page.getByRole('button', { name: 'Dùng làm địa hình' }).click();
      },
      undoes: () => page.keyboard.press('Control+z'),
      redoes: () => page.keyboard.press('Control+y'),
      waitsForSomethingToUndo: () => page.getByRole('button', { name: /^Hoàn tác: / }).waitFor(),
      waitsForSomethingToRedo: () => page.getByRole('button', { name: /^Làm lại: / }).waitFor(),
      waitsUntilKept: () => page.getByRole('button', { name: /trình duyệt giữ bản/ }).waitFor({ timeout: runLimitMs }),
      waitsUntilNotKept: () => page.getByRole('button', { name: /trình duyệt không giữ được bản nào/ }).waitFor(),
      closesSelection: () => page.keyboard.press('Escape'),
      clicksMapAt: async (position: LonLat) => {
        await page.waitForSelector('[data-map="idle"]');
        const { lon, lat, zoom } = await map().evaluate((element) => ({ ...(element as HTMLElement).dataset }));
        const box = await map().boundingBox();
        if (!box) throw new Error('There is no map on the page');
        const scale = mapTileScale * 2 ** Number(zoom);
        const [cx, cy] = lonLatToPixel(0, Number(lon), Number(lat));
        const [x, y] = lonLatToPixel(0, ...position);
        await page.mouse.click(box.x + box.width / 2 + (x - cx) * scale, box.y + box.height / 2 + (y - cy) * scale);
      },
      downloadsFindings: async (): Promise<Uint8Array> => {
        await page.getByRole('button', { name: 'Tải kết quả' }).click();
        return (
          await downloadBy(page, () => page.getByRole('button', { name: 'Toàn bộ kết quả (findings.json)' }).click())
        ).bytes;
      },
      choosesImport: (path: string) => chooses('Nhập danh sách', path),
      choosesProposal: (path: string) => answers('Chọn tệp đề xuất', path),
      opensFolder: (folder: string) => chooses('Mở thư mục gói', folder),
      opensZip: (name: string, bytes: Uint8Array) =>
        chooses('Mở tệp zip', { name, mimeType: 'application/zip', buffer: Buffer.from(bytes) }),
    },
    sees: {
      signer: () => signer().inputValue(),
      hasFibre: () => fibre().isChecked(),
      headline: async (id: HeadlineId): Promise<number> =>
        Number(await page.locator(`[data-figure="${id}"]`).first().getAttribute('data-value')),
      firstHamlets: (count: number): Promise<string[]> =>
        page
          .locator('[data-hamlet]')
          .evaluateAll((rows, n) => rows.slice(0, n).map((row) => (row as HTMLElement).dataset.hamlet ?? ''), count),
      selected: () => card().getAttribute('data-selected'),
      selectionText: () => card().textContent(),
      /** B − A of a figure in the comparison, once both scenarios have been run. */
      compared: async (id: HeadlineId): Promise<number> =>
        Number(await page.locator(`[data-compared="${id}"]`).getAttribute('data-change', { timeout: runLimitMs })),
      isSaved: async () => (await page.locator('[data-saved]').getAttribute('data-saved')) === 'true',
      nextUndo: () => history().first().getAttribute('aria-label'),
      canUndo: () => history().first().isEnabled(),
      language: () => page.locator('html').getAttribute('lang'),
      text: () => page.locator('body').textContent(),
      problems: async (): Promise<string[]> => {
        const rules = page.getByRole('dialog').locator('[data-rule]');
        await rules.first().waitFor();
        return rules.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.rule ?? ''));
      },
      /** What axe finds wrong for assistive readers, in the whole page or in a region of it. */
      barriers: async (region?: string): Promise<string[]> => {
        // not as a tag, which the page's policy refuses
        await page.evaluate(axe.source);
        const within = region ? page.getByRole('region', { name: region, exact: true }) : page.locator('html');
        return within.evaluate(async (element) => {
          const { axe: run } = window as unknown as { axe: typeof axe };
          const result = await run.run(element, { runOnly: ['wcag2a', 'wcag2aa'] });
          return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
        });
      },
    },
  };
};
