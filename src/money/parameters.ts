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

export type MoneyFigure = Exclude<keyof MoneyParameters, 'gridFactors'>;

const monthsPerYear = 12;

/** Where each figure stands in the table of parameters: its row, the unit it must have there, the factor to ours. */
export const moneyFigures: Readonly<
  Record<MoneyFigure, { name: string; unit: string; max?: number; factor?: number }>
> = {
  discountRate: { name: 'discount_rate', unit: '%', max: 100, factor: 0.01 },
  horizonYears: { name: 'horizon', unit: 'years', max: 100 },
  newMastVnd: { name: 'towerco_passive_capex', unit: 'VND/site' },
  colocationVndPerTenant: { name: 'coloc_capex', unit: 'VND/added tenant' },
  maintenanceVndPerYear: { name: 'site_om_passive', unit: 'VND/month/site', factor: monthsPerYear },
  auxiliaryKwhPerYear: { name: 'site_power_avoidable_passive', unit: 'kWh/yr/site' },
  electricityVndPerKwh: { name: 'electricity_tariff', unit: 'VND/kWh' },
  groundRentVndPerYear: { name: 'ground_rent', unit: 'VND/month/site', factor: monthsPerYear },
  hostingRentVndPerYear: { name: 'towerco_revenue_per_tenancy_2025', unit: 'VND/month', factor: monthsPerYear },
  mastSteelKg: { name: 'tower_steel_mass', unit: 'kg' },
  steelCo2KgPerKg: { name: 'steel_ef', unit: 'kgCO2e/kg' },
  foundationCo2Kg: { name: 'foundation_co2e', unit: 'kgCO2e' },
};

const gridFactorName = /^grid_ef_(\d{4})$/;

/** Emissions of the grid, a row a year. */
export const isGridFactor = (name: string): boolean => gridFactorName.test(name);

/** Rows without which no money can be worked out. */
export const neededParameters: readonly string[] = Object.values(moneyFigures).map(({ name }) => name);

/** Whether a row of the table goes into any figure of money or CO2. */
export const isMoneyParameter = (name: string): boolean =>
  gridFactorName.test(name) || Object.values(moneyFigures).some((figure) => figure.name === name);

const gridFactorUnit = 'tCO2e/MWh';

/** The unit that money or CO2 needs a row of the table in; null where neither takes it. */
export const moneyUnitOf = (name: string): string | null =>
  gridFactorName.test(name)
    ? gridFactorUnit
    : (Object.values(moneyFigures).find((figure) => figure.name === name)?.unit ?? null);

/** The most a row of the table may say; anything where it has no bound. */
export const mostOf = (name: string): number =>
  Object.values(moneyFigures).find((figure) => figure.name === name)?.max ?? Number.MAX_VALUE;

/** Where a pack keeps its parameters; named in problems. */
const file = 'facts/parameters.json';

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

  const figure = (id: MoneyFigure): Range => {
    const { name, unit, max, factor = 1 } = moneyFigures[id];
    return scaled(pick(name, unit, max), factor);
  };
  const money: MoneyParameters = {
    discountRate: figure('discountRate'),
    horizonYears: wholeYears(figure('horizonYears')),
    newMastVnd: figure('newMastVnd'),
    colocationVndPerTenant: figure('colocationVndPerTenant'),
    maintenanceVndPerYear: figure('maintenanceVndPerYear'),
    auxiliaryKwhPerYear: figure('auxiliaryKwhPerYear'),
    electricityVndPerKwh: figure('electricityVndPerKwh'),
    groundRentVndPerYear: figure('groundRentVndPerYear'),
    hostingRentVndPerYear: figure('hostingRentVndPerYear'),
    mastSteelKg: figure('mastSteelKg'),
    steelCo2KgPerKg: figure('steelCo2KgPerKg'),
    foundationCo2Kg: figure('foundationCo2Kg'),
    gridFactors: parameters
      .flatMap((parameter) => {
        const year = gridFactorName.exec(parameter.name)?.[1];
        return year ? [{ year: Number(year), tonnesPerMwh: checked(parameter, gridFactorUnit) }] : [];
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
