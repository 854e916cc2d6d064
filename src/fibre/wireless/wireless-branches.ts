import type { Range } from '../../model/facts.ts';
import { exactly, plus, scaled, total } from '../../money/range.ts';
import type { WirelessOption } from '../fibre-types.ts';
import type { TreeSegment } from '../plan/tree-segments.ts';

export interface CheaperBranch {
  /** Index of the segment the branch begins with. */
  segment: number;
  hamlets: number[];
  fibreVnd: Range;
  wirelessVnd: Range;
}

export interface WirelessComparison {
  branches: CheaperBranch[];
  fibreOnlyVnd: Range;
  mixedVnd: Range;
}

/** The cheapest way to serve what hangs on a segment: radio for all of it, or its cable and the cheapest of each part. */
interface Choice {
  costVnd: Range;
  /** Branches served by radio in it. */
  branches: CheaperBranch[];
  /** All by fibre, and all by radio where that is possible. */
  fibreVnd: Range;
  wirelessVnd: Range | null;
  hamlets: number[];
}

/**
 * Compares every branch of the tree with radio for all its hamlets, by central costs and with the equipment of homes on both
 * sides: of branches within branches the largest that radio serves for less, unless its parts do better by themselves.
 */
export const compareWireless = (
  segments: readonly TreeSegment[],
  homes: readonly number[],
  homeVnd: Range,
  options: readonly WirelessOption[],
): WirelessComparison => {
  const choices: Choice[] = segments.map(({ hamlet, costVnd }) => {
    const ofHomes = hamlet >= 0 ? scaled(homeVnd, homes[hamlet]) : exactly(0);
    return {
      costVnd: plus(costVnd, ofHomes),
      branches: [],
      fibreVnd: plus(costVnd, ofHomes),
      wirelessVnd: hamlet >= 0 ? options[hamlet].costVnd : exactly(0),
      hamlets: hamlet >= 0 ? [hamlet] : [],
    };
  });
  const decide = (s: number): Choice => {
    const choice = choices[s];
    const { wirelessVnd, fibreVnd, hamlets } = choice;
    if (!wirelessVnd || wirelessVnd.central >= choice.costVnd.central) return choice;
    return { ...choice, costVnd: wirelessVnd, branches: [{ segment: s, hamlets, fibreVnd, wirelessVnd }] };
  };
  const whole: Choice[] = [];
  // what hangs on a segment comes after it
  for (let s = segments.length - 1; s >= 0; s--) {
    const decided = decide(s);
    const { parent } = segments[s];
    if (parent < 0) {
      whole.push(decided);
      continue;
    }
    const above = choices[parent];
    choices[parent] = {
      costVnd: plus(above.costVnd, decided.costVnd),
      branches: [...decided.branches, ...above.branches],
      fibreVnd: plus(above.fibreVnd, decided.fibreVnd),
      wirelessVnd: above.wirelessVnd && decided.wirelessVnd && plus(above.wirelessVnd, decided.wirelessVnd),
      hamlets: [...decided.hamlets, ...above.hamlets],
    };
  }
  return {
    branches: whole.flatMap(({ branches }) => branches).sort((a, b) => a.segment - b.segment),
    fibreOnlyVnd: total(whole.map(({ fibreVnd }) => fibreVnd)),
    mixedVnd: total(whole.map(({ costVnd }) => costVnd)),
  };
};
