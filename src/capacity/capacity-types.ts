import type { ServiceScene } from '../coverage/service/service.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { Parameter, Range } from '../model/facts.ts';
import type { Hamlet } from '../model/hamlet.ts';
import type { BuildingType } from '../radio/building-entry.ts';

export interface CapacityQuestion {
  /** Whose network; null for every one of them, a person then having the best. */
  operator: string | null;
  /** Communes of the hamlets asked about; null for all. Every site may serve them and be heard there. */
  communeCodes: readonly string[] | null;
  /**
   * Share of the resource blocks that every cell has in use, 0 to 1; null to work it out from people and what each uses. Only
   * hamlets that are asked about use anything: over a part of a pack its edge is too quiet.
   */
  load: number | null;
  /** Layers that a device takes at once where the signal is good enough, 1 to 4. */
  layers: number;
  building: BuildingType;
  /** Of places indoors that the rate shall hold at. */
  indoorPercent: number;
}

export const defaultCapacityQuestion: CapacityQuestion = {
  operator: null,
  communeCodes: null,
  load: null,
  layers: 2,
  building: 'traditional',
  indoorPercent: 50,
};

/** What a capacity run looks at. Plain data: it crosses to workers. */
export interface CapacityScene extends Omit<ServiceScene, 'points'> {
  hamlets: readonly Hamlet[];
  parameters: readonly Parameter[];
  settings: ServiceSettings;
}

/** A cell as an operator's network has it. */
export interface NetworkCell {
  id: string;
  siteId: string;
  operator: string;
  band: string;
  frequencyMHz: number;
  bandwidthMHz: number;
  resourceBlocks: number;
  spacingKHz: 15 | 30;
  /** Share of the time that goes to the downlink: 1 where it has a band of its own. */
  downlinkShare: number;
}

/** What a device at a place receives of one operator. */
export interface Received {
  /** Index of the strongest cell. */
  server: number;
  rsrpDbm: number;
  /** Cells of the server's band, by index, and what arrives of each, the server left out. */
  others: readonly { cell: number; rsrpDbm: number }[];
}

/** A place of a hamlet: its centre (nobody lives in it) or a cluster. */
export interface CapacityPlace {
  /** Index into the scene's hamlets. */
  hamlet: number;
  place: 'centre' | number;
  people: number;
  /** By operator, in the scene's order; null where nothing arrives. */
  received: readonly (Received | null)[];
}

/** What a device gets of one operator at a place. */
export interface PlaceRate {
  cell: number;
  rsrpDbm: number;
  rsrqDb: number;
  sinrDb: number;
  /** Mbit/s where all of the cell's resource blocks are this device's. */
  downMbps: number;
  upMbps: number;
  indoorDownMbps: number;
}

export interface CellLoad {
  cell: number;
  /** People who are served by it; those whom several operators reach are divided among these by the rate each gives. */
  people: number;
  /** Mbit/s that they use in the busy hour. */
  demandMbps: number;
  /** Mbit/s that it carries to them: each rate by what is used at it. */
  capacityMbps: number;
  /** Demand by capacity; above 1 it overflows. */
  load: number;
  /** Carriers like it that would carry the demand. */
  carriers: number;
}

/** Rates that people are counted by, Mbit/s. */
export const rateSteps = [5, 25, 100] as const;

/** People who get at least each of the rates. */
export interface RateCount {
  outdoors: readonly number[];
  indoors: readonly number[];
}

export interface CapacityFinding {
  question: CapacityQuestion;
  settings: ServiceSettings;
  people: number;
  /** Of the best operator at each place. */
  any: RateCount;
  byOperator: Readonly<Record<string, RateCount>>;
  cells: readonly NetworkCell[];
  loads: readonly CellLoad[];
  overflowing: number;
  hamlets: readonly HamletRate[];
  /** Mbit/s a head in the busy hour, as the parameters have it. */
  demandKbpsPerHead: Range;
  notes: readonly CapacityNote[];
  parameters: readonly Parameter[];
}

/** What the centre of a hamlet gets of its best operator, and its people by rate. */
export interface HamletRate {
  hamletId: string;
  name: string;
  communeCode: string;
  position: readonly [number, number];
  people: number;
  operator: string | null;
  cellId: string | null;
  rsrpDbm: number | null;
  rsrqDb: number | null;
  sinrDb: number | null;
  downMbps: number;
  upMbps: number;
  indoorDownMbps: number;
  /** People who get at least each of `rateSteps` outdoors. */
  peopleByRate: readonly number[];
}

export type CapacityNote = 'no-second-cell' | 'overflows' | 'edge-is-quiet' | 'technology-absent' | 'demand-assumed';
