import type { Parameter, Range } from '../model/facts.ts';
import type { Hamlet } from '../model/hamlet.ts';
import type { LonLat } from '../model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../model/raster.ts';
import type { Site } from '../model/site.ts';
import type { BuildChoice } from './graph/laying-cost.ts';
import type { CableKind } from './parameters.ts';

/** A place where fibre is lit: a node of the pack, or a site that is said to have it. */
export interface LitPlace {
  id: string;
  position: LonLat;
}

/** What a fibre plan looks at. Plain data: it crosses to workers. */
export interface FibreScene {
  terrain: TerrainRaster;
  landCover: LandCoverRaster;
  /** Heights are of a surface, which has roofs and treetops already. */
  isSurface: boolean;
  hamlets: readonly Hamlet[];
  lit: readonly LitPlace[];
  roads: readonly (readonly (readonly number[])[])[];
  /** Masts that fixed wireless may be served from. */
  sites: readonly Site[];
  parameters: readonly Parameter[];
}

export const orderings = ['homes', 'people'] as const;
export type Ordering = (typeof orderings)[number];

export interface FibreQuestion {
  /** Only hamlets of these communes; all of them for null. */
  communeCodes: readonly string[] | null;
  build: BuildChoice;
  /** Grid of the open country: 10 is 142 m a cell at 21.6° N, 11 half of it. */
  zoom: number;
  /** What the building order brings soonest for its money. */
  orderBy: Ordering;
  /** Poor homes by hamlet, where a list of them is at hand. */
  poorHomes: Readonly<Record<string, number>>;
}

export const defaultFibreQuestion: FibreQuestion = {
  communeCodes: null,
  build: 'aerial',
  zoom: 10,
  orderBy: 'homes',
  poorHomes: {},
};

/** Where a cable runs: beside a road, or over open country. */
export type Way = 'road' | 'country';

/** A stretch of the tree between two places where it branches, ends, changes its kind or leaves a road. */
export interface FibreSegment {
  /** Numbered in building order. */
  id: string;
  /** The segment it hangs on; null where it starts at a lit place. */
  parent: string | null;
  /** The lit place it starts at; null where it hangs on another segment. */
  litId: string | null;
  /** The hamlet it ends at; null at a branch or a change of kind. */
  hamletId: string | null;
  kind: CableKind;
  way: Way;
  km: number;
  /** Of these over water, through forest, and over ground of unknown height. */
  waterKm: number;
  forestKm: number;
  unknownKm: number;
  costVnd: Range;
  /** Homes of all hamlets that hang on it. */
  homesBehind: number;
  line: readonly LonLat[];
}

/** Whether a hamlet could be served by radio from a lit mast, and at what price. */
export interface WirelessOption {
  /** Unknown where no mast is known to be lit, or the terrain on the way is not known. */
  sight: 'clear' | 'blocked' | 'unknown';
  /** The mast that sees it; of those that don't, the one that sees most of its people. */
  siteId: string | null;
  distanceKm: number | null;
  /** Share of its people in sight of that mast, 0..1; null where unknown. */
  peopleInSight: number | null;
  /** Sectors and units for all homes; null where not all are in sight. */
  costVnd: Range | null;
}

/** A hamlet that the tree joins. */
export interface FibreHamlet {
  id: string;
  name: string;
  communeCode: string;
  position: LonLat;
  homes: number;
  people: number;
  /** Null where no list of them is at hand. */
  poorHomes: number | null;
  /** Its part of all segments on the way to it, each shared by homes among the hamlets behind it. */
  share: { km: number; costVnd: Range };
  /** Which hamlet in the building order, counted from 1. */
  order: number;
  /** What is built when its turn comes. */
  added: { km: number; costVnd: Range };
  /** Along the cable from the lit place it hangs on. */
  distanceKm: number;
  litId: string;
  wireless: WirelessOption;
}

export type UnreachedReason = 'outside-terrain' | 'no-way';

/** A branch of the tree whose hamlets radio serves for less, homes' equipment counted on both sides. */
export interface WirelessBranch {
  /** The segment the branch begins with. */
  segmentId: string;
  hamletIds: readonly string[];
  homes: number;
  fibreVnd: Range;
  wirelessVnd: Range;
  /** Even the dearest radio costs less than the cheapest fibre. */
  isCertain: boolean;
}

/** Quantities to order. */
export interface FibreBill {
  aerialKm: number;
  buriedKm: number;
  roadKm: number;
  countryKm: number;
  /** Along all aerial cable, those that stand there already for power among them. */
  poles: Range;
  /** One at each branch and each joint of two drums. */
  closures: Range;
  hamletNodes: number;
  homes: number;
  cableVnd: Range;
  /** Into every home, with its equipment: not part of the tree. */
  homesVnd: Range;
}

/** How near to the cheapest the tree is proven to be, at central costs. */
export interface FibreProof {
  costVnd: number;
  boundVnd: number;
  /** What dual ascent over the whole graph says alone, before hamlets were settled group by group. */
  dualAscentVnd: number;
  /** (cost − bound) / bound. */
  gap: number;
  /** Groups of hamlets settled by themselves, and how many of them are proven the cheapest. */
  parts: number;
  exactParts: number;
  largestPart: number;
}

export type FibreNote = 'no-roads' | 'unknown-terrain' | 'lit-outside-terrain' | 'wireless-unknown' | 'bound-at-edge';

export interface FibreFinding {
  question: FibreQuestion;
  cellM: number;
  proof: FibreProof;
  bill: FibreBill;
  segments: FibreSegment[];
  hamlets: FibreHamlet[];
  unreached: { hamletId: string; reason: UnreachedReason }[];
  wireless: {
    /** Masts taken to be lit, by being so near to a lit place. */
    litSites: number;
    withinM: number;
    branches: WirelessBranch[];
    /** The tree without those branches and radio for them, homes' equipment counted; at most, since a tree for fewer is cheaper. */
    mixedVnd: Range;
    /** The tree and the equipment of all homes. */
    fibreOnlyVnd: Range;
  };
  notes: FibreNote[];
  /** Rows of the pack's parameters it was computed with. */
  parameters: readonly Parameter[];
}
