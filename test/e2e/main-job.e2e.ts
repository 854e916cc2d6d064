import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { writePack } from '../../src/files/pack/pack-write.ts';
import type { Findings } from '../../src/findings/findings.ts';
import { headlineFigures } from '../../src/findings/headline.ts';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Huyện Võ Nhai');
const host = appOnHost({ serve: () => serveWithPack(pack, '/mot/thu-muc/') });

/** Two JavaScript engines may differ in the last bit of a sine: twelve digits are compared. */
const twelveDigits = (json: string): unknown =>
  JSON.parse(json, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value));

const reportOfCommandLine = async (): Promise<string> => {
  const out = await mkdtemp(join(tmpdir(), 'phusong-'));
  const folder = join(out, 'pack');
  for (const [path, bytes] of writePack(pack)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const silent = { stdout: () => {}, stderr: () => {}, interactive: false, signal: new AbortController().signal };
  expect(await main(['report', '--pack', folder, '--out', join(out, 'report')], silent)).toBe(0);
  const findings = await readFile(join(out, 'report/findings.json'), 'utf8');
  await rm(out, { recursive: true });
  return findings;
};

describe('the main job, in a browser on a static host below a sub-path', () => {
  it('opens, finds what the command line finds, shows an unserved hamlet', async () => {
    const { app, complaints } = await host.opens();
    await app.when.waitsForRun();
    expect(await app.sees.language()).toBe('vi');
    expect(await app.sees.headline('hamlets')).toBe(pack.hamlets.length);
    expect(await app.sees.text()).toContain('giả lập');

    const downloaded = new TextDecoder().decode(await app.when.downloadsFindings());
    expect(twelveDigits(downloaded)).toEqual(twelveDigits(await reportOfCommandLine()));
    // the file has names of its own for a partly served hamlet and for the draws
    const findings: Findings = JSON.parse(
      downloaded.replaceAll('"hole":', '"partial":').replaceAll('"spread":', '"monteCarlo":'),
    );
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
  });

  it('is accessible and fits a phone', async () => {
    const { page, app, complaints } = await host.newPage({ width: 390, height: 844 });
    await app.when.opens(host.address());
    await app.when.waitsForRun();
    expect(await app.sees.barriers()).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
});
