import type { Range } from '../model/facts.ts';
import { auxiliaryPowerCo2Tonnes, newMastCo2Tonnes } from './carbon.ts';
import type { MoneyParameters } from './parameters.ts';
import { presentValue } from './present-value.ts';
import { exactly, minus, plus, scaled, times } from './range.ts';

/** Upkeep and auxiliary power of one mast in a year, in VND. The radio's power moves with the radio and is not in it. */
export const runningVndPerYear = (money: MoneyParameters): Range =>
  plus(money.maintenanceVndPerYear, times(money.auxiliaryKwhPerYear, money.electricityVndPerKwh));

/**
 * Present value in VND of taking one standing mast down and moving its tenants to another: the mast's running cost for
 * every year of the horizon, less co-location of each tenant at year 0. What the mast once cost is sunk and not in it.
 * Rent is a transfer and not in it either: not rent between operators, and not ground rent, which the landowner loses as
 * the operator keeps it (if the plot had another use of the same worth, society would save that too; leaving it out is the
 * careful side). Not in it for want of a sourced figure: the work of taking a mast down, and the worth of its scrap.
 */
export const consolidationVnd = (money: MoneyParameters, tenantsMoved: number): Range =>
  presentValue(
    scaled(money.colocationVndPerTenant, -tenantsMoved),
    () => runningVndPerYear(money),
    money.discountRate,
    money.horizonYears,
  );

/**
 * Present value in VND of a planned site of one operator going onto a standing mast instead of its own: the passive part
 * of a new site (its radio is bought either way) less one co-location at year 0, and the new mast's running cost for
 * every year of the horizon. Rent is out, as above. At ordinary cost: the extra cost of a mountain site is not in it.
 */
export const avoidedNewMastVnd = (money: MoneyParameters): Range =>
  presentValue(
    minus(money.newMastVnd, money.colocationVndPerTenant),
    () => runningVndPerYear(money),
    money.discountRate,
    money.horizonYears,
  );

/**
 * Present value in VND, to a neutral company that holds one mast, of the rent of its tenants less the mast's running cost
 * and ground rent: the most it could pay its present owner and lose nothing. What the company gains its tenants pay, so
 * this is no saving to society, and never adds up with one.
 */
export const neutralHostVnd = (money: MoneyParameters, tenants: number): Range =>
  presentValue(
    exactly(0),
    () =>
      minus(scaled(money.hostingRentVndPerYear, tenants), plus(runningVndPerYear(money), money.groundRentVndPerYear)),
    money.discountRate,
    money.horizonYears,
  );

/** Tonnes of CO2 over the horizon from one standing mast taken down; its steel and concrete are already made. */
export const consolidationCo2Tonnes = (money: MoneyParameters, baseYear: number): Range =>
  auxiliaryPowerCo2Tonnes(money, baseYear);

/** Tonnes of CO2 over the horizon from one mast not built: auxiliary power, steel and concrete. */
export const avoidedNewMastCo2Tonnes = (money: MoneyParameters, baseYear: number): Range =>
  plus(auxiliaryPowerCo2Tonnes(money, baseYear), newMastCo2Tonnes(money));
