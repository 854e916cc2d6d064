import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.ts';

/** With WebGL in software, or without: a page that has no map is drawn by the processor itself, which takes a tenth. */
const drawing = {
  map: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  pages: ['--disable-gpu', '--disable-software-rasterizer'],
} as const;

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The newer file dialogs can't be answered from outside; a browser without them has the older ones, which can. */
const withoutPickers = (): void => {
  for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'])
    Reflect.deleteProperty(window, name);
};

/** Leaves the map out of pages that are opened from now on, and with it what the browser says of having no WebGL. */
const leaveMapOut = async (pages: BrowserContext): Promise<void> => {
  await pages.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : (original.call(this, kind as '2d', ...(rest as [])) as never);
    } as typeof original;
  });
};

export interface OpenBrowser {
  /** A fresh profile: no cache, no service worker. Collects what the console complains of. */
  newPage: (size?: {
    width: number;
    height: number;
  }) => Promise<{ page: Page; context: BrowserContext; complaints: string[] }>;
  close: () => Promise<void>;
}

/** As the smallest laptop has it: what is drawn in software costs by its pixels. What is about layout says its own size. */
const usualSize = { width: 1120, height: 700 };

/** Longer than any wait that is not for a calculation, on a machine that does much else. */
const patienceMs = 120_000;

/** A real Chromium, headless; for pages without their map a quicker one. */
export const openBrowser = async (draws: keyof typeof drawing = 'map'): Promise<OpenBrowser> => {
  const args = [...drawing[draws], ...flags];
  const browser: Browser = await chromium.launch({ executablePath: ensureChromium(), args });
  return {
    newPage: async (viewport = usualSize) => {
      const context = await browser.newContext({ viewport, acceptDownloads: true, reducedMotion: 'reduce' });
      context.setDefaultTimeout(patienceMs);
      await context.addInitScript(withoutPickers);
      if (draws === 'pages') await leaveMapOut(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return { page, context, complaints };
    },
    close: () => browser.close(),
  };
};
