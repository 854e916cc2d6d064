import { describe, expect, it } from 'vitest';
import { builtInDistricts } from '../support/built-in-districts.ts';
import { appOnHost } from './app-page.ts';
import { driveClosing } from './closing-driver.ts';
import { serveWithPack } from './small-host.ts';

const pack = await builtInDistricts('Huyện Phú Lương');
const { opens } = appOnHost({ serve: () => serveWithPack(pack), withMap: false });

describe('closing the gaps', () => {
  it('makes a plan, another for a budget and around a lock, and puts it into the scenario as one step', async () => {
    const { app, page, complaints } = await opens('#overview');
    const closing = driveClosing(page);
    await app.when.waitsForRun();
    const unserved = await app.sees.headline('peopleUnserved');
    await app.when.opensTask('closing');
    await closing.when.findsPlan();
    const everybody = await closing.sees.served();
    expect(everybody).toBeGreaterThan(0);
    expect(everybody).toBeLessThanOrEqual(unserved);

    await closing.when.hasBillions('0.05');
    expect(await closing.sees.served()).toBeLessThan(everybody);
    expect(new Set(await closing.sees.leftOutFor())).toContain('budget');
    const [unwanted] = await closing.sees.options();
    await closing.when.forbids(unwanted);
    expect(await closing.sees.options()).not.toContain(unwanted);
    expect(await app.sees.barriers('Khép vùng trống')).toEqual([]);

    await closing.when.looksFor('all');
    const options = await closing.sees.options();
    const served = await closing.sees.served();
    const csv = await closing.when.downloadsOptions();
    for (const option of options) expect(csv).toContain(option);

    await closing.when.putsPlanIntoScenario();
    expect(await app.sees.canUndo()).toBe(true);
    await app.when.opensTask('overview');
    // service anew, without the plan's help
    expect(await app.sees.headline('peopleUnserved')).toBe(unserved - served);
    expect(complaints).toEqual([]);
  });

  it('finds the cheapest cable, and who hangs by one site', async () => {
    const { app, page, complaints } = await opens('#closing');
    const closing = driveClosing(page);
    await app.when.waitsForRun();
    await closing.when.looksAt('fibre');
    await closing.when.findsCable();
    expect(await closing.sees.text()).toContain('khoảng hở');
    await closing.when.looksAt('resilience');
    await closing.when.triesFailures();
    expect(await closing.sees.hangingHamlets()).toBeGreaterThan(0);
    expect(await app.sees.barriers('Khép vùng trống')).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
