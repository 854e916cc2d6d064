import type { Grid } from '../../model/raster.ts';
import type { Technology } from '../../model/site.ts';
import type { Violation } from '../../radio/empirical/model.ts';
import type { PathModelId } from '../../radio/path-model.ts';
import type { ServiceScene } from '../service/service.ts';

/** What a coverage run assumes. Kept with its result. */
export interface CoverageSettings {
  technology: Technology;
  model: PathModelId;
  /** Zoom of the grid: 12 (35.5 m a cell at 21.6° N) as a rule, 11 (71 m) while dragging. */
  zoom: number;
  /** Cells farther from a site than this are not looked at. */
  radiusKm: number;
  receiverHeightM: number;
  /** Share of locations that must be reached: 50, 75, 90 or 95. */
  locationPercent: 50 | 75 | 90 | 95;
  /** Whether land cover adds clutter height to a bare-earth profile. */
  clutter: boolean;
}

export const defaultCoverageSettings: CoverageSettings = {
  technology: '4G',
  model: 'delta-bullington',
  zoom: 12,
  radiusKm: 15,
  receiverHeightM: 1.5,
  locationPercent: 50,
  clutter: true,
};

/** What a coverage run looks at. Plain data: it crosses to workers. */
export type CoverageScene = Omit<ServiceScene, 'points'>;

/** A cell that serves somewhere in a layer. */
export interface Server {
  /** Index into the scene's sites. */
  site: number;
  /** Index into the cells of the operator's tenant there. */
  cell: number;
}

/** In `levelTenthsDbm`: nothing is received here. */
export const NO_SIGNAL = -32768;
/** Levels below this are no signal: RSRP is reported down to here, 3GPP TS 36.133 §9.1.4, dBm. */
export const weakestDbm = -140;
/** In `server`: nobody serves here. */
export const NO_SERVER = 65535;

/** Best server of one operator, cell by cell of the grid, row by row from the north-west. */
export interface CoverageLayer {
  operator: string;
  technology: Technology;
  /** Best RSRP in tenths of dBm; `NO_SIGNAL` where none. */
  levelTenthsDbm: Int16Array;
  /** Index into `servers`; `NO_SERVER` where none. */
  server: Uint16Array;
  servers: readonly Server[];
}

export interface CoverageResult {
  grid: Grid;
  settings: CoverageSettings;
  layers: readonly CoverageLayer[];
  /** Sites that stand outside the DEM and take no part, as indexes into the scene's sites. */
  outsideDem: readonly number[];
  /** Where the network lies outside the model's ranges. */
  outsideModel: readonly Violation[];
  /** Workers that died and were replaced during the run; the result is whole all the same. */
  restarts: number;
}
