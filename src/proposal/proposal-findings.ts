import type { Range } from '../model/facts.ts';
import type { LonLat } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Structure } from '../model/site.ts';
import type { SharingRate } from '../sharing/plan/plan-types.ts';

/** What a site would add: people in components reached for the first time, and hamlets that change for the better. */
export interface Gain {
  people: number;
  /** Hamlets that would be served in full and are not today. */
  hamletsServed: number;
  /** Hamlets whose centre would be reached and is not today. */
  hamletsReached: number;
}

/** Whether a proposed site's tenants can go onto a standing site near enough, and if not by which rule. */
export type Fit = 'fits' | 'needs-survey' | 'same-operator' | 'too-many-tenants' | 'no-room';

/** A standing site within the distance at which the rules ask for sharing. */
export interface NearbySite {
  siteId: string;
  owner: string;
  operators: readonly string[];
  distanceM: number;
  limitM: number;
  fit: Fit;
  /** Of the people newly served from the new site, those served as well from here; null where its tenants can't hang here. */
  keptPeople: number | null;
  /** Of the centres of hamlets newly served from the new site, those served as well from here; null as above. */
  keptCentres: number | null;
  /** Whether every home and every centre the new site would newly serve is served from here. */
  keepsAll: boolean;
}

/**
 * `share`: a standing site near enough has room and serves as well. `build`: somebody gains and no such site is there.
 * `no-gain`: nobody would be newly served; whether capacity asks for it is not computed.
 */
export const verdicts = ['share', 'build', 'no-gain'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a verdict is as it is. Values are ids, metres, people, centres of hamlets. */
export type Reason =
  | { id: 'mast-serves-as-well'; siteId: string; distanceM: number; limitM: number }
  | { id: 'survey-first'; siteId: string }
  | {
      id: 'near-mast-loses';
      siteId: string;
      distanceM: number;
      keptPeople: number;
      people: number;
      keptCentres: number;
      centres: number;
    }
  | { id: 'near-mast-full'; siteId: string; distanceM: number; fit: 'too-many-tenants' | 'no-room' }
  | { id: 'own-mast-near'; siteId: string; distanceM: number; limitM: number }
  | { id: 'no-mast-near'; siteId: string; distanceM: number }
  | { id: 'no-mast' }
  | { id: 'adds-people'; people: number }
  | { id: 'adds-centres'; centres: number }
  | { id: 'adds-nobody' }
  | { id: 'host-taken'; siteId: string }
  | { id: 'no-carrier'; technology: string };

export interface SiteAssessment {
  id: string;
  position: LonLat;
  communeCode: string;
  communeName: string;
  operators: readonly string[];
  structure: Structure;
  heightM: number;
  /** People its carriers would reach, served already or not. */
  reachedPeople: number;
  /** Of those, people who have signal today from the same operator, and from any. */
  overlap: { own: number; any: number };
  gain: { own: Gain; any: Gain };
  /** The nearest standing site, however far. */
  nearest: { siteId: string; distanceM: number } | null;
  near: readonly NearbySite[];
  rate: { asBuilt: SharingRate; ifShared: SharingRate | null };
  /** Present values over the horizon; the radio is bought either way and in none of them. */
  cost: { buildVnd: Range; shareVnd: Range; savingVnd: Range };
  verdict: Verdict;
  /** The standing site to share, where that is the verdict. */
  hostId: string | null;
  reasons: readonly Reason[];
}

/** A site by the file that proposes it. */
export interface ProposedSiteKey {
  file: string;
  id: string;
}

/** Two proposed sites of different operators near enough that one would do. */
export interface JointSite {
  host: ProposedSiteKey;
  donor: ProposedSiteKey;
  operators: readonly string[];
  distanceM: number;
  limitM: number;
  needsSurvey: boolean;
  /** People the donor one would newly serve, and those of them still served from the host. */
  people: number;
  keptPeople: number;
  savingVnd: Range;
}

export interface Totals {
  proposedSites: number;
  byVerdict: Record<Verdict, number>;
  /** Of all sites together: nobody is counted twice. */
  gain: { own: Gain; any: Gain };
  buildVnd: Range;
  /** With the sites shared that can be, one after the other; sites nobody gains by are counted as built. */
  adviceVnd: Range;
  rate: { asBuilt: SharingRate; asAdvised: SharingRate };
}

/** A carrier's file as it was assessed. */
export interface FileAssessment {
  file: string;
  /** SHA-256 of the file. */
  checksum: string;
  /** Rows of the file, those left out included. */
  rows: number;
  proposedSites: readonly SiteAssessment[];
  problems: readonly Problem[];
  totals: Totals;
}

/** Carriers' proposals as they were assessed: file by file, sites they should share, and all of them together. */
export interface ProposalFindings {
  files: readonly FileAssessment[];
  joint: readonly JointSite[];
  /** Over all files together. */
  totals: Totals;
}
