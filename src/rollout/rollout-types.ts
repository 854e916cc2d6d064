import type { ServiceScene } from '../coverage/service/service.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { Parameter, Range } from '../model/facts.ts';
import type { Hamlet } from '../model/hamlet.ts';
import type { AreaGeometry } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import type { LandCoverRaster, Raster } from '../model/raster.ts';
import type { Site } from '../model/site.ts';
import type { SharingRules, StructuralCheck } from '../sharing/plan/plan-types.ts';
import type { LaterHolding } from './later-holdings.ts';

/**
 * What a plan is after. `all`: everybody that options reach, at the least cost. `budget`: as many people as the money
 * serves. `share`: at the least cost, so many of the people of every commune.
 */
export type RolloutGoal = { kind: 'all' } | { kind: 'budget'; vnd: number } | { kind: 'share'; share: number };

/** What the planner has decided already, by the ids of options and as places where a mast could stand. */
export interface RolloutLocks {
  forced: readonly string[];
  forbidden: readonly string[];
  places: readonly LonLat[];
}

export interface RolloutQuestion {
  /** Whose service; null for any operator's. */
  operator: string | null;
  /** Communes of the hamlets asked about; null for all. Every site may serve them. */
  communeCodes: readonly string[] | null;
  /** Heights that a new mast may have. */
  heightsM: readonly number[];
  goal: RolloutGoal;
  locks: RolloutLocks;
  /** How long the solver may look for a better plan and for a proof. */
  timeLimitS: number;
  /** Years the plan is built in, and what may be spent in each; null where it is built at once. */
  phases: { years: number; yearlyVnd: number } | null;
}

export const defaultRolloutQuestion: RolloutQuestion = {
  operator: null,
  communeCodes: null,
  heightsM: [15, 30, 42],
  goal: { kind: 'all' },
  locks: { forced: [], forbidden: [], places: [] },
  timeLimitS: 60,
  phases: null,
};

/** What a rollout looks at. Plain data: it crosses to workers. */
export interface RolloutScene extends Omit<ServiceScene, 'points'> {
  /** Hamlets of the pack: what a retune takes is looked for at all of them. */
  hamlets: readonly Hamlet[];
  /** Those that are asked about, as indices into the hamlets. */
  asked: readonly number[];
  /** Where a mast may stand. */
  province: readonly AreaGeometry[];
  /** Where masts of a merge were taken down: nothing is built again there. */
  takenDown: readonly LonLat[];
  lit: readonly { id: string; position: LonLat }[];
  roads: readonly (readonly (readonly number[])[])[];
  /** Classes of the land, on a surface model too: cable is dearer through forest and over water. */
  ground: LandCoverRaster;
  parameters: readonly Parameter[];
  /** Spectrum in its bands that operators came to hold after the pack's date. */
  laterHoldings: readonly LaterHolding[];
  settings: ServiceSettings;
  rules: SharingRules;
}

/** A place of a hamlet that nobody who is asked serves: its centre, or some of its homes. */
export interface Demand {
  /** Index into the scene's hamlets. */
  hamlet: number;
  place: 'centre' | number;
  position: LonLat;
  /** 0 at a centre, whose people live in the clusters. */
  people: number;
}

/** People whom a mast would serve from each cell of the ground, by sweeps out of where they live. */
export interface WhereNextMap {
  heightM: number;
  people: Raster<Float32Array>;
  /** Places apart from each other that serve most, and the best place of every point. */
  candidates: { position: LonLat; people: number; points: number }[];
}

export const optionKinds = ['retune', 'sector', 'carrier', 'tenancy', 'mast', 'small-site'] as const;
/**
 * `retune`: antennas turned, tilted or raised; `sector`: one sector more; `carrier`: the technology on a site of the
 * operator that lacks it; `tenancy`: on a mast of another; `mast`: a new one; `small-site`: a pole for a few homes.
 */
export type OptionKind = (typeof optionKinds)[number];

const partKinds = ['mast', 'mounts', 'radio', 'retune', 'fibre', 'microwave', 'satellite', 'power'] as const;
export type PartKind = (typeof partKinds)[number];

/** One line of an option's bill of quantities. */
export interface OptionPart {
  part: PartKind;
  quantity: number;
  unit: 'mast' | 'tenant' | 'sector' | 'base station' | 'visit' | 'km' | 'hop' | 'terminal' | 'site';
  costVnd: Range;
}

