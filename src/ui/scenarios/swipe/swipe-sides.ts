import { computed } from '@preact/signals';
import type { Findings, HamletFinding } from '../../../findings/findings.ts';
import type { CoverageOverlay } from '../../../map/coverage/draw-coverage.ts';
import type { Pack } from '../../../model/pack.ts';
import { applyScenario } from '../../../study/apply-scenario.ts';
import { createLookup } from '../../../study/lookup.ts';
import { currentScenario } from '../../../study/study.ts';
import { toldFindings, toldPack } from '../../app-state/told-by.ts';
import { comparedFindings, comparedViews } from '../compare/comparing.ts';
import { swipeCoverages } from './swipe-coverage.ts';
import { swiping } from './swiping.ts';

/** One scenario on its side of the line. */
export interface SwipeSide {
  /** Null for the base. */
  name: string | null;
  pack: Pack;
  places: ReturnType<typeof createLookup>;
  findings: Findings | null;
  findingOf: ReadonlyMap<string, HamletFinding>;
  coverage: CoverageOverlay | null;
}

/** The two sides, A left and B right; null while no swipe is on. */
export const swipeSides = computed((): readonly [SwipeSide, SwipeSide] | null => {
  if (!swiping.value) return null;
  const sides = comparedViews.value.map((view, i): SwipeSide | null => {
    if (!view) return null;
    const scenario = currentScenario(view);
    const own = applyScenario(view.base.pack, scenario);
    const pack = toldPack(own);
    const found = comparedFindings.value[i];
    const findings = found && toldFindings(found, own);
    return {
      name: scenario?.name ?? null,
      pack,
      places: createLookup(pack),
      findings,
      findingOf: new Map(findings?.hamlets.map((hamlet) => [hamlet.id, hamlet])),
      coverage: swipeCoverages.value[i],
    };
  });
  const [a, b] = sides;
  return a && b ? [a, b] : null;
});

export const swipeHasCoverage = computed(() => swipeSides.value?.some(({ coverage }) => coverage !== null) ?? false);
