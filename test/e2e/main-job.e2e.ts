import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Findings } from '../../src/findings/findings.ts';
import { headlineFigures } from '../../src/findings/headline.ts';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { type StaticHost, serveFolder } from './static-server.ts';

const packFolder = 'public/packs/thai-nguyen-2020';
let host: StaticHost;
let browser: OpenBrowser;

/** Two JavaScript engines may differ in the last bit of a sine: twelve digits are compared. */
const twelveDigits = (json: string): unknown =>
  JSON.parse(json, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value));

const reportOfCommandLine = async (): Promise<string> => {
  const out = await mkdtemp(join(tmpdir(), 'phusong-'));
  const silent = { stdout: () => {}, stderr: () => {}, interactive: false, signal: new AbortController().signal };
  expect(await main(['report', '--out', out], silent)).toBe(0);
  const findings = await readFile(join(out, 'findings.json'), 'utf8');
  await rm(out, { recursive: true });
  return findings;
};

beforeAll(async () => {
  if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
  host = await serveFolder('dist', '/mot/thu-muc/');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

describe('the main job, in a browser on a static host below a sub-path', () => {
  it('opens on the built-in pack, finds what the command line finds, shows an unserved hamlet', async () => {
    const { page, context, complaints } = await browser.newPage();
    const app = driveApp(page);
    await app.when.opens(host.address);
    await app.when.waitsForRun();
    expect(await app.sees.language()).toBe('vi');
    expect(await app.sees.headline('hamlets')).toBe(2250);
    expect(await app.sees.headline('hamletsWithoutFibre')).toBe(135);
    expect(await app.sees.headline('mergesNeeded')).toBe(84);
    expect(await app.sees.text()).toContain('giả lập');

    const downloaded = new TextDecoder().decode(await app.when.downloadsFindings('Tải', 'findings.json'));
    expect(twelveDigits(downloaded)).toEqual(twelveDigits(await reportOfCommandLine()));
    const findings: Findings = JSON.parse(downloaded);
    for (const { id, unit, value } of headlineFigures(findings)) {
      if (unit !== 'VND') expect(await app.sees.headline(id), id).toBe(value);
    }

    await app.when.opensTask('gaps');
    const [listed] = await app.sees.firstHamlets(1);
    await app.when.picksHamletInList(listed);
    expect(await app.sees.selected()).toBe(`hamlet:${listed}`);
    const hamlet = findings.hamlets.find(({ id }) => id === listed)!;
    expect(hamlet.status).not.toBe('served');
    expect(await app.sees.selectionText()).toContain(hamlet.communeName);

    await app.when.closesSelection();
    await app.when.clicksMapAt(hamlet.position);
    expect(await app.sees.selected()).toBe(`hamlet:${listed}`);

    await app.when.opensTask('sharing');
    await app.when.switchesLanguage('EN');
    expect(await app.sees.language()).toBe('en');
    expect(await app.sees.text()).toContain('Sharing');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('works without a network after the first load', async () => {
    const { page, context } = await browser.newPage();
    const app = driveApp(page);
    await app.when.opens(host.address);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await app.when.waitsForRun();
    await context.setOffline(true);
    await page.reload();
    await app.when.waitsForRun();
    expect(await app.sees.headline('hamlets')).toBe(2250);
    await context.close();
  });

  it('refuses a pack with a wrong checksum and keeps what is open', async () => {
    const { page, context } = await browser.newPage();
    const app = driveApp(page);
    await app.when.opens(host.address);
    await app.when.waitsForRun();
    const files = Object.fromEntries(
      await Promise.all(
        (await readdir(packFolder)).map(
          async (name) => [name, new Uint8Array(await readFile(join(packFolder, name)))] as const,
        ),
      ),
    );
    files['facts.json'] = files['facts.json'].slice(0, -1);
    await app.when.opensZip('hong.zip', zipSync(files, { level: 0 }));
    expect(await app.sees.problems()).toContain('checksum');
    await page.keyboard.press('Escape');
    expect(await app.sees.headline('hamlets')).toBe(2250);
    await context.close();
  });

  it('is accessible and fits a phone', async () => {
    const { page, context, complaints } = await browser.newPage({ width: 390, height: 844 });
    const app = driveApp(page);
    await app.when.opens(host.address);
    await app.when.waitsForRun();
    await page.addScriptTag({ content: axe.source });
    const violations = await page.evaluate(async () => {
      const { axe: run } = window as unknown as { axe: typeof axe };
      const result = await run.run(document, { runOnly: ['wcag2a', 'wcag2aa'] });
      return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(violations).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
