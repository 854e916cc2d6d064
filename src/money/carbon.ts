import type { Range } from '../model/facts.ts';
import type { MoneyParameters } from './parameters.ts';
import { presentValue } from './present-value.ts';
import { exactly, plus, scaled, times } from './range.ts';

const kgPerTonne = 1000;
const kwhPerMwh = 1000;

/**
 * Tonnes of CO2 a MWh from the grid in a year: that year's announced factor, the nearest announced one outside the
 * announced years. Holding the last one counts later savings too high if the grid goes on getting cleaner.
 */
const gridFactorIn = (money: Pick<MoneyParameters, 'gridFactors'>, year: number): Range =>
  (money.gridFactors.findLast((factor) => factor.year <= year) ?? money.gridFactors[0]).tonnesPerMwh;

/**
 * Tonnes of CO2 of the auxiliary power one mast uses over the horizon, each year at its own grid factor. Tonnes are
 * added up and not discounted. Year 1 is the calendar year after `baseYear`.
 */
export const auxiliaryPowerCo2Tonnes = (money: MoneyParameters, baseYear: number): Range =>
  presentValue(
    exactly(0),
    (year) => scaled(times(money.auxiliaryKwhPerYear, gridFactorIn(money, baseYear + year)), 1 / kwhPerMwh),
    exactly(0),
    money.horizonYears,
  );

/** Tonnes of CO2 in the steel and the foundation of one new mast. */
export const newMastCo2Tonnes = (money: MoneyParameters): Range =>
  scaled(plus(times(money.mastSteelKg, money.steelCo2KgPerKg), money.foundationCo2Kg), 1 / kgPerTonne);
