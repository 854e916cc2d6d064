import { sceneOf } from '../../src/coverage/service/scene.ts';
import { computeService, createServiceEvaluator } from '../../src/coverage/service/service.ts';
import { defaultServiceSettings, type ServiceResult } from '../../src/coverage/service/service-types.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { Site } from '../../src/model/site.ts';
import { applyPlan } from '../../src/sharing/plan/apply-plan.ts';
import { defaultSharingRules, type MergeKey } from '../../src/sharing/plan/plan-types.ts';
import { builtInPack } from '../support/built-in-pack.ts';

const settings = defaultServiceSettings;

/** Service of a pack computed from nothing but its sites. */
const serviceOf = (pack: Pack): ServiceResult => {
  const evaluator = createServiceEvaluator(sceneOf(pack), settings);
  return computeService(evaluator, 0, evaluator.points.length);
};

/** One district of the built-in pack by itself: quick to compute anew for every plan. */
export const aDistrict = async (name: string): Promise<{ pack: Pack; service: ServiceResult }> => {
  const whole = await builtInPack();
  const features = whole.communes.features.filter(({ properties }) => properties.districtName === name);
  const codes = new Set(features.map(({ properties }) => properties.code));
  const pack: Pack = {
    ...whole,
    communes: { ...whole.communes, features },
    sites: whole.sites.filter(({ communeCode }) => codes.has(communeCode)),
    hamlets: whole.hamlets.filter(({ communeCode }) => codes.has(communeCode)),
  };
  return { pack, service: serviceOf(pack) };
};

/** Entries (point · operators + operator) served before a plan and not after it, all computed anew. */
export const lostBy = (pack: Pack, service: ServiceResult, merges: readonly MergeKey[]): number[] => {
  const sites: Site[] = applyPlan(pack.sites, merges, defaultSharingRules);
  const after = serviceOf({ ...pack, sites });
  const isServed = (rsrp: number): boolean => rsrp >= settings.thresholdDbm;
  return [...service.levelDbm.keys()].filter(
    (entry) => isServed(service.levelDbm[entry]) && !isServed(after.levelDbm[entry]),
  );
};