/** A microwave hop with 60 % of the first Fresnel zone clear. */
export interface Hop {
  fromId: string;
  toId: string;
  km: number;
  bandGHz: number;
}

/**
 * What feeds a site. `there`: a standing site has its own; where that is not known, with what it would take instead, and a
 * range from nothing to that.
 */
export interface Backhaul {
  means: 'there' | 'fibre' | 'microwave' | 'satellite';
  /** Where the cable starts, or the lit site the hops lead to. */
  litId: string | null;
  km: number;
  hops: readonly Hop[];
  costVnd: Range;
  /** False where the pack does not say what is there: the range covers both. */
  isKnown: boolean;
}

export interface Power {
  means: 'there' | 'grid' | 'solar' | 'unknown';
  costVnd: Range;
  isKnown: boolean;
}

/** Something that can be built, and whom it serves by the plain path. */
export interface RolloutOption {
  id: string;
  kind: OptionKind;
  /** Of a retune, what is done to the antennas. */
  change: 'turn' | 'tilt' | 'raise' | null;
  operator: string;
  /** The standing site that it uses. */
  siteId: string | null;
  /** The site as it will stand, with who is on it already. */
  site: Site;
  structuralCheck: StructuralCheck | null;
  /** Indices of the demands that it serves. */
  serves: readonly number[];
  people: number;
  parts: readonly OptionPart[];
  backhaul: Backhaul;
  power: Power;
  costVnd: Range;
}

/** An option as it is before money: what a worker finds out of the terrain. */
export type DraftOption = Omit<RolloutOption, 'parts' | 'backhaul' | 'power' | 'costVnd' | 'people'> & {
  /** Sectors that are bought. */
  sectors: number;
  hops: readonly Hop[];
};

/** An option of the plan, in building order. */
export interface PlannedOption extends RolloutOption {
  /** In the building order, counted from 1. */
  order: number;
  /** Year of the building, counted from 1; null where the money of all years does not reach. */
  year: number | null;
  /** People that it adds to those served before it in the order. */
  adds: number;
}

export type LeftOutReason = 'outside-terrain' | 'budget' | 'not-asked' | 'no-option' | 'not-confirmed';

/** What stands in the way of service, from the nearest site or mast that could give it. */
export interface Obstacle {
  /** Ground above the sea, with what grows on it. */
  altitudeM: number;
  position: LonLat;
  distanceKm: number;
  fromSiteId: string;
  /** Height of a mast at that site that would look over it; null where it stands too high for any. */
  mastNeededM: number | null;
}

/** A place that the plan leaves without service, and what else there is for it. */
export interface LeftOut {
  demand: number;
  reason: LeftOutReason;
  /** The cheapest option that would serve it; null where none does. */
  cheapestOptionId: string | null;
  obstacle: Obstacle | null;
  alternative: { means: 'fibre-and-wifi' | 'satellite'; costVnd: Range; vndPerYear: Range };
}

export interface RolloutProof {
  /** At central costs for `all` and `share`; people for `budget`. */
  reached: number;
  /** No plan of these options does better; null where nothing is proven. */
  bound: number | null;
  gap: number | null;
  method: 'greedy' | 'milp';
  seconds: number;
  /** How often the plan was changed because service recomputed said otherwise. */
  repairs: number;
}

export type RolloutNote =
  | 'backhaul-unknown'
  | 'power-unknown'
  | 'no-roads'
  | 'unserved-outside-terrain'
  | 'not-proven'
  | 'nothing-unserved'
  | 'nothing-reaches'
  | 'years-too-short'
  | 'later-holdings';

export interface RolloutFinding {
  question: RolloutQuestion;
  settings: ServiceSettings;
  demands: readonly Demand[];
  options: readonly RolloutOption[];
  plan: readonly PlannedOption[];
  /** Demands served after the plan, as service recomputed whole says. */
  served: readonly number[];
  leftOut: readonly LeftOut[];
  people: { unserved: number; reachable: number; served: number };
  costVnd: Range;
  bill: readonly OptionPart[];
  /** Sites and shared sites, today and after. */
  sharing: { before: number; after: number };
  proof: RolloutProof;
  notes: readonly RolloutNote[];
  parameters: readonly Parameter[];
  /** Spectrum that it rests on and that was held only after the pack's date, with the day; absent where it needs none. */
  laterHoldings?: readonly LaterHolding[];
}
