import type { Range } from '../model/facts.ts';
import { runningVndPerYear } from '../money/cases.ts';
import type { MoneyParameters } from '../money/parameters.ts';
import { presentValue } from '../money/present-value.ts';
import { minus, scaled } from '../money/range.ts';

/** Present values in VND of a site with so many tenants; what the radio costs is the same either way and in none. */
export interface BuildCost {
  /** Built: the site, and its upkeep and auxiliary power over the horizon. */
  buildVnd: Range;
  /** On a standing site: co-location of each tenant. Rent is a transfer and stays out. */
  shareVnd: Range;
  /** What sharing saves; figures that both have in common move together, so this is no difference of the two ranges. */
  savingVnd: Range;
}

export const buildCost = (money: MoneyParameters, tenants: number): BuildCost => {
  const shareVnd = scaled(money.colocationVndPerTenant, tenants);
  const overHorizon = (now: Range): Range =>
    presentValue(now, () => runningVndPerYear(money), money.discountRate, money.horizonYears);
  return {
    buildVnd: overHorizon(money.newMastVnd),
    shareVnd,
    savingVnd: overHorizon(minus(money.newMastVnd, shareVnd)),
  };
};
