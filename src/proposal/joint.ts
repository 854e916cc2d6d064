import type { Site } from '../model/site.ts';
import { findCandidates } from '../sharing/candidates/candidates.ts';
import { bearingOf } from '../sharing/candidates/structural-check.ts';
import { type Entrant, hangOn } from './advice.ts';
import type { Setting } from './assess-tower.ts';
import { mastCost } from './cost.ts';
import { keptOf, levelsOf } from './levels.ts';
import type { JointMast } from './proposal-findings.ts';

/**
 * Proposed masts that one mast would do for: near enough by the rules, of different operators, and nobody whom the one
 * given up would newly serve goes without. The nearest first; a mast that hosts stays, one given up hosts nobody. Those
 * that go onto a standing mast are not asked.
 */
export const jointMasts = (
  { ground, rules, money, isUrban }: Setting,
  entrants: readonly Entrant[],
  onProgress: (done: number, total: number) => void,
): JointMast[] => {
  const free = entrants.filter(({ shared }) => shared === null);
  const { candidates } = findCandidates(
    free.map(({ key, tower }) => ({ ...tower, id: key })),
    rules,
    isUrban,
  );
  const byDistance = candidates.toSorted((a, b) => a.distanceM - b.distanceM || a.host - b.host || a.moved - b.moved);
  const hosts = new Map<number, Site>();
  const given = new Set<number>();
  const joint: JointMast[] = [];
  byDistance.forEach(({ host, moved, distanceM, limitM }, done) => {
    onProgress(done, byDistance.length);
    if (given.has(host) || given.has(moved) || hosts.has(moved)) return;
    const [to, from] = [free[host], free[moved]];
    const before = hosts.get(host) ?? to.tower;
    const after = hangOn(before, from.tower.tenants, rules);
    if (!after) return;
    const hung = after.tenants.slice(before.tenants.length);
    const kept = keptOf(ground, from.levels, levelsOf(ground, { ...after, tenants: hung }));
    if (!kept.all) return;
    hosts.set(host, after);
    given.add(moved);
    joint.push({
      host: { file: to.file, id: to.tower.id },
      moved: { file: from.file, id: from.tower.id },
      operators: after.tenants.map(({ operator }) => operator),
      distanceM,
      limitM,
      needsSurvey: bearingOf(after, after.tenants.length, from.tower.tenants, hung) === 'needs-survey',
      people: from.assessment.gain.own.people,
      keptPeople: kept.people,
      savingVnd: mastCost(money, from.tower.tenants.length).savingVnd,
    });
  });
  return joint;
};
