import type { Technology } from '../../model/site.ts';
import type { PathModelId } from '../../radio/path-model.ts';

/** What a service run assumes. Kept with its result and printed in the report. */
export interface ServiceSettings {
  technology: Technology;
  model: PathModelId;
  /** Served at this RSRP or above. */
  thresholdDbm: number;
  receiverHeightM: number;
  /** Share of locations that must be served: 50, 75, 90 or 95. */
  locationPercent: 50 | 75 | 90 | 95;
  /** Sites farther than this are not looked at. */
  maxRadiusKm: number;
  /** Whether land cover adds clutter height to a bare-earth profile. */
  clutter: boolean;
}

export const defaultServiceSettings: ServiceSettings = {
  technology: '4G',
  model: 'delta-bullington',
  thresholdDbm: -110,
  receiverHeightM: 1.5,
  locationPercent: 50,
  maxRadiusKm: 20,
  clutter: true,
};

/**
 * Service at every point for every operator; over a pack's hamlets the points are those of `hamletPoints`. Entry `point * operators.length + operator`. NaN and −1 where no site could be received.
 */
export interface ServiceResult {
  operators: readonly string[];
  /** Best RSRP in dBm at the planner's location percentage, Float64. */
  levelDbm: Float64Array;
  /** Index into the sites the run was given. */
  site: Int32Array;
  /** Index into that site's tenant's cells. */
  cell: Int32Array;
}

/** A served hamlet's centre and every cluster are reached; a hole's centre is and some cluster is not. */
export type ServiceStatus = 'served' | 'partial' | 'none';

/** How sure the verdict is, given location variability: ≥ 95 %, ≥ 75 %, less. */
export type Certainty = 'certain' | 'likely' | 'doubtful';

/** A result in which nothing is received anywhere yet. */
export const emptyServiceResult = (operators: readonly string[], points: number): ServiceResult => ({
  operators,
  levelDbm: new Float64Array(points * operators.length).fill(Number.NaN),
  site: new Int32Array(points * operators.length).fill(-1),
  cell: new Int32Array(points * operators.length).fill(-1),
});
