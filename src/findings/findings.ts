import type { Certainty, ServiceSettings, ServiceStatus } from '../coverage/service/service-types.ts';
import type { Indicator, Parameter, Range } from '../model/facts.ts';
import type { PackIdentity } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import type { ProposalFindings } from '../proposal/proposal-findings.ts';
import type { Violation } from '../radio/empirical/model.ts';
import type { SharingFinding } from '../sharing/plan/plan-types.ts';
import type { FigureLineage } from './figures.ts';
import type { SecondOpinion } from './second-opinion.ts';

/**
 * What is found of a hamlet's service. `unknown` is one that lies, or has homes, where there is no terrain to compute from;
 * `absent` says that whose service is asked about has nothing of the technology, which is no gap of any one hamlet.
 */
export type HamletStatus = ServiceStatus | 'unknown' | 'absent';

/** In the order they are listed in, what needs doing first. */
export const hamletStatuses: readonly HamletStatus[] = ['none', 'partial', 'served', 'unknown', 'absent'];

/** Hamlets and people by status; the counts add up to all. */
export interface StatusCount {
  hamlets: Record<HamletStatus, number>;
  /** People in hamlets of each status. */
  hamletPeople: Record<HamletStatus, number>;
  /** People whose own cluster is not reached, whatever their hamlet's status; null where the technology is absent. */
  peopleUnserved: number | null;
  /** People whose own cluster lies where there is no terrain: neither reached nor unreached. */
  peopleUnknown: number;
  /** Unserved of all people of whom it is known, 0..1; null where there are none, or the technology is absent. */
  unservedShare: number | null;
}

/** Whether the units have districts: those since July 2025 have none. */
export const hasDistricts = ({ districts }: Pick<Findings, 'districts'>): boolean => districts.length > 0;

/** The statuses that a legend or list of these findings tells apart: the three of service, and others where there are any. */
export const statusesIn = ({ province }: Pick<Findings, 'province'>): HamletStatus[] =>
  hamletStatuses.filter((status) => (status !== 'unknown' && status !== 'absent') || province.any.hamlets[status] > 0);

/** Whether whoever is counted has nothing of the technology, so that the numbers say nothing of gaps. */
export const isAbsent = ({ peopleUnserved }: StatusCount): boolean => peopleUnserved === null;

/** One area's sums. */
export interface AreaRow {
  code: string;
  name: string;
  kind: 'province' | 'district' | 'commune' | 'pilot' | 'interest';
  /** District code of a commune. */
  parent?: string;
  hamlets: number;
  people: number;
  households: number;
  sites: number;
  sharedSites: number;
  any: StatusCount;
  byOperator: Record<string, StatusCount>;
  withoutFibre: { hamlets: number; people: number; households: number };
}

/** What is known of one hamlet's service by one operator. */
export interface OperatorService {
  operator: string;
  status: HamletStatus;
  /** At the centre; null where no site could be received. */
  levelDbm: number | null;
  /** levelDbm − threshold. */
  marginDb: number | null;
  certainty: Certainty;
  siteId: string | null;
  cellId: string | null;
  distanceKm: number | null;
  /** At each cluster, in the hamlet's order. */
  clusterLevelDbm: (number | null)[];
  /** People whose own cluster it does not reach; null where it has nothing of the technology. */
  peopleUnserved: number | null;
}

export interface HamletFinding {
  id: string;
  name: string;
  communeCode: string;
  communeName: string;
  districtCode: string;
  districtName: string;
  position: LonLat;
  people: number;
  households: number;
  hasFibre: boolean;
  /** By any operator: each point counts the best of them. */
  status: HamletStatus;
  certainty: Certainty;
  /** At the centre, of the operator that is strongest there; a cluster may have more. */
  bestLevelDbm: number | null;
  bestOperator: string | null;
  /** Null where no operator has the technology. */
  peopleUnserved: number | null;
  /** People whose own cluster lies where there is no terrain. */
  peopleUnknown: number;
  operators: OperatorService[];
}

