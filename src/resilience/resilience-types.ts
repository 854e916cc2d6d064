import type { ServiceScene } from '../coverage/service/service.ts';
import type { ServiceSettings, ServiceStatus } from '../coverage/service/service-types.ts';
import type { Parameter, Range } from '../model/facts.ts';
import type { Hamlet } from '../model/hamlet.ts';
import type { Commune, LonLat } from '../model/place.ts';

/** A site and what it is fed by: another site, or a fibre node. */
export interface BackhaulLink {
  siteId: string;
  parentId: string;
}

export interface ResilienceQuestion {
  /** Whose service; null for any operator's. */
  operator: string | null;
  /** Communes of the hamlets asked about; null for all. Every site may serve them. */
  communeCodes: readonly string[] | null;
  /** How long a site lasts without the grid; after it every site of a commune is off. */
  batteryHours: number;
  /** What is known of backhaul. A pack does not tell which site feeds which. */
  backhaul: readonly BackhaulLink[];
}

/** What a resilience run looks at. Plain data: it crosses to workers. */
export interface ResilienceScene extends Omit<ServiceScene, 'points'> {
  hamlets: readonly Hamlet[];
  communes: readonly Pick<Commune, 'code' | 'name' | 'districtName'>[];
  parameters: readonly Parameter[];
  settings: ServiceSettings;
}

/** Sites are counted up to here at one point; more are told as at least so many. */
export const countedSites = 4;

/** How a hamlet that hangs by one site would get a second. */
export interface SecondThread {
  /**
   * A cell on a standing site, where its operator is a tenant or becomes one; or a mast that is still to be placed.
   * Each cell is tried over the terrain at every place that hangs by one site.
   */
  means: 'cell-on-own-site' | 'tenancy' | 'new-mast';
  operator: string;
  siteId: string | null;
  distanceKm: number | null;
  /** The weakest level it would give at those places. */
  levelDbm: number | null;
  /** Mounts and feeder on a standing site, without the radio; a whole station where a mast is built. */
  costVnd: Range;
}

export interface HamletThreads {
  hamletId: string;
  name: string;
  communeCode: string;
  position: LonLat;
  people: number;
  status: ServiceStatus;
  /** Sites that reach the centre, at most `countedSites`. */
  sites: number;
  /** There may be more than `sites`. */
  isAtLeast: boolean;
  /** The site whose loss takes the centre's service; null where there is none or another one stands by. */
  hangsOn: string | null;
  /** People whose homes are reached by one site only. */
  peopleOnOneSite: number;
  /** Null where nobody and nothing hangs by one site. */
  second: SecondThread | null;
}

/** What one failure takes. */
export interface Failure {
  kind: 'site' | 'backhaul' | 'grid';
  /** The site; what its chain hangs on; or the commune. */
  id: string;
  name: string;
  /** Sites that fall. */
  sites: number;
  /** People whose own homes no site reaches any more. */
  people: number;
  /** Hamlets whose centre is reached today and no more. */
  hamletIds: readonly string[];
  /** Hamlets whose centre stays, while some of its homes are lost. */
  partHamletIds: readonly string[];
}

/** What is not known, and what was taken instead. */
export type ResilienceNote = 'backhaul-unknown' | 'backhaul-partly' | 'own-power-unknown';

export interface ResilienceFinding {
  question: ResilienceQuestion;
  settings: ServiceSettings;
  people: number;
  /** People by the number of sites that reach their homes: 0, 1, … and at least `countedSites`. */
  peopleBySites: readonly number[];
  hamletsBySites: readonly number[];
  hamlets: readonly HamletThreads[];
  /** Failures that take something, worst first within each kind. */
  failures: readonly Failure[];
  notes: readonly ResilienceNote[];
  parameters: readonly Parameter[];
}
