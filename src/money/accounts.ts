import type { Range } from '../model/facts.ts';
import type { Site } from '../model/site.ts';
import { runningVndPerYear } from './cases.ts';
import type { MoneyParameters } from './parameters.ts';
import { presentValue } from './present-value.ts';
import { exactly, plus, scaled } from './range.ts';

/** Who receives ground rent; no operator and no owner of masts. */
export const landowners = 'landowners';

/** What a merge does to each party at present value, VND: what it saves and spends itself, and what changes hands. */
export interface PartyAccount {
  /** Upkeep and power no longer paid, less co-location paid. */
  ownVnd: Range;
  /** Rent received more, less rent paid more. Over all parties these sum to zero. */
  rentVnd: Range;
  /** Tenancies it is paid rent for more, less those it pays for more. Over all parties these sum to zero. */
  tenancies: number;
  /** Of the rent, that of the ground: received, or no longer paid. */
  groundRentVnd: Range;
}

const nothing: PartyAccount = { ownVnd: exactly(0), rentVnd: exactly(0), tenancies: 0, groundRentVnd: exactly(0) };

const sumOf = (a: PartyAccount, b: PartyAccount): PartyAccount => ({
  ownVnd: plus(a.ownVnd, b.ownVnd),
  rentVnd: plus(a.rentVnd, b.rentVnd),
  tenancies: a.tenancies + b.tenancies,
  groundRentVnd: plus(a.groundRentVnd, b.groundRentVnd),
});

type Masts = Pick<Site, 'owner' | 'tenants'>;

/**
 * Gives the accounts of one merge by party: operators, owners of masts, landowners. Each donor tenant pays its co-location
 * and, to the host's owner, rent, unless that owner is itself; the donor mast's owner no longer pays its upkeep, power and
 * ground rent, and no longer receives the rent of tenants other than itself. What the mast cost is sunk.
 */
export const createMergeAccounts = (money: MoneyParameters) => {
  const overHorizon = (perYear: Range) =>
    presentValue(exactly(0), () => perYear, money.discountRate, money.horizonYears);
  const rent = overHorizon(money.hostingRentVndPerYear);
  const groundRent = overHorizon(money.groundRentVndPerYear);
  const running = overHorizon(runningVndPerYear(money));
  const colocation = scaled(money.colocationVndPerTenant, -1);

  return (host: Masts, donor: Masts): Map<string, PartyAccount> => {
    const accounts = new Map<string, PartyAccount>();
    const book = (party: string, change: Partial<PartyAccount>): void => {
      accounts.set(party, sumOf(accounts.get(party) ?? nothing, { ...nothing, ...change }));
    };
    const payRent = (from: string, to: string): void => {
      if (from === to) return;
      book(from, { rentVnd: scaled(rent, -1), tenancies: -1 });
      book(to, { rentVnd: rent, tenancies: 1 });
    };
    for (const { operator } of donor.tenants) {
      book(operator, { ownVnd: colocation });
      payRent(operator, host.owner);
      // what was paid to the owner of the mast that goes is paid no more
      payRent(donor.owner, operator);
    }
    book(donor.owner, { ownVnd: running });
    const lost = scaled(groundRent, -1);
    book(landowners, { rentVnd: lost, groundRentVnd: lost });
    book(donor.owner, { rentVnd: groundRent, groundRentVnd: groundRent });
    return accounts;
  };
};

/** Accounts added up over merges, by party. */
export const sumAccounts = (merges: Iterable<ReadonlyMap<string, PartyAccount>>): Map<string, PartyAccount> => {
  const sums = new Map<string, PartyAccount>();
  for (const accounts of merges) {
    for (const [party, account] of accounts) sums.set(party, sumOf(sums.get(party) ?? nothing, account));
  }
  return sums;
};
