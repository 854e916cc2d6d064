import {
  checkCommune,
  checkCommuneCode,
  checkParameter,
  checkPeople,
  checkRoute,
  checkSite,
  type Known,
  keysOf,
  type TellEntry,
} from '../files/pack/entry-rules.ts';
import { packPaths } from '../files/pack/pack-layout.ts';
import { refuse } from '../files/problem-list.ts';
import { insideTest } from '../files/vector/inside.ts';
import { communeFinder } from '../files/vector/locate.ts';
import type { Pack } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import type { RuleId } from '../model/problem.ts';
import { type Entry, idOf, type LayerId, type StudyLayers } from './layers.ts';
import type { Moment } from './moment.ts';

type RuleValues = Record<string, string | number>;

/** What entries of a study may name: of the pack, and of what the study itself brings. */
interface KnownInStudy extends Known {
  sites: ReadonlySet<string>;
  /** Units of the pack's parameters by name. */
  units: ReadonlyMap<string, string>;
  isInside: (position: LonLat) => boolean;
}

type Check<L extends LayerId> = (entry: StudyLayers[L], known: KnownInStudy, tell: TellEntry) => void;

const checkPosition = (position: LonLat, { isInside }: KnownInStudy, tell: TellEntry): void => {
  if (!isInside(position)) tell('', position.join(', '), 'outside-province');
};

/** What only a study has is held against the pack as its own layers are. */
const checks: { readonly [L in LayerId]?: Check<L> } = {
  sites: (site, known, tell) => {
    checkSite(site, known, tell);
    checkCommuneCode(site, known, tell);
    checkPosition(site.position, known, tell);
  },
  hamlets: (hamlet, known, tell) => {
    checkPeople(hamlet, tell);
    checkCommuneCode(hamlet, known, tell);
    checkPosition(hamlet.centre, known, tell);
  },
  fibreNodes: ({ properties }, known, tell) => checkCommuneCode(properties, known, tell),
  fibreRoutes: ({ properties }, known, tell) => checkRoute(properties, known, tell),
  points: ({ properties }, known, tell) => checkCommuneCode(properties, known, tell),
  communes: ({ properties }, known, tell) => checkCommune(properties, known, tell),
  parameters: (parameter, { units }, tell) => {
    checkParameter(parameter, tell);
    const { name, unit } = parameter;
    const allowed = units.get(name);
    if (allowed === undefined) tell('name', name, 'unknown-reference', { expected: packPaths.facts });
    else if (unit !== allowed) tell('unit', unit, 'not-one-of', { allowed });
  },
  locks: ({ hostId, movedId }, { sites }, tell) => {
    for (const id of [hostId, movedId]) {
      if (!sites.has(id)) tell('', id, 'unknown-reference', { expected: packPaths.sites });
    }
  },
  measurements: ({ operator }, { operators }, tell) => {
    if (!operators.has(operator)) tell('', operator, 'not-one-of', { allowed: [...operators].join(', ') });
  },
};

/** Something a study brings: an entry of a layer under an id. */
interface Brought {
  layer: LayerId;
  id: string;
  entry: Entry;
}

/** What is wrong with an entry, and where in it. */
export interface BrokenRule {
  rule: RuleId;
  value: string;
  ruleValues?: RuleValues;
  way?: string;
}

/** Ids of a layer of the pack, with those that a study brings. */
const idsOf = (own: readonly string[], layer: LayerId, all: readonly Pick<Brought, 'layer' | 'entry'>[]) =>
  new Set([...own, ...all.flatMap((one) => (one.layer === layer ? [idOf(layer, one.entry as never)] : []))]);

/** Inside a commune of the pack, or of the boundaries that a study brings. */
const insideOf = (pack: Pack, all: readonly Pick<Brought, 'layer' | 'entry'>[]) => {
  const find = communeFinder(pack.communes);
  const others = all.flatMap(({ layer, entry }) =>
    layer === 'communes' ? [insideTest((entry as StudyLayers['communes']).geometry)] : [],
  );
  return (position: LonLat): boolean => find(position) !== undefined || others.some((isInside) => isInside(position));
};

/**
 * Holds what a study brings against the rules a pack's own entries keep (`files/pack/entry-rules`), and entries to stand
 * under their own id.
 *
 * @param all everything it brings: what it names may be its own, and with other boundaries another ground is inside
 */
export const rulesOver = (pack: Pack, all: readonly Pick<Brought, 'layer' | 'entry'>[]) => {
  const antennas = all.flatMap(({ layer, entry }) => (layer === 'antennas' ? [entry as StudyLayers['antennas']] : []));
  const { facts, manifest, communes, districts, fibreNodes, sites } = pack;
  const codesOf = ({ features }: { features: readonly { properties: { code: string } }[] }): string[] =>
    features.map(({ properties }) => properties.code);
  const known: KnownInStudy = {
    ...keysOf({ ...facts, antennas: [...facts.antennas, ...antennas] }),
    vintage: manifest.vintage,
    communes: new Set(codesOf(communes)),
    districts: new Set(codesOf(districts)),
    fibreNodes: idsOf(
      fibreNodes.features.map(({ properties }) => properties.id),
      'fibreNodes',
      all,
    ),
    sites: idsOf(
      sites.map(({ id }) => id),
      'sites',
      all,
    ),
    units: new Map(facts.parameters.map(({ name, unit }) => [name, unit])),
    isInside: insideOf(pack, all),
  };
  /** The first rule an entry breaks; null where it keeps them all. */
  return ({ layer, id, entry }: Brought): BrokenRule | null => {
    const broken: BrokenRule[] = [];
    const tell: TellEntry = (way, value, rule, ruleValues) => {
      broken.push({ rule, value, ...(ruleValues && { ruleValues }), ...(way !== '' && { way }) });
    };
    const own = idOf(layer, entry as never);
    if (own !== id) tell('', own, 'other-id', { expected: id });
    (checks[layer] as Check<LayerId> | undefined)?.(entry as never, known, tell);
    return broken[0] ?? null;
  };
};

/** Every entry that the moments of a study bring, with where it stands. */
const broughtBy = (moments: readonly Moment[], at: string): (Brought & { at: string })[] =>
  moments.flatMap(({ changes }, m) =>
    changes.flatMap(({ layer, id, after }, c) =>
      after === null
        ? []
        : [{ layer: layer as LayerId, id, entry: after as Entry, at: `${at}[${m}].changes[${c}].after` }],
    ),
  );

/** Throws InputError with the first entry of a saved study that breaks a rule of its pack. */
export const checkStudyRules = (
  scenarios: readonly { done: readonly Moment[]; undone: readonly Moment[] }[],
  pack: Pack,
  file: string,
): void => {
  const brought = scenarios.flatMap(({ done, undone }, s) => [
    ...broughtBy(done, `scenarios[${s}].done`),
    ...broughtBy(undone, `scenarios[${s}].undone`),
  ]);
  const broken = rulesOver(pack, brought);
  for (const entry of brought) {
    const found = broken(entry);
    if (!found) continue;
    const { way, ...problem } = found;
    throw refuse({ file, place: way === undefined ? entry.at : `${entry.at}.${way}`, ...problem });
  }
};
