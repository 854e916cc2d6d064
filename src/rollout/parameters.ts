import type { Parameter, Range } from '../model/facts.ts';
import { InputError, type Problem } from '../model/problem.ts';

/** Rows of the table that a rollout takes, with the unit each must have there. */
export const rolloutRows = {
  mast15Vnd: ['mast_15', 'VND/mast'],
  mast30Vnd: ['mast_30', 'VND/mast'],
  mast42Vnd: ['mast_42', 'VND/mast'],
  mountain: ['mountain_passive_capex_multiplier', 'x'],
  addedTenantVnd: ['coloc_capex', 'VND/added tenant'],
  basebandVnd: ['radio_baseband', 'VND/base station'],
  sectorVnd: ['radio_sector', 'VND/sector'],
  addedCarrierVnd: ['added_carrier', 'VND/base station'],
  retuneVnd: ['retune_visit', 'VND/visit'],
  smallSiteVnd: ['small_site', 'VND/site'],
  hopVnd: ['microwave_hop', 'VND/hop'],
  reach7Km: ['microwave_reach_7', 'km'],
  reach15Km: ['microwave_reach_15', 'km'],
  reach23Km: ['microwave_reach_23', 'km'],
  kFactor: ['microwave_k', '-'],
  gridVndPerKm: ['grid_line', 'VND/km'],
  solarVnd: ['solar_site', 'VND/site'],
  smallSolarVnd: ['solar_small', 'VND/site'],
  batteryVnd: ['battery_bank', 'VND/site'],
  terminalVnd: ['satellite_terminal', 'VND/terminal'],
  subscriptionVndPerMonth: ['satellite_subscription', 'VND/month/terminal'],
  wifiVnd: ['community_wifi', 'VND/hamlet'],
  discountPercent: ['discount_rate', '%'],
  horizonYears: ['horizon', 'years'],
} as const;

export type RolloutParameters = Record<keyof typeof rolloutRows, Range>;

/** Where a pack keeps its parameters; named in problems. */
const file = 'facts/parameters.json';

/** @throws InputError that lists every row that is missing, stands in another unit or has figures that can't be */
export const rolloutParameters = (parameters: readonly Parameter[]): RolloutParameters => {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const problems: Problem[] = [];
  const refuse = (place: string, value: string, rule: Problem['rule'], ruleValues: Problem['ruleValues'] = {}) =>
    problems.push({ file, place, value, rule, ruleValues, severity: 'error' });
  const pick = ([name, unit]: readonly [string, string]): Range => {
    const row = byName.get(name);
    if (!row) {
      refuse(name, '', 'missing-field', { field: name });
      return { low: 0, central: 0, high: 0 };
    }
    const { low, central, high } = row;
    if (row.unit !== unit) refuse(`${name}.unit`, row.unit, 'not-one-of', { allowed: unit });
    if (!(low >= 0)) refuse(`${name}.low`, String(low), 'out-of-range', { min: 0 });
    if (!(central >= low && central <= high))
      refuse(`${name}.central`, String(central), 'out-of-range', { min: low, max: high });
    return { low, central, high };
  };
  const picked = Object.fromEntries(
    Object.entries(rolloutRows).map(([figure, row]) => [figure, pick(row)]),
  ) as RolloutParameters;
  if (problems.length > 0) throw new InputError(problems);
  return picked;
};
