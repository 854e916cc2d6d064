import { describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import type { Range } from '../../src/model/facts.ts';
import { createMergeAccounts, sumAccounts } from '../../src/money/accounts.ts';
import { avoidedNewMastVnd, consolidationVnd, neutralHostVnd } from '../../src/money/cases.ts';
import { type MoneyParameters, moneyParameters } from '../../src/money/parameters.ts';
import { exactly } from '../../src/money/range.ts';
import { rentParts, rentPartsOverHorizon } from '../../src/money/rent-parts.ts';
import { monteCarloOf, tornadoOf } from '../../src/money/uncertainty.ts';
import { budget } from '../support/budget.ts';
import { fc } from '../support/fast-check.ts';

const money = moneyParameters(readFacts().parameters);
const consolidation = (drawn: MoneyParameters) => consolidationVnd(drawn, 1);
const annuity = (rate: number, years: number): number => (1 - (1 + rate) ** -years) / rate;

describe('the spread over draws', () => {
  it('is the same for the same seed and another for another', () => {
    const monteCarlo = monteCarloOf(money, consolidation, 500, 'a');
    expect(monteCarloOf(money, consolidation, 500, 'a')).toEqual(monteCarlo);
    expect(monteCarloOf(money, consolidation, 500, 'b').p50).not.toBe(monteCarlo.p50);
  });

  it('lies within low and high, in order', () => {
    const { p10, p50, p90 } = monteCarloOf(money, consolidation, 2000, 'a');
    const { low, high } = consolidationVnd(money, 1);
    const figures = [low, p10, p50, p90, high];
    expect([...figures].sort((a, b) => a - b)).toEqual(figures);
    expect(new Set(figures).size).toBe(5);
  });

  it('has its expectation between P10 and P90, however long the ranges are on one side', () => {
    const factor = fc.double({ min: 1, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(factor, { minLength: 20, maxLength: 20 }), fc.integer(), (factors, seed) => {
        let k = 0;
        const longer = (range: Range): Range => ({ ...range, high: range.central + range.central * factors[k++ % 20] });
        const wide = {
          ...money,
          maintenanceVndPerYear: longer(money.maintenanceVndPerYear),
          auxiliaryKwhPerYear: longer(money.auxiliaryKwhPerYear),
          electricityVndPerKwh: longer(money.electricityVndPerKwh),
          newMastVnd: longer(money.newMastVnd),
        };
        for (const worth of [consolidation, avoidedNewMastVnd]) {
          const { p10, mean, p90 } = monteCarloOf(wide, worth, 400, String(seed));
          expect(mean).toBeGreaterThanOrEqual(p10);
          expect(mean).toBeLessThanOrEqual(p90);
        }
      }),
      { numRuns: budget(20, 500) },
    );
  });

  it('is one figure where no parameter has a range', () => {
    const settled = Object.fromEntries(
      Object.entries(money).map(([name, value]) => [
        name,
        name === 'gridFactors' ? value : exactly((value as { central: number }).central),
      ]),
    ) as unknown as MoneyParameters;
    const { mean, p10, p50, p90, gainShare } = monteCarloOf(settled, consolidation, 50, 'a');
    // by hand: (12 × 1,000,000 + 4,000 × 1,900) a year at 10 % over 10 years, less 60,000,000
    const worth = 19_600_000 * annuity(0.1, 10) - 60_000_000;
    for (const figure of [mean, p10, p50, p90]) expect(figure).toBeCloseTo(worth, 0);
    expect(gainShare).toBe(1);
  });

  it('has the quantiles of a triangle where one parameter alone has a range', () => {
    const only = { low: 0, central: 30e6, high: 100e6 };
    const worth = (drawn: MoneyParameters) => drawn.colocationVndPerTenant;
    const { p10, p50, p90 } = monteCarloOf({ ...money, colocationVndPerTenant: only }, worth, 20_000, 'a');
    // a triangle's share below x is x² / (width · (peak − low)) up to the peak, and symmetric from the other end
    expect(p10 / 1e6).toBeCloseTo(Math.sqrt(0.1 * 100 * 30), 0);
    expect(p50 / 1e6).toBeCloseTo(100 - Math.sqrt(0.5 * 100 * 70), -0.5);
    expect(p90 / 1e6).toBeCloseTo(100 - Math.sqrt(0.1 * 100 * 70), -0.5);
  });

  it('says in what share of the draws nothing is lost', () => {
    const half = { low: -1, central: 0, high: 1 };
    const worth = (drawn: MoneyParameters) => drawn.steelCo2KgPerKg;
    expect(monteCarloOf({ ...money, steelCo2KgPerKg: half }, worth, 20_000, 'a').gainShare).toBeCloseTo(0.5, 1);
  });
});

describe('the swings', () => {
  const tornado = tornadoOf(money, consolidation);

  it('put what matters most first, and leave out what does nothing', () => {
    const widths = tornado.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
    expect(tornado.map(({ parameter }) => parameter)).toContain('coloc_capex');
    // what a mast once cost is sunk: its price moves nothing
    expect(tornado.map(({ parameter }) => parameter)).not.toContain('towerco_passive_capex');
  });

  it('move one parameter and hold the others at their central figure', () => {
    const swing = tornado.find(({ parameter }) => parameter === 'coloc_capex')!;
    const running = 19_600_000 * annuity(0.1, 10);
    expect(swing.atLow).toBeCloseTo(running - 30_000_000, 0);
    expect(swing.atHigh).toBeCloseTo(running - 100_000_000, 0);
  });
});

describe('what is sunk and what changes hands', () => {
  it('the price of a mast is in no figure of consolidation, and in full in one not built', () => {
    const dearer = { ...money, newMastVnd: exactly(1e9) };
    expect(consolidationVnd(dearer, 2)).toEqual(consolidationVnd(money, 2));
    expect(avoidedNewMastVnd(dearer).central - avoidedNewMastVnd(money).central).toBeCloseTo(1e9 - 330e6, 0);
  });

  it('rents sum to zero over all parties, whoever owns and hangs where', () => {
    const party = fc.constantFrom('viettel', 'vinaphone', 'mobifone', 'towerco');
    const tenants = fc.uniqueArray(party, { minLength: 1, maxLength: 3 });
    const mast = fc.record({ owner: party, tenants }).map(({ owner, tenants: names }) => ({
      owner,
      tenants: names.map((operator) => ({ operator, antennaHeightM: 30, cells: [] })),
    }));
    const accountsOf = createMergeAccounts(money);
    fc.assert(
      fc.property(fc.array(fc.tuple(mast, mast), { minLength: 1, maxLength: 8 }), (merges) => {
        const sums = sumAccounts(merges.map(([host, donor]) => accountsOf(host, donor)));
        const rents = [...sums.values()].map(({ rentVnd }) => rentVnd);
        expect(Math.abs(rents.reduce((sum, { central }) => sum + central, 0))).toBeLessThan(0.01);
        expect([...sums.values()].reduce((sum, { tenancies }) => sum + tenancies, 0)).toBe(0);
        for (const { rentVnd, groundRentVnd, tenancies } of sums.values()) {
          const { depreciationVnd, operationVnd, maintenanceVnd, otherVnd, profitVnd } = rentPartsOverHorizon(
            money,
            tenancies,
          );
          const parts = [depreciationVnd, operationVnd, maintenanceVnd, otherVnd, profitVnd, groundRentVnd];
          expect(parts.reduce((sum, { central }) => sum + central, 0)).toBeCloseTo(rentVnd.central, 0);
        }
        const own = [...sums.values()].reduce((sum, { ownVnd }) => sum + ownVnd.central, 0);
        const worth = merges.reduce((sum, [, donor]) => sum + consolidationVnd(money, donor.tenants.length).central, 0);
        expect(own).toBeCloseTo(worth, 0);
      }),
    );
  });

  it('a neutral host of two tenants gains two rents less upkeep, power and ground rent', () => {
    // by hand: 2 × 12 × 6.4 million − 19.6 million − 12 × 1.5 million a year
    expect(neutralHostVnd(money, 2).central).toBeCloseTo((153.6e6 - 19.6e6 - 18e6) * annuity(0.1, 10), 0);
  });

  it('a rent is its four costs and what they leave', () => {
    const parts = rentParts(money);
    expect(parts.depreciationVnd.central).toBeCloseTo(33e6, 0);
    const costs = [parts.depreciationVnd, parts.operationVnd, parts.maintenanceVnd, parts.otherVnd];
    const central = costs.reduce((sum, cost) => sum + cost.central, 0);
    expect(central + parts.profitVnd.central).toBeCloseTo(parts.rentVnd.central, 0);
    expect(parts.profitVnd.low).toBeLessThan(parts.profitVnd.central);
  });
});
