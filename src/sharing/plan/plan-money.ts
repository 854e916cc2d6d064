import type { Pack } from '../../model/pack.ts';
import { createMergeAccounts, sumAccounts } from '../../money/accounts.ts';
import { avoidedNewMastCo2Tonnes, avoidedNewMastVnd, consolidationVnd, neutralHostVnd } from '../../money/cases.ts';
import type { MoneyParameters } from '../../money/parameters.ts';
import { scaled, total } from '../../money/range.ts';
import { rentParts, rentPartsOverHorizon } from '../../money/rent-parts.ts';
import { monteCarloOf, tornadoOf, type Worth } from '../../money/uncertainty.ts';
import type { Merge, PartyBalance, SharingMoney, Uncertainty } from './plan-types.ts';

/** What the plan does to each party: the pack's operators first, then owners of sites and landowners. */
export const balancesOf = (
  pack: Pack,
  money: MoneyParameters,
  plan: readonly { host: number; donor: number }[],
): PartyBalance[] => {
  const accountsOf = createMergeAccounts(money);
  const sums = sumAccounts(plan.map(({ host, donor }) => accountsOf(pack.sites[host], pack.sites[donor])));
  const operators = pack.facts.operators.map(({ id }) => id).filter((id) => sums.has(id));
  const others = [...sums.keys()].filter((party) => !operators.includes(party)).sort();
  return [...operators, ...others].map((party): PartyBalance => {
    const account = sums.get(party)!;
    return { party, ...account, rentParts: rentPartsOverHorizon(money, account.tenancies) };
  });
};

/** Enough for the tenth and the ninetieth part to be steady to about one in a hundred. */
const draws = 10_000;

const uncertaintyOf = (money: MoneyParameters, worthOf: Worth, seed: string): Uncertainty => ({
  monteCarlo: monteCarloOf(money, worthOf, draws, seed),
  tornado: tornadoOf(money, worthOf),
});

/** Present value of taking down sites, given how many move 1, 2, … tenants. */
const consolidationOf =
  (sitesByTenants: ReadonlyMap<number, number>): Worth =>
  (money) =>
    total([...sitesByTenants].map(([tenants, sites]) => scaled(consolidationVnd(money, tenants), sites)));

/**
 * The money of a plan.
 *
 * @param hostTenants tenants of each of the plan's hosts when all have come
 */
export const moneyOf = (
  chosen: readonly Merge[],
  hostTenants: readonly number[],
  money: MoneyParameters,
  baseYear: number,
): SharingMoney => {
  const tenantsMoved = chosen.reduce((sum, merge) => sum + merge.operatorsMoved.length, 0);
  const sitesByTenants = new Map<number, number>();
  for (const { operatorsMoved } of chosen)
    sitesByTenants.set(operatorsMoved.length, (sitesByTenants.get(operatorsMoved.length) ?? 0) + 1);
  const avoided: Worth = (drawn) => scaled(avoidedNewMastVnd(drawn), chosen.length);
  return {
    consolidationVnd: total(chosen.map((merge) => merge.presentValueVnd)),
    avoidedNewBuildVnd: avoided(money),
    rentTransferVndPerYear: scaled(money.hostingRentVndPerYear, tenantsMoved),
    neutralHostVnd: total(hostTenants.map((tenants) => neutralHostVnd(money, tenants))),
    co2TonnesConsolidation: total(chosen.map((merge) => merge.co2Tonnes)),
    co2TonnesAvoidedNewBuild: scaled(avoidedNewMastCo2Tonnes(money, baseYear), chosen.length),
    rentParts: rentParts(money),
    consolidation: uncertaintyOf(money, consolidationOf(sitesByTenants), 'consolidation'),
    avoidedNewBuild: uncertaintyOf(money, avoided, 'avoided new build'),
  };
};
