import { canonicalJson } from '../../study/canonical.ts';
import type { LayerId, StudySetting } from '../../study/layers.ts';
import { currentScenario, overlayOf, type Study } from '../../study/study.ts';

/** Layers that no figure is computed from, and settings that change none. */
const silentLayers: readonly string[] = ['measurements', 'extras'] satisfies LayerId[];
const silentSettings: readonly string[] = ['letterhead'] satisfies StudySetting['name'][];

/** Layers that service does not depend on; of the settings, only those of service count for it. */
const layersWithoutService: readonly string[] = [
  'measurements',
  'extras',
  'parameters',
  'locks',
  'fibreNodes',
  'fibreRoutes',
  'points',
] satisfies LayerId[];

const keyOf = (study: Study, counts: (layer: string, id: string) => boolean): string => {
  const { pack, checksum } = study.base;
  const scenario = currentScenario(study);
  const layers = Object.entries(scenario ? overlayOf(pack, scenario) : {})
    .map(([layer, entries]): [string, [string, unknown][]] => [
      layer,
      [...entries].filter(([id]) => counts(layer, id)).sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${checksum} ${canonicalJson(layers)}`;
};

/** What a run of the scenario at work depends on, as text: two studies of one key have the same findings. */
export const runKeyOf = (study: Study): string =>
  keyOf(study, (layer, id) => !silentLayers.includes(layer) && (layer !== 'settings' || !silentSettings.includes(id)));

/** What the scenario at work draws its communes from, as text. */
export const communesKeyOf = (study: Study): string => keyOf(study, (layer) => layer === 'communes');

/** What service in the scenario at work depends on, as text: two studies of one key have the same service. */
export const serviceKeyOf = (study: Study): string =>
  keyOf(study, (layer, id) => (layer === 'settings' ? id === 'service' : !layersWithoutService.includes(layer)));
