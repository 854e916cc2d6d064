import type { Range } from '../model/facts.ts';
import { plus, times } from './range.ts';

/**
 * Present value with its range: `now` counts in full at year 0, then `flowOfYear(t)` falls at the end of years 1 to the
 * horizon and is divided by (1 + rate)^t. The low discounts a gain at the high rate and a loss at the low one. A year past
 * the shortest horizon may or may not come: it worsens or betters only the end of the range it would.
 * `rate` is a share a year (0.1 for 10 %), `horizonYears` whole years.
 */
export const presentValue = (
  now: Range,
  flowOfYear: (year: number) => Range,
  rate: Range,
  horizonYears: Range,
): Range => {
  let value = now;
  for (let t = 1; t <= horizonYears.high; t++) {
    const discount = {
      low: (1 + rate.high) ** -t,
      central: (1 + rate.central) ** -t,
      high: (1 + rate.low) ** -t,
    };
    const flow = times(flowOfYear(t), discount);
    const sure = t <= horizonYears.low;
    value = plus(value, {
      low: sure ? flow.low : Math.min(0, flow.low),
      central: t <= horizonYears.central ? flow.central : 0,
      high: sure ? flow.high : Math.max(0, flow.high),
    });
  }
  return value;
};
