import type { Pack } from '../model/pack.ts';
import type { SharingLocks } from '../sharing/plan/plan-types.ts';
import { baseLayer, idOf, type LayerId, type StudyLayers } from './layers.ts';
import { currentScenario, entryOf, type Overlay, overlayOf, type Scenario, type Study } from './study.ts';

/** A layer with its differences: changed entries in their places, gone ones left out, new ones at the end by id. */
const layerWith = <L extends LayerId>(pack: Pack, layer: L, overlay: Overlay): readonly StudyLayers[L][] => {
  const base = baseLayer(pack, layer);
  const changes = overlay[layer] as ReadonlyMap<string, StudyLayers[L] | null> | undefined;
  if (!changes) return base;
  const left = new Map(changes);
  const kept = base.flatMap((entry): StudyLayers[L][] => {
    const id = idOf(layer, entry);
    if (!left.has(id)) return [entry];
    const after = left.get(id);
    left.delete(id);
    return after ? [after] : [];
  });
  // sorting ids alone is quickest; a long import adds many
  const added: StudyLayers[L][] = [];
  for (const id of [...left.keys()].sort()) {
    const entry = left.get(id);
    if (entry) added.push(entry);
  }
  return kept.concat(added);
};

/** The layers a pack has; the others are the study's own. */
const packLayers = [
  'sites',
  'hamlets',
  'fibreNodes',
  'fibreRoutes',
  'points',
  'communes',
  'parameters',
  'antennas',
] as const satisfies LayerId[];

const applied = new WeakMap<Pack, WeakMap<Overlay, Pack>>();

/**
 * The pack as a scenario has it. What the scenario does not touch is shared with the base, the rasters always; the
 * same scenario gives the same object.
 */
export const applyScenario = (pack: Pack, scenario: Pick<Scenario, 'done'> | null): Pack => {
  const overlay = scenario ? overlayOf(pack, scenario) : {};
  if (!packLayers.some((layer) => overlay[layer])) return pack;
  let known = applied.get(pack);
  if (!known) {
    known = new WeakMap();
    applied.set(pack, known);
  }
  const before = known.get(overlay);
  if (before) return before;
  const features = <L extends 'fibreNodes' | 'fibreRoutes' | 'points' | 'communes'>(layer: L): Pack[L] =>
    (overlay[layer] ? { ...pack[layer], features: layerWith(pack, layer, overlay) } : pack[layer]) as Pack[L];
  const next: Pack = {
    ...pack,
    sites: layerWith(pack, 'sites', overlay),
    hamlets: layerWith(pack, 'hamlets', overlay),
    fibreNodes: features('fibreNodes'),
    fibreRoutes: features('fibreRoutes'),
    points: features('points'),
    communes: features('communes'),
    facts:
      overlay.parameters || overlay.antennas
        ? {
            ...pack.facts,
            parameters: layerWith(pack, 'parameters', overlay),
            antennas: layerWith(pack, 'antennas', overlay),
          }
        : pack.facts,
  };
  known.set(overlay, next);
  return next;
};

/** A layer as the scenario at work has it. */
export const layerOf = <L extends LayerId>(study: Study, layer: L): readonly StudyLayers[L][] => {
  const scenario = currentScenario(study);
  return scenario
    ? layerWith(study.base.pack, layer, overlayOf(study.base.pack, scenario))
    : baseLayer(study.base.pack, layer);
};

/** What the planner has decided on merges whose sites both stand, in the order of ids. */
export const locksOf = (study: Study): SharingLocks => {
  const isStanding = (id: string) => entryOf(study, 'sites', id) !== undefined;
  const locks = layerOf(study, 'locks').filter(({ hostId, movedId }) => isStanding(hostId) && isStanding(movedId));
  const those = (kind: 'force' | 'forbid') =>
    locks.filter(({ lock }) => lock === kind).map(({ hostId, movedId }) => ({ hostId, donorId: movedId }));
  return { forced: those('force'), forbidden: those('forbid') };
};

type SettingName = StudyLayers['settings']['name'];
type SettingValue<N extends SettingName> = Extract<StudyLayers['settings'], { name: N }>['value'];

const settingOf = <N extends SettingName>(study: Study, name: N): SettingValue<N> =>
  layerOf(study, 'settings').find((setting) => setting.name === name)?.value as SettingValue<N>;

/** Where the letterhead of the scenario at work differs from the defaults, by language. */
export const letterheadOf = (study: Study) => settingOf(study, 'letterhead');

/** How many entries differ from the locked base in what figures come from: the letterhead is none of them. */
export const changeCount = (study: Study): number => {
  const scenario = currentScenario(study);
  const overlay: Overlay = scenario ? overlayOf(study.base.pack, scenario) : {};
  const all = Object.values(overlay).reduce((sum, entries) => sum + entries.size, 0);
  return all - (overlay.settings?.has('letterhead') ? 1 : 0);
};

/** The settings a run of the scenario at work takes. */
export const settingsOf = (study: Study) => ({
  service: settingOf(study, 'service'),
  sharing: settingOf(study, 'sharing'),
  objective: settingOf(study, 'objective'),
});
