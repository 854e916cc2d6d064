import type { Site } from '../model/site.ts';
import { findCandidates } from '../sharing/candidates/candidates.ts';
import { structuralCheckOf } from '../sharing/candidates/structural-check.ts';
import { addTenants, type Entrant } from './advice.ts';
import { type ApartPairs, apartPairs } from './apart.ts';
import type { Setting } from './assess-site.ts';
import { buildCost } from './cost.ts';
import { keptOf, levelsOf } from './levels.ts';
import type { JointSite } from './proposal-findings.ts';

/**
 * Proposed sites that one site would do for: near enough by the rules, of different operators, and nobody whom the one
 * given up would newly serve goes without. The nearest first; a site that hosts stays, one given up hosts nobody. Those
 * that go onto a standing site are not asked. Pairs that are near enough and stay apart come with their reasons.
 */
export const jointSites = (
  { ground, rules, money, isUrban }: Setting,
  entrants: readonly Entrant[],
  onProgress: (done: number, total: number) => void,
): { joint: JointSite[]; apart: ApartPairs } => {
  const free = entrants.filter(({ shared }) => shared === null);
  const { candidates, rejected } = findCandidates(
    free.map(({ key, proposed }) => ({ ...proposed, id: key })),
    rules,
    isUrban,
  );
  const byDistance = candidates.toSorted((a, b) => a.distanceM - b.distanceM || a.host - b.host || a.donor - b.donor);
  const hosts = new Map<number, Site>();
  const given = new Set<number>();
  const joint: JointSite[] = [];
  const losing: [string, string][] = [];
  const together: [string, string][] = [];
  byDistance.forEach(({ host, donor, distanceM, limitM }, done) => {
    onProgress(done, byDistance.length);
    if (given.has(host) || given.has(donor) || hosts.has(donor)) return;
    const [to, from] = [free[host], free[donor]];
    const before = hosts.get(host) ?? to.proposed;
    const after = addTenants(before, from.proposed.tenants, rules);
    if (!after) return;
    const placed = after.tenants.slice(before.tenants.length);
    const kept = keptOf(ground, from.levels, levelsOf(ground, { ...after, tenants: placed }));
    if (!kept.all) {
      losing.push([to.key, from.key]);
      return;
    }
    hosts.set(host, after);
    given.add(donor);
    together.push([to.key, from.key]);
    joint.push({
      host: { file: to.file, id: to.proposed.id },
      donor: { file: from.file, id: from.proposed.id },
      operators: after.tenants.map(({ operator }) => operator),
      distanceM,
      limitM,
      needsSurvey: structuralCheckOf(after, after.tenants.length, from.proposed.tenants, placed) === 'needs-survey',
      people: from.assessment.gain.own.people,
      keptPeople: kept.people,
      savingVnd: buildCost(money, from.proposed.tenants.length).savingVnd,
    });
  });
  return { joint, apart: apartPairs(rejected, losing, together) };
};
