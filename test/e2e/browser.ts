import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.ts';

const flags = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
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

export interface OpenBrowser {
  /** A fresh profile: no cache, no service worker. Collects what the console complains of. */
  newPage: (size?: {
    width: number;
    height: number;
  }) => Promise<{ page: Page; context: BrowserContext; complaints: string[] }>;
  close: () => Promise<void>;
}

/** A real Chromium, headless, with WebGL in software. */
export const openBrowser = async (): Promise<OpenBrowser> => {
  const browser: Browser = await chromium.launch({ executablePath: ensureChromium(), args: flags });
  return {
    newPage: async (viewport = { width: 1440, height: 900 }) => {
      const context = await browser.newContext({ viewport, acceptDownloads: true, reducedMotion: 'reduce' });
      await context.addInitScript(withoutPickers);
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
