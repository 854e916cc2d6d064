import type { Parameter, Range } from '../model/facts.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { scaled } from './range.ts';

/** What the cases of section "money" need, in one set of units. Yearly figures are per mast standing alone. */
export interface MoneyParameters {
  /** Share a year. */
  discountRate: Range;
  horizonYears: Range;
  /** Mast, foundation, shelter and power of a new site, without radio. */
  newMastVnd: Range;
  /** Mounts, feeders and strengthening for one tenant more on a standing mast. */
  colocationVndPerTenant: Range;
  maintenanceVndPerYear: Range;
  /** Rectifier losses, cooling and lighting. The radio's own load goes where the radio goes and is no saving. */
  auxiliaryKwhPerYear: Range;
  electricityVndPerKwh: Range;
  /** Paid to a landowner for the plot of a site. */
  groundRentVndPerYear: Range;
  /** Paid to the owner of a mast by one tenant. */
  hostingRentVndPerYear: Range;
  mastSteelKg: Range;
  steelCo2KgPerKg: Range;
  foundationCo2Kg: Range;
  /** By year, ascending; tonnes of CO2 a MWh. */
  gridFactors: readonly { year: number; tonnesPerMwh: Range }[];
}

/** Where a pack keeps its parameters; named in problems. */
const file = 'facts/parameters.json';
const monthsPerYear = 12;

/**
 * Picks what the money needs out of the table of parameters. Throws an `InputError` that lists every parameter that is
 * missing, stands in another unit, is negative, or has ends out of order.
 */
export const moneyParameters = (parameters: readonly Parameter[]): MoneyParameters => {
  const problems: Problem[] = [];
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const refuse = (place: string, value: string, rule: Problem['rule'], ruleValues: Problem['ruleValues']) =>
    problems.push({ file, place, value, rule, ruleValues: ruleValues ?? {}, severity: 'error' });

  const checked = (parameter: Parameter, unit: string, max = Number.MAX_VALUE): Range => {
    const { name, low, central, high } = parameter;
    if (parameter.unit !== unit) refuse(`${name}.unit`, parameter.unit, 'not-one-of', { allowed: unit });
    if (!(low >= 0)) refuse(`${name}.low`, String(low), 'out-of-range', { min: 0, max });
    if (!(central >= low && central <= high))
      refuse(`${name}.central`, String(central), 'out-of-range', { min: low, max: high });
    if (!(high <= max)) refuse(`${name}.high`, String(high), 'out-of-range', { min: 0, max });
    return { low, central, high };
  };
  const pick = (name: string, unit: string, max?: number): Range => {
    const parameter = byName.get(name);
    if (parameter) return checked(parameter, unit, max);
    refuse(name, '', 'missing-field', { field: name });
    return { low: 0, central: 0, high: 0 };
  };

  const money: MoneyParameters = {
    discountRate: scaled(pick('discount_rate', '%', 100), 0.01),
    horizonYears: wholeYears(pick('horizon', 'years', 100)),
    newMastVnd: pick('towerco_passive_capex', 'VND/site'),
    colocationVndPerTenant: pick('coloc_capex', 'VND/added tenant'),
    maintenanceVndPerYear: scaled(pick('site_om_passive', 'VND/month/site'), monthsPerYear),
    auxiliaryKwhPerYear: pick('site_power_avoidable_passive', 'kWh/yr/site'),
    electricityVndPerKwh: pick('electricity_tariff', 'VND/kWh'),
    groundRentVndPerYear: scaled(pick('ground_rent', 'VND/month/site'), monthsPerYear),
    hostingRentVndPerYear: scaled(pick('towerco_revenue_per_tenancy_2025', 'VND/month'), monthsPerYear),
    mastSteelKg: pick('tower_steel_mass', 'kg'),
    steelCo2KgPerKg: pick('steel_ef', 'kgCO2e/kg'),
    foundationCo2Kg: pick('foundation_co2e', 'kgCO2e'),
    gridFactors: parameters
      .flatMap((parameter) => {
        const year = /^grid_ef_(\d{4})$/.exec(parameter.name)?.[1];
        return year ? [{ year: Number(year), tonnesPerMwh: checked(parameter, 'tCO2e/MWh') }] : [];
      })
      .sort((a, b) => a.year - b.year),
  };
  if (money.gridFactors.length === 0) refuse('grid_ef_*', '', 'missing-field', { field: 'grid_ef_*' });
  if (problems.length > 0) throw new InputError(problems);
  return money;
};

/** A part of a year is not counted. */
const wholeYears = (years: Range): Range => ({
  low: Math.floor(years.low),
  central: Math.floor(years.central),
  high: Math.floor(years.high),
});
