import { describe, expect, it } from 'vitest';
import { readFacts } from '../../data/build/facts.ts';
import { avoidedNewMastVnd, consolidationVnd } from '../../src/money/cases.ts';
import { moneyParameters } from '../../src/money/parameters.ts';
import { presentValue } from '../../src/money/present-value.ts';
import { exactly } from '../../src/money/range.ts';

const { parameters } = readFacts();
const without = (name: string) => parameters.filter((parameter) => parameter.name !== name);

describe('present value', () => {
  it('discounts each year at its own year: −100 now, 60 and 60 at 10 % is 4.132', () => {
    // by hand: −100 + 60 / 1.1 + 60 / 1.21
    const value = presentValue(exactly(-100), () => exactly(60), exactly(0.1), exactly(2));
    expect(value.central).toBeCloseTo(4.1322, 4);
    expect(value.low).toBeCloseTo(4.1322, 4);
  });

  it('keeps low below central below high when the rate is uncertain', () => {
    const value = presentValue(
      exactly(-100),
      () => ({ low: 40, central: 60, high: 80 }),
      { low: 0.07, central: 0.1, high: 0.12 },
      exactly(3),
    );
    // by hand: 40 at 12 %, 80 at 7 %, three years
    expect(value.low).toBeCloseTo(-100 + 40 / 1.12 + 40 / 1.12 ** 2 + 40 / 1.12 ** 3, 9);
    expect(value.high).toBeCloseTo(-100 + 80 / 1.07 + 80 / 1.07 ** 2 + 80 / 1.07 ** 3, 9);
  });
});

describe('the cases of sharing', () => {
  const money = moneyParameters(parameters);

  it('consolidation saves upkeep and auxiliary power for ten years, less co-location; capex is sunk', () => {
    // by hand: (12 × 1,000,000 + 4,000 × 1,900) a year at 10 % over 10 years, less 60,000,000
    const annuity = (1 - 1.1 ** -10) / 0.1;
    expect(consolidationVnd(money, 1).central).toBeCloseTo(19_600_000 * annuity - 60_000_000, 0);
  });

  it('a mast not built also saves what it would have cost', () => {
    const annuity = (1 - 1.1 ** -10) / 0.1;
    expect(avoidedNewMastVnd(money).central).toBeCloseTo(330_000_000 - 60_000_000 + 19_600_000 * annuity, 0);
  });

  it('names a parameter that is missing, negative or out of order', () => {
    expect(() => moneyParameters(without('coloc_capex'))).toThrow(/coloc_capex/);
    const negative = parameters.map((p) => (p.name === 'coloc_capex' ? { ...p, low: -1 } : p));
    expect(() => moneyParameters(negative)).toThrow(/coloc_capex\.low/);
    const swapped = parameters.map((p) => (p.name === 'coloc_capex' ? { ...p, low: p.high, high: p.low } : p));
    expect(() => moneyParameters(swapped)).toThrow(/coloc_capex/);
  });
});
