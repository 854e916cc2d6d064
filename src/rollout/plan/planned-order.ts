import { exactly, plus } from '../../money/range.ts';
import type { OptionPart, PlannedOption, RolloutOption, RolloutQuestion } from '../rollout-types.ts';

/**
 * The order that brings most people soonest for its money: whoever adds most people a đồng comes next. With a yearly budget
 * each is built in the first year by whose end there is money for all up to it; what a year leaves goes on to the next.
 */
export const inBuildingOrder = (
  options: readonly RolloutOption[],
  people: readonly number[],
  phases: RolloutQuestion['phases'],
): PlannedOption[] => {
  const left = [...options];
  const served = new Set<number>();
  const planned: PlannedOption[] = [];
  let spent = 0;
  const freshOf = ({ serves }: RolloutOption): number[] => serves.filter((d) => !served.has(d));
  const peopleOf = (of: readonly number[]): number => of.reduce((sum, d) => sum + people[d], 0);
  while (left.length > 0) {
    const rated = left.map((option, i) => {
      const fresh = freshOf(option);
      const cost = Math.max(1, option.costVnd.central);
      return { i, option, rate: peopleOf(fresh) / cost, points: fresh.length / cost };
    });
    const { i, option } = rated.reduce((a, b) =>
      b.rate > a.rate ||
      (b.rate === a.rate && (b.points > a.points || (b.points === a.points && b.option.id < a.option.id)))
        ? b
        : a,
    );
    const adds = peopleOf(freshOf(option));
    for (const d of option.serves) served.add(d);
    left.splice(i, 1);
    spent += option.costVnd.central;
    const year = phases ? Math.max(1, Math.ceil(spent / phases.yearlyVnd - 1e-9)) : null;
    planned.push({
      ...option,
      order: planned.length + 1,
      adds,
      year: year !== null && year <= phases!.years ? year : null,
    });
  }
  return planned;
};

/** What has to be ordered for all of them, like with like. */
export const billOf = (options: readonly RolloutOption[]): OptionPart[] => {
  const lines = new Map<string, OptionPart>();
  for (const { parts } of options) {
    for (const line of parts) {
      const key = `${line.part} ${line.unit}`;
      const known = lines.get(key) ?? { ...line, quantity: 0, costVnd: exactly(0) };
      lines.set(key, {
        ...known,
        quantity: known.quantity + line.quantity,
        costVnd: plus(known.costVnd, line.costVnd),
      });
    }
  }
  return [...lines.values()];
};
