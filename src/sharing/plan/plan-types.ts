import type { Range } from '../../model/facts.ts';
import type { RentParts } from '../../money/rent-parts.ts';
import type { MonteCarloSummary, TornadoBar } from '../../money/uncertainty.ts';

/** Who may share with whom. Kept with the plan and printed in the report. */
export interface SharingRules {
  definition: 'D1' | 'D2';
  /** Share to reach, 0..1. */
  targetRate: number;
  urbanDistanceM: number;
  ruralDistanceM: number;
  maxTenants: number;
  /**
   * Vertical room of one tenant's antennas on a structure, centre to centre. A common estimate: a panel of about 2 m and 1 m
   * of clear structure for isolation between networks.
   */
  tenantSpacingM: number;
}

export const defaultSharingRules: SharingRules = {
  definition: 'D1',
  targetRate: 0.15,
  urbanDistanceM: 100,
  ruralDistanceM: 500,
  maxTenants: 3,
  tenantSpacingM: 3,
};

/**
 * What a plan is after. `reach-target`: the fewest merges that reach the rate, so that none goes past the one that
 * reaches it, and of those the largest present value. `fewest-moves`: reach it moving the fewest tenancies.
 * `all-that-pay`: the largest present value whatever the rate. `each-operator-gains`: as the first, and no operator's own
 * account below zero.
 */
export const sharingObjectives = ['reach-target', 'all-that-pay', 'fewest-moves', 'each-operator-gains'] as const;
export type SharingObjective = (typeof sharingObjectives)[number];

/** A merge by the ids of its two sites. */
export interface MergeKey {
  hostId: string;
  donorId: string;
}

/** What the planner has decided already. */
export interface SharingLocks {
  forced: readonly MergeKey[];
  forbidden: readonly MergeKey[];
}

export const noLocks: SharingLocks = { forced: [], forbidden: [] };

/** D1: shared sites / sites. D2: tenancies on shared sites / tenancies. Numerators and denominators stay visible. */
export interface SharingRate {
  sites: number;
  sharedSites: number;
  tenancies: number;
  sharedTenancies: number;
  d1: number;
  d2: number;
}

/**
 * Why two near sites are no candidate, or why a candidate was not chosen. `no-room`: no free height on the host;
 * `forbidden`: by the planner; `too-far`: only as the rule that stops a plan short.
 */
export type RejectReason =
  | 'same-operator'
  | 'too-many-tenants'
  | 'no-room'
  | 'too-far'
  | 'loses-service'
  | 'forbidden'
  | 'not-needed'
  | 'site-already-used'
  | 'does-not-pay';

/** Whether the host can bear another tenant, as far as structure and height tell. */
export type StructuralCheck = 'fits' | 'needs-survey';

/** Moving every tenant of `donor` onto `host`, and taking `donor`'s site down. */
export interface Merge {
  hostId: string;
  donorId: string;
  distanceM: number;
  limitM: number;
  structuralCheck: StructuralCheck;
  operatorsMoved: string[];
  /** Present value of consolidation to society over the horizon; rent is a transfer and stays out. */
  presentValueVnd: Range;
  co2Tonnes: Range;
}

export interface RejectedPair {
  hostId: string;
  donorId: string;
  distanceM: number;
  reason: RejectReason;
  /** The hamlet that would lose service, for `loses-service`. */
  hamletId?: string;
}

/** Consolidation of standing sites, and avoided new sites, kept apart. All present values. */
export interface SharingMoney {
  /** Per chosen merge set: what society saves; existing capex is sunk, co-location cost counts. */
  consolidationVnd: Range;
  /** What the same number of new sites would have cost and now need not, capex and opex, when planned sites go onto existing sites. */
  avoidedNewBuildVnd: Range;
  /** Rent that changes hands each year; not in the social saving. */
  rentTransferVndPerYear: Range;
  /**
   * To a neutral company that holds the plan's hosts: rent of all their tenants less upkeep, power and ground rent. Paid
   * by the tenants, so no saving to society.
   */
  neutralHostVnd: Range;
  co2TonnesConsolidation: Range;
  co2TonnesAvoidedNewBuild: Range;
  /** One year's rent of one tenancy by its parts. */
  rentParts: RentParts;
  consolidation: Uncertainty;
  avoidedNewBuild: Uncertainty;
}

/** How a figure spreads as all parameters vary at once, and what each does to it alone. */
export interface Uncertainty {
  monteCarlo: MonteCarloSummary;
  tornado: TornadoBar[];
}

/** A hamlet point's service by one operator that the plan takes from another site than today. */
export interface ServiceChange {
  hamletId: string;
  /** The centre, or the component by its place in the hamlet's list. */
  point: 'centre' | number;
  operator: string;
  beforeDbm: number;
  afterDbm: number;
  beforeSiteId: string;
  afterSiteId: string;
}

/** What the plan does to service. Points whose site stands keep theirs or get better, and are not listed. */
export interface ServiceEffect {
  /** Served points by operator, today and after the plan, of those whose site is taken down. */
  byOperator: Record<string, { before: number; after: number }>;
  /** How many of those hear a level more than 1 dB higher, within 1 dB, more than 1 dB lower. */
  better: number;
  same: number;
  weaker: number;
  /** The greatest losses of level, at most 200. */
  weakest: ServiceChange[];
}

/** What the plan does to one operator, owner of sites, or the landowners together, at present value. */
export interface PartyBalance {
  party: string;
  /** Upkeep and power saved, less co-location paid. */
  ownVnd: Range;
  /** Rent received more, less rent paid more; over all parties these sum to zero. */
  rentVnd: Range;
  /** Tenancies it is paid for more, less those it pays for more; over all parties these sum to zero. */
  tenancies: number;
  /** Of the rent, that of those tenancies by the parts of TT 07/2024. */
  rentParts: RentParts;
  /** Of the rent, that of the ground. */
  groundRentVnd: Range;
}

export interface SharingFinding {
  rules: SharingRules;
  objective: SharingObjective;
  locks: SharingLocks;
  today: SharingRate;
  /**
   * Two-into-one merges of unshared sites the target needs under each definition; null where not even merging every
   * unshared site with another would reach it.
   */
  mergesNeeded: { d1: number | null; d2: number | null };
  candidates: number;
  candidatesNeedingSurvey: number;
  chosen: Merge[];
  rejected: RejectedPair[];
  after: SharingRate;
  reached: boolean;
  /** The highest rate found within the rules, when the target is out of reach. */
  furthestRate: number | null;
  /** The rule that stops the plan short, when it does. */
  binding: RejectReason | null;
  method: 'greedy' | 'milp';
  /** Relative gap between the plan and the best that could exist, as proven; null where nothing is proven. */
  gap: number | null;
  money: SharingMoney;
  service: ServiceEffect;
  /** The plan in each party's own account, the pack's operators first. */
  balances: PartyBalance[];
}
