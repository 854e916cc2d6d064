import type { Range } from '../../model/facts.ts';
import { presentValue } from '../../money/present-value.ts';
import { scaled } from '../../money/range.ts';
import type { RolloutParameters } from '../parameters.ts';

const monthsPerYear = 12;

/** What a satellite terminal is paid for each year. */
export const subscriptionVndPerYear = ({ subscriptionVndPerMonth }: RolloutParameters): Range =>
  scaled(subscriptionVndPerMonth, monthsPerYear);

/**
 * A terminal with its subscription over the horizon, at present value: it stands in for a cable or a hop that is paid once,
 * and would look cheap beside them without.
 */
export const satelliteVnd = (parameters: RolloutParameters): Range => {
  const { terminalVnd, discountPercent, horizonYears } = parameters;
  const years: Range = {
    low: Math.floor(horizonYears.low),
    central: Math.floor(horizonYears.central),
    high: Math.floor(horizonYears.high),
  };
  const yearly = subscriptionVndPerYear(parameters);
  return presentValue(terminalVnd, () => yearly, scaled(discountPercent, 0.01), years);
};
