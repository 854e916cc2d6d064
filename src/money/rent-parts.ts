import type { Range } from '../model/facts.ts';
import type { MoneyParameters } from './parameters.ts';
import { minus, times, total } from './range.ts';

/**
 * What one year's rent of one tenancy is made of, by the parts that TT 07/2024/TT-BTTTT has a price of passive
 * infrastructure built from. All VND a year.
 */
export interface RentParts {
  rentVnd: Range;
  /** The mast's cost in equal parts over the horizon. */
  depreciationVnd: Range;
  /** Auxiliary power. */
  operationVnd: Range;
  maintenanceVnd: Range;
  /** Ground rent. */
  otherVnd: Range;
  /** What the rent leaves after the four; below zero where it does not cover them. */
  profitVnd: Range;
}

/**
 * The parts for a mast with this one tenant, who alone bears its cost: the dearest case. The owner's real books are not
 * known, so depreciation, power, upkeep and ground rent are the parameters' and profit is what is left.
 */
export const rentParts = (money: MoneyParameters): RentParts => {
  const { low, central, high } = money.horizonYears;
  const perYear = { low: 1 / Math.max(1, high), central: 1 / Math.max(1, central), high: 1 / Math.max(1, low) };
  const depreciationVnd = times(money.newMastVnd, perYear);
  const operationVnd = times(money.auxiliaryKwhPerYear, money.electricityVndPerKwh);
  const costs = [depreciationVnd, operationVnd, money.maintenanceVndPerYear, money.groundRentVndPerYear];
  return {
    rentVnd: money.hostingRentVndPerYear,
    depreciationVnd,
    operationVnd,
    maintenanceVnd: money.maintenanceVndPerYear,
    otherVnd: money.groundRentVndPerYear,
    profitVnd: minus(money.hostingRentVndPerYear, total(costs)),
  };
};
