import { computed, signal } from '@preact/signals';
import { t } from '../../i18n/language.ts';
import { applyScenario } from '../../study/apply-scenario.ts';
import { createLookup } from '../../study/lookup.ts';
import { isRefusal, type MomentNote, type Outcome, type Refusal } from '../../study/moment.ts';
import { createScenario } from '../../study/scenarios.ts';
import type { OpenedPack } from '../../study/study.ts';
import {
  currentScenario,
  redo as redone,
  type Study,
  undo as undone,
  commit as withMoment,
} from '../../study/study.ts';
import { isReadOnly } from './read-only.ts';
import { showToast } from './toasts.ts';
import { toldPack } from './told-by.ts';

/** The open study: its locked base, its scenarios and which of them is at work. Changed through `commit`. */
export const study = signal<Study | null>(null);

const appliedPack = computed(() => study.value && applyScenario(study.value.base.pack, currentScenario(study.value)));

/** The locked base itself. */
export const base = computed(() => study.value?.base ?? null);

/** The pack as the scenario at work has it; the same object until something in it changes. */
export const opened = computed<OpenedPack | null>(() =>
  appliedPack.value && base.value ? { pack: appliedPack.value, checksum: base.value.checksum } : null,
);

/** The same as it is shown: by the units that are asked for. */
export const shownPack = computed(() => appliedPack.value && toldPack(appliedPack.value));

export const lookup = computed(() => shownPack.value && createLookup(shownPack.value));

/** The scenario at work; null on the locked base. */
export const scenario = computed(() => study.value && currentScenario(study.value));

/** What undo and redo would do next; null where there is nothing. */
export const undoable = computed<MomentNote | null>(() => scenario.value?.done.at(-1)?.note ?? null);
export const redoable = computed<MomentNote | null>(() => scenario.value?.undone.at(-1)?.note ?? null);

/** A name no scenario bears yet. */
export const freeScenarioName = ({ scenarios }: Study): string => {
  for (let n = scenarios.length + 1; ; n++) {
    const name = t('study.scenarioName', { n });
    if (scenarios.every((other) => other.name !== name)) return name;
  }
};

/**
 * Does an operation on the scenario at work, as one moment that can be undone; on the locked base a new scenario is
 * begun for it. The figures are run again by themselves. Moments that share a `gesture` count as one.
 *
 * `commit((study) => operations.importFile(study, { file, layers }))`
 *
 * @returns why it can't be done, with nothing changed; null where it is done
 */
export const commit = (operation: (study: Study) => Outcome): Refusal | null => {
  const before = study.peek();
  if (!before) return { refused: 'no-such-entry', values: { id: '' } };
  if (isReadOnly.peek()) return { refused: 'read-only', values: {} };
  const branch = currentScenario(before) ? before : createScenario(before, freeScenarioName(before));
  const outcome = operation(branch);
  if (isRefusal(outcome)) return outcome;
  study.value = withMoment(branch, outcome);
  if (branch !== before) {
    const { name } = currentScenario(branch)!;
    showToast(() => t('study.branched', { name }));
  }
  return null;
};

/** Puts another study in the place of the open one: for what is no moment, as the list of scenarios. */
export const changeStudy = (step: (study: Study) => Study): void => {
  const before = study.peek();
  if (!before) return;
  const next = step(before);
  // choosing what to look at changes nothing
  if (isReadOnly.peek() && next.scenarios !== before.scenarios) showToast(() => t('study.refused.read-only'));
  else study.value = next;
};

/** Takes back the last moment of the scenario at work, or does the last one taken back again. */
export const undo = (): void => changeStudy(undone);
export const redo = (): void => changeStudy(redone);
