import { existsSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { leaveMapOut, type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { type StaticHost, serveFolder } from './static-server.ts';

/** The browser that all specs share. It ends with the process that runs them. */
let shared: Promise<OpenBrowser> | null = null;

/** A page in a fresh profile, which goes when its test ends, and the app on it. */
export interface AppPage {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  app: ReturnType<typeof driveApp>;
}

interface AppOnHost {
  serve?: () => Promise<StaticHost>;
  /** Whether the pages have their map; specs that are about something else are three times as quick without. */
  withMap?: boolean;
}

/** The built app on a host of its own for the specs of a file. */
export const appOnHost = ({ serve = () => serveFolder('dist', '/phusong/'), withMap = true }: AppOnHost = {}) => {
  let host: StaticHost;
  beforeAll(async () => {
    if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
    shared ??= openBrowser();
    await shared;
    host = await serve();
  });
  afterAll(() => host?.close());
  const newPage = async (size?: { width: number; height: number }): Promise<AppPage> => {
    const { page, context, complaints } = await (await shared!).newPage(size);
    onTestFinished(() => context.close());
    if (!withMap) await leaveMapOut(context);
    return { page, context, complaints, app: driveApp(page) };
  };
  return {
    address: (hash = ''): string => host.address + hash,
    newPage,
    /** A fresh page with the app open at a place of it. */
    opens: async (hash = ''): Promise<AppPage> => {
      const opened = await newPage();
      await opened.app.when.opens(host.address + hash);
      return opened;
    },
  };
};
