import type { Pack } from '../model/pack.ts';
import { canonicalJson } from './canonical.ts';
import { baseEntry, baseIndex, type Entry, idOf, type LayerId, layerIds, type StudyLayers } from './layers.ts';
import type { Change, Moment } from './moment.ts';

/** A pack that has passed every check, and the SHA-256 of its manifest. */
export interface OpenedPack {
  pack: Pack;
  checksum: string;
}

/** A named branch of moments over the locked base. */
export interface Scenario {
  id: string;
  name: string;
  done: readonly Moment[];
  /** Moments taken back, the next to be redone last. */
  undone: readonly Moment[];
}

/** An open pack, locked, and the scenarios over it. */
export interface Study {
  base: OpenedPack;
  scenarios: readonly Scenario[];
  /** Id of the scenario at work; null for the base itself. */
  current: string | null;
}

export const openStudy = (base: OpenedPack): Study => ({ base, scenarios: [], current: null });

export const currentScenario = (study: Study): Scenario | null =>
  study.scenarios.find(({ id }) => id === study.current) ?? null;

/** What differs from the base, by layer and id; null stands for what is gone. */
export type Overlay = { readonly [L in LayerId]?: ReadonlyMap<string, StudyLayers[L] | null> };

const overlays = new WeakMap<Pack, WeakMap<readonly Moment[], Overlay>>();
const nothing: Overlay = {};

const overlaysOf = (pack: Pack): WeakMap<readonly Moment[], Overlay> => {
  let known = overlays.get(pack);
  if (!known) {
    known = new WeakMap();
    overlays.set(pack, known);
  }
  return known;
};

/** What a scenario changes of the base. Follows from its moments, and is kept while they are. */
export const overlayOf = (pack: Pack, { done }: Pick<Scenario, 'done'>): Overlay => {
  const known = overlaysOf(pack);
  let overlay = known.get(done);
  if (!overlay) {
    overlay = withChanges(
      pack,
      nothing,
      done.flatMap(({ changes }) => changes),
    );
    known.set(done, overlay);
  }
  return overlay;
};

const same = (a: Entry | null | undefined, b: Entry | null | undefined): boolean =>
  // most entries of a long file are new: they need no comparing
  a === b || (a && b ? canonicalJson(a) === canonicalJson(b) : !a && !b);

const withChanges = (pack: Pack, overlay: Overlay, changes: readonly Change[]): Overlay => {
  const next: Partial<Record<LayerId, Map<string, Entry | null>>> = {};
  const bases: Partial<Record<LayerId, ReadonlyMap<string, Entry>>> = {};
  for (const { layer, id, after } of changes) {
    next[layer] ??= new Map<string, Entry | null>(overlay[layer]);
    bases[layer] ??= baseIndex(pack, layer);
    // back to the base is no difference from it
    if (same(bases[layer].get(id), after)) next[layer].delete(id);
    else next[layer].set(id, after);
  }
  const merged: Partial<Record<LayerId, unknown>> = { ...overlay, ...next };
  for (const layer of layerIds) if (next[layer]?.size === 0) delete merged[layer];
  return merged as Overlay;
};

const reversed = (changes: readonly Change[]): Change[] =>
  [...changes].reverse().map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before }) as Change);

/** An entry as the scenario at work has it; undefined where there is none. */
export const entryOf = <L extends LayerId>(study: Study, layer: L, id: string): StudyLayers[L] | undefined => {
  const { pack } = study.base;
  const scenario = currentScenario(study);
  const changes = scenario ? overlayOf(pack, scenario)[layer] : undefined;
  return changes?.has(id) ? ((changes.get(id) as StudyLayers[L] | null) ?? undefined) : baseEntry(pack, layer, id);
};

const withScenario = (study: Study, changed: Scenario): Study => ({
  ...study,
  scenarios: study.scenarios.map((scenario) => (scenario.id === changed.id ? changed : scenario)),
});

/** Two runs of changes as one: what each entry was at first, and is at last. */
const merged = (first: readonly Change[], second: readonly Change[]): Change[] => {
  const byKey = new Map<string, Change>();
  for (const change of [...first, ...second]) {
    const key = `${change.layer} ${change.id}`;
    const earlier = byKey.get(key);
    byKey.set(key, earlier ? ({ ...change, before: earlier.before } as Change) : change);
  }
  return [...byKey.values()].filter(({ before, after }) => !same(before, after));
};

/**
 * The study with a moment added to the scenario at work; what could be redone is gone then. A moment of the same
 * gesture as the last one is folded into it.
 *
 * @throws Error where no scenario is at work: the base is locked
 */
export const commit = (study: Study, moment: Moment): Study => {
  const scenario = currentScenario(study);
  if (!scenario) throw new Error('The base is locked: make a scenario first');
  const last = scenario.done.at(-1);
  const continues = moment.gesture !== undefined && last?.gesture === moment.gesture;
  const { pack } = study.base;
  const before = overlayOf(pack, scenario);
  const kept = continues ? scenario.done.slice(0, -1) : scenario.done;
  const changes = continues && last ? merged(last.changes, moment.changes) : moment.changes;
  const done = changes.length > 0 ? [...kept, { ...moment, changes }] : [...kept];
  overlaysOf(pack).set(done, withChanges(pack, before, moment.changes));
  return withScenario(study, { ...scenario, done, undone: [] });
};

/** The study with the last moment of the scenario at work taken back; the same study where there is none. */
export const undo = (study: Study): Study => {
  const scenario = currentScenario(study);
  const last = scenario?.done.at(-1);
  if (!scenario || !last) return study;
  const done = scenario.done.slice(0, -1);
  const { pack } = study.base;
  overlaysOf(pack).set(done, withChanges(pack, overlayOf(pack, scenario), reversed(last.changes)));
  return withScenario(study, { ...scenario, done, undone: [...scenario.undone, last] });
};

/** The study with the last moment taken back done again; the same study where there is none. */
export const redo = (study: Study): Study => {
  const scenario = currentScenario(study);
  const next = scenario?.undone.at(-1);
  if (!scenario || !next) return study;
  const done = [...scenario.done, next];
  const { pack } = study.base;
  overlaysOf(pack).set(done, withChanges(pack, overlayOf(pack, scenario), next.changes));
  return withScenario(study, { ...scenario, done, undone: scenario.undone.slice(0, -1) });
};

/** The change of one entry from what the study has to `after`. */
export const changeOf = <L extends LayerId>(study: Study, layer: L, id: string, after: StudyLayers[L] | null): Change =>
  ({ layer, id, before: entryOf(study, layer, id) ?? null, after }) as Change;

/** The change that puts an entry under its own id. */
export const put = <L extends LayerId>(study: Study, layer: L, entry: StudyLayers[L]): Change =>
  changeOf(study, layer, idOf(layer, entry), entry);
