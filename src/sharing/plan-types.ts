import type { Range } from '../model/facts.ts';

/** Who may share with whom. Kept with the plan and printed in the report. */
export interface SharingRules {
  definition: 'D1' | 'D2';
  /** Share to reach, 0..1. */
  targetRate: number;
  urbanDistanceM: number;
  ruralDistanceM: number;
  maxTenants: number;
}

export const defaultSharingRules: SharingRules = {
  definition: 'D1',
  targetRate: 0.15,
  urbanDistanceM: 100,
  ruralDistanceM: 500,
  maxTenants: 3,
};

/** D1: shared sites / sites. D2: tenancies on shared sites / tenancies. Numerators and denominators stay visible. */
export interface SharingRate {
  sites: number;
  sharedSites: number;
  tenancies: number;
  sharedTenancies: number;
  d1: number;
  d2: number;
}

/** Why two near sites are no candidate, or why a candidate was not chosen. */
export type RejectReason =
  | 'same-operator'
  | 'too-many-tenants'
  | 'loses-service'
  | 'not-needed'
  | 'site-already-used'
  | 'does-not-pay';

/** Whether the host can bear another tenant, as far as structure and height tell. */
export type Bearing = 'fits' | 'needs-survey';

/** Moving every tenant of `moved` onto `host`, and taking `moved`'s mast down. */
export interface Merge {
  hostId: string;
  movedId: string;
  distanceM: number;
  limitM: number;
  bearing: Bearing;
  operatorsMoved: string[];
  /** Present value of consolidation to society over the horizon; rent is a transfer and stays out. */
  presentValueVnd: Range;
  co2Tonnes: Range;
}

export interface RejectedPair {
  hostId: string;
  movedId: string;
  distanceM: number;
  reason: RejectReason;
  /** The hamlet that would lose service, for `loses-service`. */
  hamletId?: string;
}

/** Consolidation of standing masts, and avoided new masts, kept apart. All present values. */
export interface SharingMoney {
  /** Per chosen merge set: what society saves; existing capex is sunk, co-location cost counts. */
  consolidationVnd: Range;
  /** What the same number of new masts would have cost and now need not, capex and opex, when planned sites go onto existing masts. */
  avoidedNewBuildVnd: Range;
  /** Rent that changes hands each year; not in the social saving. */
  rentTransferVndPerYear: Range;
  co2TonnesConsolidation: Range;
  co2TonnesAvoidedNewBuild: Range;
}

export interface SharingFinding {
  rules: SharingRules;
  today: SharingRate;
  /** Two-into-one merges of unshared sites the target needs under each definition. */
  mergesNeeded: { d1: number; d2: number };
  candidates: number;
  candidatesNeedingSurvey: number;
  chosen: Merge[];
  rejected: RejectedPair[];
  after: SharingRate;
  reached: boolean;
  /** The rule that stops the plan short, when it does. */
  binding: RejectReason | null;
  method: 'greedy';
  money: SharingMoney;
}
