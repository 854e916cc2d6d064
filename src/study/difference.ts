import type { Findings } from '../findings/findings.ts';
import { type HeadlineFigure, headlineFigures } from '../findings/headline.ts';
import type { Pack } from '../model/pack.ts';
import { canonicalJson } from './canonical.ts';
import { baseEntry, type Entry, type LayerId, layerIds } from './layers.ts';
import { overlayOf, type Scenario } from './study.ts';

/** One entry that two scenarios have differently; null where it is not. */
export interface Difference {
  layer: LayerId;
  id: string;
  a: Entry | null;
  b: Entry | null;
}

/** Everything in which two scenarios differ, by layer, then by id; null stands for the base. */
export const differenceOf = (
  pack: Pack,
  a: Pick<Scenario, 'done'> | null,
  b: Pick<Scenario, 'done'> | null,
): Difference[] => {
  const [ofA, ofB] = [a, b].map((scenario) => (scenario ? overlayOf(pack, scenario) : {}));
  return layerIds.flatMap((layer) => {
    const ids = new Set([...(ofA[layer]?.keys() ?? []), ...(ofB[layer]?.keys() ?? [])]);
    const entry = (overlay: typeof ofA, id: string): Entry | null => {
      const changed = overlay[layer]?.get(id);
      return (changed === undefined ? baseEntry(pack, layer, id) : changed) ?? null;
    };
    return [...ids]
      .sort()
      .map((id): Difference => ({ layer, id, a: entry(ofA, id), b: entry(ofB, id) }))
      .filter((difference) => canonicalJson(difference.a) !== canonicalJson(difference.b));
  });
};

type Value = HeadlineFigure['value'];

/** One figure of two runs: low, central and high where it is a range, null where the network has nothing of the technology. */
export interface ComparedFigure {
  id: HeadlineFigure['id'];
  unit: Exclude<HeadlineFigure['unit'], 'absent'>;
  a: Value;
  b: Value;
}

/** The headline figures of two runs side by side, in the headline's order. */
export const compareFindings = (a: Findings, b: Findings): ComparedFigure[] => {
  const ofB = new Map(headlineFigures(b).map((figure) => [figure.id, figure]));
  return headlineFigures(a).flatMap((ofA) => {
    const other = ofB.get(ofA.id);
    if (!other) return [];
    // only counts can be absent
    const unit = ofA.unit === 'absent' ? 'count' : ofA.unit;
    return [{ id: ofA.id, unit, a: ofA.value, b: other.value }];
  });
};
