import type { LayerName } from '../model/pack.ts';

/** Figures of the headline. */
export type HeadlineId =
  | 'hamlets'
  | 'hamletsNoSignal'
  | 'hamletsHole'
  | 'peopleUnserved'
  | 'hamletsUnknown'
  | 'peopleUnknown'
  | 'hamletsWithoutFibre'
  | 'peopleWithoutFibre'
  | 'sites'
  | 'sharingRateD1'
  | 'sharingRateD2'
  | 'mergesNeeded'
  | 'mergesChosen'
  | 'sharingRateAfter'
  | 'consolidation'
  | 'avoidedNewBuild';

/** What the report defines; its words say what each means. */
export type Term =
  | 'served'
  | 'hole'
  | 'none'
  | 'unknown'
  | 'rsrp'
  | 'certainty'
  | 'fibre'
  | 'site'
  | 'd1'
  | 'd2'
  | 'merge'
  | 'money'
  | 'spread'
  | 'proposal';

/** A figure that a reader can follow to what it means and what it is made of. */
export type FigureId =
  | HeadlineId
  | 'consolidationSpread'
  | 'avoidedNewBuildSpread'
  | 'rent'
  | 'co2Consolidation'
  | 'co2AvoidedNewBuild'
  | 'proposalGain'
  | 'proposalCost'
  | 'proposalRate';

/** What the lists of single entries, which a figure counts or sums, are of. */
export type ListName = 'hamlets' | 'gaps' | 'withoutFibre' | 'sites' | 'merges' | 'proposedSites';

/** Where one figure comes from. */
export interface FigureLineage {
  figure: FigureId;
  terms: readonly Term[];
  /** Layers of the pack it is computed from; each has its provenance. */
  layers: readonly LayerName[];
  /** Groups of settings it depends on. */
  settings: readonly ('service' | 'sharing')[];
  /** Names of the parameters it depends on. */
  parameters: readonly string[];
  /** The list whose rows it counts or sums. */
  list: ListName | null;
}
