import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBrowser, openBrowser } from './browser.ts';
import { driveApp } from './driver.ts';
import { driveSharing } from './sharing-driver.ts';
import { type StaticHost, serveFolder } from './static-server.ts';

let host: StaticHost;
let browser: OpenBrowser;

beforeAll(async () => {
  if (!existsSync('dist/index.html')) throw new Error('Build the app first: npm run build');
  host = await serveFolder('dist', '/phusong/');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
});

describe('the sharing panel', () => {
  it('proves its plan, makes it again around a lock or another figure, and undoes both', async () => {
    const { page, context, complaints } = await browser.newPage();
    const app = driveApp(page);
    const sharing = driveSharing(page);
    await app.when.opens(`${host.address}#sharing`);
    await app.when.waitsForRun();
    expect(await sharing.sees.method()).toBe('milp');
    expect(await sharing.sees.mergesChosen()).toBe(84);

    await sharing.when.looksAt('pairs');
    const [unwanted] = await sharing.sees.merges();
    await sharing.when.locks(unwanted, 'forbid');
    await sharing.when.waitsForPlan();
    expect(await sharing.sees.merges()).not.toContain(unwanted);
    await sharing.when.showsPairs('locked');
    expect(await sharing.sees.merges()).toEqual([unwanted]);
    await sharing.when.undoes();
    await sharing.when.showsPairs('chosen');
    expect(await sharing.sees.merges()).toContain(unwanted);

    await sharing.when.looksAt('parameters');
    await sharing.when.sets('coloc_capex.low', '-5');
    expect(await sharing.sees.refusal()).toContain('âm');
    await sharing.when.sets('coloc_capex.low', '20000000');
    await sharing.when.waitsForPlan();
    expect(await sharing.sees.isChanged('coloc_capex')).toBe(true);
    await sharing.when.undoes();
    expect(await sharing.sees.isChanged('coloc_capex')).toBe(false);

    await sharing.when.looksAt('plan');
    await sharing.when.sets('targetRate', '5');
    expect(await sharing.sees.refusal()).toContain('thấp hơn');
    const workbook = await sharing.when.downloads('Tải phương án', 'XLSX');
    expect(new TextDecoder().decode(workbook.slice(0, 2))).toBe('PK');

    await page.addScriptTag({ content: axe.source });
    for (const view of ['plan', 'pairs', 'money', 'parameters'] as const) {
      await sharing.when.looksAt(view);
      const violations = await page.evaluate(async () => {
        const { axe: run } = window as unknown as { axe: typeof axe };
        const result = await run.run('.panel', { runOnly: ['wcag2a', 'wcag2aa'] });
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      });
      expect(violations, view).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('draws saving against rate, proven, and of planned masts once they are loaded', async () => {
    const { page, context, complaints } = await browser.newPage();
    const app = driveApp(page);
    const sharing = driveSharing(page);
    await app.when.opens(`${host.address}#sharing`);
    await app.when.waitsForRun();
    expect(await sharing.when.worksOutFrontier()).toEqual({ hadDraft: true });
    const rows = await sharing.sees.frontierRows();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.map(([, , , gap]) => gap)).toEqual(rows.map(() => '0,00 %'));

    await sharing.when.looksAtFrontier('avoidedNewBuild');
    expect(await sharing.sees.planned()).toBe('none');
    expect(await sharing.sees.templates()).toBe(3);
    await sharing.when.loadsPlanned('public/schema/proposal-template.csv');
    await page.click('[data-task="sharing"]');
    await sharing.when.looksAtFrontier('avoidedNewBuild');
    expect(await sharing.sees.planned()).toBe('2');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows coverage before and after the plan and what differs, by operator, and can be cancelled', async () => {
    const { page, context, complaints } = await browser.newPage();
    const app = driveApp(page);
    const sharing = driveSharing(page);
    await app.when.opens(`${host.address}#sharing`);
    await app.when.waitsForRun();
    await sharing.when.takesQuickLookAtCoverage();
    expect(await sharing.sees.areas()).toEqual(['best', 'viettel', 'vinaphone', 'mobifone', 'vietnamobile']);
    for (const look of ['before', 'after', 'difference'] as const) {
      await sharing.when.looksAtCoverage(look);
      expect(await sharing.sees.legend()).toBe(`plan-${look}`);
      expect(await sharing.sees.coverageOnMap()).toBe('11');
    }
    // another plan: the picture of the last one is not shown for it
    await sharing.when.sets('targetRate', '12');
    await sharing.when.waitsForPlan();
    expect(await sharing.sees.coverageOnMap()).toBe('');
    expect(complaints).toEqual([]);
    await context.close();
  });
});
