import type { Feature, LineString, Point } from 'geojson';
import { defaultServiceSettings, type ServiceSettings } from '../coverage/service/service-types.ts';
import type { ImportedExtras } from '../files/import/convert/imported.ts';
import type { Language } from '../i18n/languages.ts';
import type { Antenna, Parameter } from '../model/facts.ts';
import type { Hamlet } from '../model/hamlet.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { Measurement } from '../model/measurement.ts';
import type {
  AreaGeometry,
  FibreNodeProperties,
  FibreRouteProperties,
  Pack,
  PointOfInterestProperties,
} from '../model/pack.ts';
import type { Commune } from '../model/place.ts';
import type { Site } from '../model/site.ts';
import { defaultSharingRules, type SharingObjective, type SharingRules } from '../sharing/plan/plan-types.ts';

/** A merge the planner has decided on; its fields are named as saved studies have them: `movedId` is the donor site. */
export interface MergeLock {
  hostId: string;
  movedId: string;
  lock: 'force' | 'forbid';
}

/** What a run assumes, and who issues its report: one entry each, known by its name. */
export type StudySetting =
  | { name: 'service'; value: ServiceSettings }
  | { name: 'sharing'; value: SharingRules }
  | { name: 'objective'; value: SharingObjective }
  /** Where the letterhead differs from the defaults, by language. */
  | { name: 'letterhead'; value: Partial<Record<Language, Partial<Letterhead>>> };

/** Everything a scenario can change, by layer. Each entry has an id within its layer. */
export interface StudyLayers {
  sites: Site;
  hamlets: Hamlet;
  fibreNodes: Feature<Point, FibreNodeProperties>;
  fibreRoutes: Feature<LineString, FibreRouteProperties>;
  points: Feature<Point, PointOfInterestProperties>;
  communes: Feature<AreaGeometry, Commune>;
  parameters: Parameter;
  antennas: Antenna;
  locks: MergeLock;
  settings: StudySetting;
  measurements: Measurement;
  extras: ImportedExtras;
}
export type LayerId = keyof StudyLayers;
export type Entry = StudyLayers[LayerId];

export const layerIds = [
  'sites',
  'hamlets',
  'fibreNodes',
  'fibreRoutes',
  'points',
  'communes',
  'parameters',
  'antennas',
  'locks',
  'settings',
  'measurements',
  'extras',
] as const satisfies readonly LayerId[];

const defaultSettings: readonly StudySetting[] = [
  { name: 'service', value: defaultServiceSettings },
  { name: 'sharing', value: defaultSharingRules },
  { name: 'objective', value: 'reach-target' },
  { name: 'letterhead', value: {} },
];

type Idents = { [L in LayerId]: (entry: StudyLayers[L]) => string };
const idents: Idents = {
  sites: (site) => site.id,
  hamlets: (hamlet) => hamlet.id,
  fibreNodes: (node) => node.properties.id,
  fibreRoutes: (route) => route.properties.id,
  points: (point) => point.properties.id,
  communes: (commune) => commune.properties.code,
  parameters: (parameter) => parameter.name,
  antennas: (antenna) => antenna.id,
  locks: (lock) => `${lock.hostId}<${lock.movedId}`,
  settings: (setting) => setting.name,
  measurements: (measurement) => measurement.id,
  extras: (extras) => extras.of,
};

export const idOf = <L extends LayerId>(layer: L, entry: StudyLayers[L]): string => idents[layer](entry);

type Bases = { [L in LayerId]: (pack: Pack) => readonly StudyLayers[L][] };
const bases: Bases = {
  sites: (pack) => pack.sites,
  hamlets: (pack) => pack.hamlets,
  fibreNodes: (pack) => pack.fibreNodes.features,
  fibreRoutes: (pack) => pack.fibreRoutes.features,
  points: (pack) => pack.points.features,
  communes: (pack) => pack.communes.features,
  parameters: (pack) => pack.facts.parameters,
  antennas: (pack) => pack.facts.antennas,
  locks: () => [],
  settings: () => defaultSettings,
  measurements: () => [],
  extras: () => [],
};

/** A layer as the locked base has it. */
export const baseLayer = <L extends LayerId>(pack: Pack, layer: L): readonly StudyLayers[L][] => bases[layer](pack);

const indexes = new WeakMap<Pack, Map<LayerId, ReadonlyMap<string, Entry>>>();

/** The entries of a layer of the locked base by id. */
export const baseIndex = <L extends LayerId>(pack: Pack, layer: L): ReadonlyMap<string, StudyLayers[L]> => {
  let byLayer = indexes.get(pack);
  if (!byLayer) {
    byLayer = new Map();
    indexes.set(pack, byLayer);
  }
  let index = byLayer.get(layer);
  if (!index) {
    index = new Map(baseLayer(pack, layer).map((entry) => [idOf(layer, entry), entry]));
    byLayer.set(layer, index);
  }
  return index as ReadonlyMap<string, StudyLayers[L]>;
};

/** An entry of the locked base; undefined where it has none of this id. */
export const baseEntry = <L extends LayerId>(pack: Pack, layer: L, id: string): StudyLayers[L] | undefined =>
  baseIndex(pack, layer).get(id);
