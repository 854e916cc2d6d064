import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { withPageNumbers } from '../../report/html/write-html.ts';
import { placesInPdf } from './pdf-places.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium on this machine, or null: `CHROMIUM_PATH` goes first, then what is on the path. */
const findBrowser = (): string | null => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH, ...onPath, ...usualPlaces].find((path) => path && existsSync(path)) ?? null;
};

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
  // tags for some fifty thousand table cells would make ten times the file; the page itself is the accessible one
  '--disable-pdf-tagging',
];

/**
 * A page as PDF, printed by a Chromium with the page's own margins and page numbers, those of the contents too; null
 * where there is no Chromium.
 * The date the browser puts in is replaced, so that the same page gives the same bytes.
 *
 * @param date - ISO 8601 day the document is of
 */
export const printPdf = async (page: Uint8Array, date: string, signal: AbortSignal): Promise<Uint8Array | null> => {
  const browser = findBrowser();
  if (!browser) return null;
  const folder = await mkdtemp(join(tmpdir(), 'phusong-pdf-'));
  try {
    const [source, target] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
    const own = [`--user-data-dir=${join(folder, 'profile')}`, `--print-to-pdf=${target}`, pathToFileURL(source).href];
    const print = async (content: Uint8Array): Promise<Uint8Array> => {
      await writeFile(source, content);
      await promisify(execFile)(browser, [...quiet, ...own], { signal });
      return new Uint8Array(await readFile(target));
    };
    // only a printed page tells where its headings come to lie
    const draft = await print(page);
    return withDate(await print(withPageNumbers(page, await placesInPdf(draft))), date);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Overwrites the dates of a PDF in place: its parts are found by their position, so no length may change. */
const withDate = (pdf: Uint8Array, date: string): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1');
  const day = date.slice(0, 10).replaceAll('-', '').padEnd(14, '0');
  return new Uint8Array(Buffer.from(text.replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${day}`), 'latin1'));
};
