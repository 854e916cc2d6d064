import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openBrowser } from '../e2e/browser.ts';
import { driveCoverage } from '../e2e/coverage-driver.ts';
import { serveFolder } from '../e2e/static-server.ts';
import type { Print } from './measure.ts';

/** Of events `type` in the page: from the first until the map has a new picture of the site, and how fine that is. */
interface Response {
  ms: number;
  zoom: number;
}

const address = '#coverage?at=105.78167,21.66519,11&select=site:TN-0383';
const turns = 10;
/** Long enough for the finer picture and the frame to be drawn, too short for the figures to begin. */
const pauseMs = 900;

/** Notes when events come in and when the map is handed pictures, before anything of the app hears of either. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const map = document.querySelector<HTMLElement>('[data-map]')!;
    const seen = { events: [] as { type: string; ms: number }[], pictures: [] as { ms: number; zoom: number }[] };
    Object.assign(window, { seen });
    for (const type of ['input', 'pointermove', 'pointerup', 'click']) {
      window.addEventListener(type, (event) => seen.events.push({ type, ms: event.timeStamp }), true);
    }
    new MutationObserver(() => {
      if (map.dataset.siteCoverageMs) seen.pictures.push({ ms: performance.now(), zoom: Number(map.dataset.coverage) });
    }).observe(map, { attributeFilter: ['data-site-coverage-ms'] });
  });

type Seen = { seen: { events: { type: string; ms: number }[]; pictures: { ms: number; zoom: number }[] } };

/** What the page makes of an action: pictures until one is as fine as asked. */
const responsesTo = async (
  page: Page,
  type: string,
  act: () => Promise<void>,
  untilZoom: number,
): Promise<Response[]> => {
  await page.waitForTimeout(pauseMs);
  await page.evaluate(() => {
    const { seen } = window as unknown as Seen;
    seen.events.length = 0;
    seen.pictures.length = 0;
  });
  await act();
  await page.waitForFunction(
    (zoom) => (window as unknown as Seen).seen.pictures.some((each) => each.zoom >= zoom),
    untilZoom,
  );
  const { events, pictures } = await page.evaluate(() => (window as unknown as Seen).seen);
  const from = events.find((event) => event.type === type);
  return from ? pictures.map(({ ms, zoom }) => ({ ms: ms - from.ms, zoom })) : [];
};

const spreadOf = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const round = (value: number | undefined): number | null => (value === undefined ? null : Math.round(value));
  return {
    median: round(sorted[sorted.length >> 1]),
    min: round(sorted[0]),
    max: round(sorted.at(-1)),
    of: sorted.length,
  };
};

/**
 * Milliseconds from an input event to the new picture of the site in the hands of the map, in a real browser that draws
 * in software. `first` is the first picture of either fineness, `fine` the one at z=12.
 */
export const run = async (print: Print): Promise<void> => {
  const host = await serveFolder('dist', '/phusong/');
  const browser = await openBrowser();
  const { page } = await browser.newPage();
  await page.goto(host.address + address);
  const coverage = driveCoverage(page);
  await coverage.when.figuresAreCancelled();
  await coverage.when.showsSiteAlone();
  await page.waitForSelector('[data-coverage="12"]');
  await page.waitForSelector('[data-map="idle"]');
  await watch(page);

  const measure = async (change: string, type: string, act: (turn: number) => Promise<void>, untilZoom = 12) => {
    const all: Response[][] = [];
    for (let turn = 0; turn < turns; turn++) all.push(await responsesTo(page, type, () => act(turn), untilZoom));
    print({
      change,
      first: spreadOf(all.flatMap(([first]) => first?.ms ?? [])),
      ...(untilZoom === 12 && {
        fine: spreadOf(all.flatMap((some) => some.find(({ zoom }) => zoom === 12)?.ms ?? [])),
      }),
      load: Number(loadavg()[0].toFixed(1)),
    });
  };

  await coverage.when.opensCells();
  for (const field of ['azimuthDeg', 'electricalTiltDeg', 'mechanicalTiltDeg', 'powerDbm']) {
    await page.locator(`input[type="range"][name="${field}"]`).first().focus();
    await measure(field, 'input', (turn) => page.keyboard.press(turn % 2 ? 'ArrowLeft' : 'ArrowRight'));
  }
  await page.getByText('Dời cột', { exact: true }).click();
  await measure('step of the mast', 'click', (turn) => page.click(`[data-nudge="${turn % 2 ? 'west' : 'east'}"]`));

  await page.click('[data-action="move-mast"]');
  const box = (await page.locator('[data-map]').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await measure('drag of the mast', 'pointermove', (turn) => page.mouse.move(x + 6 + 5 * turn, y + 3 * turn), 11);
  const drop = await responsesTo(page, 'pointerup', () => page.mouse.up(), 12);
  print({
    change: 'drop of the mast',
    fine: Math.round(drop.at(-1)?.ms ?? Number.NaN),
    load: Number(loadavg()[0].toFixed(1)),
  });
  await browser.close();
  await host.close();
};
