import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import { isServed } from '../coverage/service/status.ts';
import type { Hamlet } from '../model/hamlet.ts';

/**
 * People of each hamlet whose own cluster an operator does not reach, decided on exact levels. Entry
 * `hamlet * operators.length + operator`, operators as in the service result.
 */
export const peopleUnservedByOperator = (
  hamlets: readonly Hamlet[],
  { operators, levelDbm }: ServiceResult,
  { thresholdDbm }: ServiceSettings,
): Float64Array => {
  const { people, hamletStart } = hamletPoints(hamlets);
  const count = operators.length;
  const unserved = new Float64Array(hamlets.length * count);
  for (let h = 0; h < hamlets.length; h++) {
    for (let point = hamletStart[h]; point < hamletStart[h + 1]; point++) {
      for (let o = 0; o < count; o++) {
        if (!isServed(levelDbm[point * count + o], thresholdDbm)) unserved[h * count + o] += people[point];
      }
    }
  }
  return unserved;
};