/** A target or claim of the article beside what the study finds. */
export interface TargetRow {
  indicator: Indicator;
  /** Null where the study can't tell. */
  found: number | null;
  /** `found` less what is stated, in the indicator's unit; null where the study can't tell. */
  difference: number | null;
  /** How the found figure comes about; tells an assumption of the synthetic pack from a result. */
  basis: 'computed' | 'input' | 'unknown';
}

/** What the article promises, or states of the day it was written. */
export type PromiseId =
  | 'signal-for-all'
  | 'fibre-in-hamlets'
  | 'sharing'
  | 'five-g'
  | 'postal-points'
  | 'local-radio'
  | 'poor-homes'
  | 'it-zone';

/** A later figure of an office, that stands beside the study's. */
export interface ReportedFigure {
  /** Of the parameter it is. */
  name: string;
  value: number;
  unit: 'share' | 'hamlets';
  date: string;
  source: string;
}

/** A promise against the study. */
export interface PromiseRow {
  id: PromiseId;
  /** Null where the article gives the aim and no figure. */
  stated: number | null;
  unit: 'share' | 'operators' | 'points' | 'communes' | 'homes' | 'ha';
  /** By when it was promised, or of when it is stated. */
  due: string;
  source: string;
  /** Null where the study can't tell; `needs` says what it would take. */
  found: number | null;
  basis: TargetRow['basis'];
  /** What the open plan makes of `found`; null where no plan touches it. */
  after: number | null;
  afterBy: 'sharing' | 'rollout' | null;
  /** The list that is needed; null where there is a figure. */
  needs: 'run-of-4g' | 'network' | 'people' | 'postal-points' | 'local-radio' | 'poor-homes' | 'it-zone' | null;
  reported: readonly ReportedFigure[];
}

/** A hamlet of a pilot commune and something it lacks. */
export interface PilotHamlet {
  hamletId: string;
  name: string;
  communeCode: string;
  communeName: string;
  people: number;
  status: HamletStatus;
  peopleUnserved: number | null;
  hasFibre: boolean;
  /** Null where nothing is missing. */
  gap: HamletRemedy['gap'] | null;
  /** Null where none is planned. */
  remedy: HamletRemedy | null;
  /** Within its commune; null where nothing is missing. */
  order: number | null;
}

/** What closes the gap of one hamlet at the least cost, where the study has planned it. */
export interface HamletRemedy {
  hamletId: string;
  gap: 'signal' | 'fibre';
  /** `none`: nothing within the rules closes it. */
  means: 'cell-on-own-site' | 'tenancy' | 'new-mast' | 'fibre' | 'wireless' | 'none';
  operator: string | null;
  /** The standing site it uses. */
  siteId: string | null;
  /** Fibre to lay. */
  lengthKm: number | null;
  peopleServed: number;
  costVnd: Range | null;
}

/** Everything a report says, as plain data. Renderers compute nothing. */
export interface Findings {
  format: 'phusong-findings';
  formatVersion: 1;
  pack: PackIdentity;
  /** Vintage of the pack's own units, where this is told by others. */
  readFrom?: string;
  appVersion: string;
  service: ServiceSettings;
  /** Where the network lies outside the ranges of the propagation model; empty for the one that follows the terrain. */
  outsideModel: readonly Violation[];
  parameters: readonly Parameter[];
  province: AreaRow;
  /** Empty where communes are the province's own, as since July 2025. */
  districts: AreaRow[];
  communes: AreaRow[];
  pilots: AreaRow[];
  interests: AreaRow[];
  hamlets: HamletFinding[];
  /** In each pilot commune, what lacks something first. */
  pilotHamlets: PilotHamlet[];
  targets: TargetRow[];
  promises: PromiseRow[];
  sharing: SharingFinding;
  /** Empty where the study has planned no closing of gaps. */
  remedies: readonly HamletRemedy[];
  /** Null where no carrier has proposed anything. */
  proposals: ProposalFindings | null;
  /** What each figure means and is made of. */
  lineage: readonly FigureLineage[];
  /** Absent where no second model was asked. */
  secondOpinion?: SecondOpinion;
}
