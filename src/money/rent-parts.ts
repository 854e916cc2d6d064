import type { Range } from '../model/facts.ts';
import type { MoneyParameters } from './parameters.ts';
import { presentValue } from './present-value.ts';
import { exactly, minus, scaled, times, total } from './range.ts';

/**
 * What one year's rent of one tenancy is made of, by the parts that TT 07/2024/TT-BTTTT has a price of passive
 * infrastructure built from. All VND: a year's, or the present value of many.
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

/** Present value over the horizon of so many tenancies' rent, part by part; for fewer than none, of what is paid. */
export const rentPartsOverHorizon = (money: MoneyParameters, tenancies: number): RentParts => {
  const ofAll = (perYear: Range): Range =>
    scaled(
      presentValue(exactly(0), () => perYear, money.discountRate, money.horizonYears),
      tenancies,
    );
  const { rentVnd, depreciationVnd, operationVnd, maintenanceVnd, otherVnd, profitVnd } = rentParts(money);
  return {
    rentVnd: ofAll(rentVnd),
    depreciationVnd: ofAll(depreciationVnd),
    operationVnd: ofAll(operationVnd),
    maintenanceVnd: ofAll(maintenanceVnd),
    otherVnd: ofAll(otherVnd),
    profitVnd: ofAll(profitVnd),
  };
};
