import type { ServiceSettings } from '../../coverage/service/service-types.ts';
import type { Range } from '../../model/facts.ts';
import type { Site } from '../../model/site.ts';
import { isMoneyParameter, mostOf } from '../../money/parameters.ts';
import { applyPlan } from '../../sharing/plan/apply-plan.ts';
import type { MergeKey, SharingObjective, SharingRules } from '../../sharing/plan/plan-types.ts';
import { rateBy, sharingRate } from '../../sharing/rate.ts';
import { layerOf, settingsOf } from '../apply-scenario.ts';
import { baseEntry, idOf, type MergeLock } from '../layers.ts';
import { type Outcome, refused } from '../moment.ts';
import { changeOf, entryOf, put, type Study } from '../study.ts';
import { siteProblem } from './sites.ts';

/** Sets a figure of the calculations, low to high. Its source says that it was set by hand. */
export const setParameter = (
  study: Study,
  { name, range, source, gesture }: { name: string; range: Range; source: string; gesture?: string },
): Outcome => {
  const parameter = entryOf(study, 'parameters', name);
  if (!parameter) return refused('no-such-entry', { id: name });
  const { low, central, high } = range;
  if (![low, central, high].every(Number.isFinite) || !(low <= central && central <= high)) {
    return refused('out-of-order', { low, central, high });
  }
  const after = { ...parameter, low, central, high, source, confidence: 'unverified' as const };
  if (isMoneyParameter(name) && !(low >= 0)) return refused('below-zero', { low });
  const most = mostOf(name);
  if (high > most) return refused('out-of-range', { field: name, min: 0, max: most });
  return {
    note: { operation: 'setParameter', subject: name },
    changes: [put(study, 'parameters', after)],
    ...(gesture !== undefined && { gesture }),
  };
};

/** Gives a figure of the calculations back what the pack says of it. */
export const resetParameter = (study: Study, { name }: { name: string }): Outcome => {
  const before = baseEntry(study.base.pack, 'parameters', name);
  if (!before) return refused('no-such-entry', { id: name });
  if (entryOf(study, 'parameters', name) === before) return refused('nothing-changes');
  return { note: { operation: 'resetParameter', subject: name }, changes: [put(study, 'parameters', before)] };
};

/** Forces or forbids a merge. */
export const setLock = (study: Study, { merge, lock }: { merge: MergeKey; lock: MergeLock['lock'] }): Outcome => {
  const { hostId, donorId } = merge;
  for (const id of [hostId, donorId]) {
    if (!entryOf(study, 'sites', id)) return refused('no-such-entry', { id });
  }
  const entry = { hostId, movedId: donorId, lock };
  if (entryOf(study, 'locks', idOf('locks', entry))?.lock === lock) return refused('nothing-changes');
  return {
    note: { operation: 'setLock', subject: `${donorId} → ${hostId}` },
    changes: [put(study, 'locks', entry)],
  };
};

/** Leaves a merge to the plan again. */
export const clearLock = (study: Study, { hostId, donorId }: MergeKey): Outcome => {
  const id = idOf('locks', { hostId, movedId: donorId, lock: 'force' });
  if (!entryOf(study, 'locks', id)) return refused('no-such-entry', { id });
  return {
    note: { operation: 'clearLock', subject: `${donorId} → ${hostId}` },
    changes: [changeOf(study, 'locks', id, null)],
  };
};

/** Carries out merges of a plan: tenants onto their hosts, the sites they leave taken down. */
export const applyMerges = (study: Study, { merges }: { merges: readonly MergeKey[] }): Outcome => {
  if (merges.length === 0) return refused('nothing-changes');
  for (const { hostId, donorId } of merges) {
    const missing = [hostId, donorId].find((id) => !entryOf(study, 'sites', id));
    if (missing !== undefined) return refused('no-such-entry', { id: missing });
    if (hostId === donorId) return refused('nothing-changes', { id: hostId });
  }
  let sites: Site[];
  try {
    sites = applyPlan(layerOf(study, 'sites'), merges, settingsOf(study).sharing);
  } catch {
    return refused('no-room');
  }
  const after = new Map(sites.map((site) => [site.id, site]));
  for (const { hostId } of merges) {
    const host = after.get(hostId);
    const problem = host && siteProblem(study, host);
    if (problem) return problem;
  }
  const touched = new Set(merges.flatMap(({ hostId, donorId }) => [hostId, donorId]));
  return {
    note: { operation: 'applyMerges', subject: String(merges.length) },
    changes: [...touched].map((id) => changeOf(study, 'sites', id, after.get(id) ?? null)),
  };
};

/** Changes what a run assumes of service. */
export const setService = (
  study: Study,
  { change, gesture }: { change: Partial<ServiceSettings>; gesture?: string },
): Outcome => {
  const value = { ...settingsOf(study).service, ...change };
  const { thresholdDbm, receiverHeightM, maxRadiusKm } = value;
  if (!(thresholdDbm >= -140 && thresholdDbm <= -40))
    return refused('out-of-range', { field: 'thresholdDbm', min: -140, max: -40 });
  if (!(receiverHeightM > 0 && receiverHeightM <= 100))
    return refused('out-of-range', { field: 'receiverHeightM', min: 0, max: 100 });
  if (!(maxRadiusKm > 0 && maxRadiusKm <= 100))
    return refused('out-of-range', { field: 'maxRadiusKm', min: 0, max: 100 });
  return {
    note: { operation: 'setService', subject: Object.keys(change).join(', ') },
    changes: [put(study, 'settings', { name: 'service', value })],
    ...(gesture !== undefined && { gesture }),
  };
};

/** Changes the rules of sharing. */
export const setSharing = (
  study: Study,
  { change, gesture }: { change: Partial<SharingRules>; gesture?: string },
): Outcome => {
  const value = { ...settingsOf(study).sharing, ...change };
  const { targetRate, urbanDistanceM, ruralDistanceM, maxTenants, tenantSpacingM } = value;
  if (!(targetRate >= 0 && targetRate <= 1)) return refused('out-of-range', { field: 'targetRate', min: 0, max: 1 });
  if (change.targetRate !== undefined) {
    const today = rateBy(sharingRate(layerOf(study, 'sites')), value.definition);
    if (change.targetRate < today - 1e-9) return refused('below-today', { target: change.targetRate, today });
  }
  if (!(tenantSpacingM >= 0 && tenantSpacingM <= 50))
    return refused('out-of-range', { field: 'tenantSpacingM', min: 0, max: 50 });
  if (!(maxTenants >= 2 && maxTenants <= 4)) return refused('out-of-range', { field: 'maxTenants', min: 2, max: 4 });
  for (const [field, limit] of Object.entries({ urbanDistanceM, ruralDistanceM })) {
    if (!(limit > 0 && limit <= 5000)) return refused('out-of-range', { field, min: 0, max: 5000 });
  }
  return {
    note: { operation: 'setSharing', subject: Object.keys(change).join(', ') },
    changes: [put(study, 'settings', { name: 'sharing', value })],
    ...(gesture !== undefined && { gesture }),
  };
};

/** Changes what the sharing plan is after. */
export const setObjective = (study: Study, { objective }: { objective: SharingObjective }): Outcome => {
  if (settingsOf(study).objective === objective) return refused('nothing-changes');
  return {
    note: { operation: 'setObjective', subject: objective },
    changes: [put(study, 'settings', { name: 'objective', value: objective })],
  };
};
