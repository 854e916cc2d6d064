import { existsSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { type StaticHost, serveFolder } from './static-server.ts';

/** The browsers that all specs share, each opened when it is first asked for. They end with the process that runs them. */
const shared: { map?: Promise<OpenBrowser>; pages?: Promise<OpenBrowser> } = {};

/** A browser whose pages have their map, or not. */
export const sharedBrowser = (draws: 'map' | 'pages'): Promise<OpenBrowser> => {
  shared[draws] ??= openBrowser(draws);
  return shared[draws];
};

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
  const draws = withMap ? 'map' : 'pages';
  let host: StaticHost;
  beforeAll(async () => {
    if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
    await sharedBrowser(draws);
    host = await serve();
  });
  afterAll(() => host?.close());
  const newPage = async (size?: { width: number; height: number }): Promise<AppPage> => {
    const { page, context, complaints } = await (await sharedBrowser(draws)).newPage(size);
    onTestFinished(() => context.close());
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
