import { describe, expect, it } from 'vitest';
import { hasTime } from '../support/budget.ts';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { driveSharing } from './sharing-driver.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Huyện Định Hóa', 'Huyện Võ Nhai', 'Thành phố Sông Công');
// each merge takes a site away and makes one shared: (shared + n) / (sites − n) is to reach 15 %
const shared = pack.sites.filter(({ tenants }) => tenants.length > 1).length;
const needed = Math.ceil((0.15 * pack.sites.length - shared) / 1.15);
const serve = () => serveWithPack(pack);
const { opens } = appOnHost({ serve, withMap: false });
const onMap = appOnHost({ serve });

describe('the sharing panel', () => {
  it('proves its plan, makes it again around a lock or another figure, and undoes both', async () => {
    const { page, app, complaints } = await opens('#sharing');
    const sharing = driveSharing(page);
    await app.when.waitsForRun();
    expect(await sharing.sees.method()).toBe('milp');
    expect(await sharing.sees.mergesChosen()).toBe(needed);

    await sharing.when.looksAt('pairs');
    const [unwanted] = await sharing.sees.merges();
    await sharing.when.forbids(unwanted);
    await sharing.when.waitsForPlan();
    expect(await sharing.sees.merges()).not.toContain(unwanted);
    await sharing.when.showsPairs('đã chốt');
    expect(await sharing.sees.merges()).toEqual([unwanted]);
    await sharing.when.undoes();
    await sharing.when.showsPairs('được chọn');
    expect(await sharing.sees.merges()).toContain(unwanted);

    await sharing.when.looksAt('parameters');
    await sharing.when.setsLow('coloc_capex', '-5');
    expect(await sharing.sees.refusal()).toContain('âm');
    await sharing.when.setsLow('coloc_capex', '20000000');
    await sharing.when.waitsForPlan();
    expect(await sharing.sees.isChanged('coloc_capex')).toBe(true);
    await sharing.when.undoes();
    expect(await sharing.sees.isChanged('coloc_capex')).toBe(false);

    await sharing.when.looksAt('plan');
    await sharing.when.setsTarget('2');
    expect(await sharing.sees.refusal()).toContain('thấp hơn');
    const workbook = await sharing.when.downloadsPlan();
    expect(new TextDecoder().decode(workbook.slice(0, 2))).toBe('PK');

    for (const view of ['plan', 'pairs', 'money', 'parameters'] as const) {
      await sharing.when.looksAt(view);
      expect(await app.sees.barriers('Dùng chung'), view).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('draws saving against rate, proven, and of planned masts once they are loaded', async () => {
    const { page, app, complaints } = await opens('#sharing');
    const sharing = driveSharing(page);
    await app.when.waitsForRun();
    expect(await sharing.when.worksOutFrontier()).toEqual({ hadDraft: true });
    const rows = await sharing.sees.frontierRows();
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.map(([, , , gap]) => gap)).toEqual(rows.map(() => '0,00 %'));

    await sharing.when.looksAtFrontier('avoidedNewBuild');
    expect(await sharing.sees.planned()).toBe('none');
    expect(await sharing.sees.templates()).toBe(3);
    await sharing.when.loadsPlanned('public/schema/proposal-template.csv');
    await app.when.opensTask('sharing');
    await sharing.when.looksAtFrontier('avoidedNewBuild');
    expect(await sharing.sees.planned()).toBe('2');
    expect(complaints).toEqual([]);
  });

  it.runIf(hasTime)(
    'shows coverage before and after the plan and what differs, by operator, and can be cancelled',
    async () => {
      const { page, app, complaints } = await onMap.opens('#sharing');
      const sharing = driveSharing(page);
      await app.when.waitsForRun();
      await sharing.when.takesQuickLookAtCoverage();
      expect(await sharing.sees.areas()).toEqual(['best', 'viettel', 'vinaphone', 'mobifone', 'vietnamobile']);
      for (const look of ['before', 'after', 'difference'] as const) {
        await sharing.when.looksAtCoverage(look);
        expect(await sharing.sees.legend()).toBe(`plan-${look}`);
        expect(await sharing.sees.coverageOnMap()).toBe('11');
      }
      // another plan: the picture of the last one is not shown for it
      await sharing.when.setsTarget('12');
      await sharing.when.waitsForPlan();
      expect(await sharing.sees.coverageOnMap()).toBe('');
      expect(complaints).toEqual([]);
    },
  );
});
