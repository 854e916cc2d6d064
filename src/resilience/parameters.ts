import type { Parameter, Range } from '../model/facts.ts';
import { InputError } from '../model/problem.ts';

/** Rows of the table that a resilience run takes. */
export const resilienceRows = ['site_battery_hours', 'coloc_capex', 'bts_full_build'] as const;

export interface ResilienceParameters {
  batteryHours: Range;
  /** Mounts and feeder of one more tenant on a standing mast. */
  addedTenantVnd: Range;
  /** A whole station with its mast. */
  stationVnd: Range;
}

/** @throws InputError that lists every row that is missing */
export const resilienceParameters = (parameters: readonly Parameter[]): ResilienceParameters => {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const missing = resilienceRows.filter((name) => !byName.has(name));
  if (missing.length > 0) {
    throw new InputError(
      missing.map((field) => ({
        file: 'facts/parameters.json',
        place: field,
        value: '',
        rule: 'missing-field',
        ruleValues: { field },
        severity: 'error',
      })),
    );
  }
  const pick = (name: (typeof resilienceRows)[number]): Range => {
    const { low, central, high } = byName.get(name)!;
    return { low, central, high };
  };
  return {
    batteryHours: pick('site_battery_hours'),
    addedTenantVnd: pick('coloc_capex'),
    stationVnd: pick('bts_full_build'),
  };
};
