// @module-tag slow
import { describe, expect, it } from 'vitest';
import { rolloutRemedies } from '../../src/findings/rollout-remedies.ts';
import { runRollout, runRolloutOptions, runRolloutPlan } from '../../src/runs/rollout.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { aRolloutPack, westernSite } from '../rollout/a-rollout-pack.ts';

const valley = aRolloutPack({ sites: [westernSite()] });
const opened = { pack: valley, checksum: 'c'.repeat(64) };

describe('a rollout plan among the findings', () => {
  it('is what closes the gap of each hamlet, and brings the promise of signal for all to where the plan does', async () => {
    const { finding } = await runRollout(valley);
    const { findings } = await runStudy(opened, { rollout: finding });
    expect(findings.remedies.map(({ hamletId }) => hamletId).sort()).toEqual(['east', 'foot', 'north']);
    expect(findings.remedies.reduce((sum, { peopleServed }) => sum + peopleServed, 0)).toBe(finding.people.served);
    const total = findings.remedies.reduce((sum, { costVnd }) => sum + costVnd!.central, 0);
    expect(total).toBeCloseTo(finding.costVnd.central, 0);
    const promise = findings.promises.find(({ id }) => id === 'signal-for-all')!;
    expect(promise.found).toBeLessThan(1);
    expect(promise).toMatchObject({ after: 1, afterBy: 'rollout' });
  });

  it('changes nothing of the findings where there is none', async () => {
    const without = (await runStudy(opened)).findings;
    expect(without.remedies).toEqual([]);
    expect(JSON.stringify((await runStudy(opened, { rollout: null })).findings)).toBe(JSON.stringify(without));
  });

  it('leaves without a remedy whom the budget leaves out, and says where nothing reaches', async () => {
    const run = await runRolloutOptions(valley);
    const poor = await runRolloutPlan(run, { goal: { kind: 'budget', vnd: 1 } });
    expect(rolloutRemedies(poor, valley.hamlets)).toEqual([]);
    const forbidden = run.options.map(({ id }) => id);
    const hopeless = await runRolloutPlan({ ...run, options: [] }, { locks: { forced: [], forbidden, places: [] } });
    expect(rolloutRemedies(hopeless, valley.hamlets).map(({ hamletId, means }) => [hamletId, means])).toEqual([
      ['east', 'none'],
      ['foot', 'none'],
      ['north', 'none'],
    ]);
  });

  it('is none where it is of one operator', async () => {
    const { finding } = await runRollout(valley, { question: { operator: 'viettel' } });
    expect(() => rolloutRemedies(finding, valley.hamlets)).toThrow('viettel');
  });
});
