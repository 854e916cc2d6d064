import { checkSite, type KnownKeys, keysOf } from '../files/pack/site-rules.ts';
import { refuse } from '../files/problem-list.ts';
import { communeFinder } from '../files/vector/locate.ts';
import { type Hamlet, peopleOf } from '../model/hamlet.ts';
import type { Pack } from '../model/pack.ts';
import type { LonLat } from '../model/place.ts';
import type { RuleId } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import { type Entry, idOf, type LayerId, type StudyLayers } from './layers.ts';
import type { Moment } from './moment.ts';

type RuleValues = Record<string, string | number>;
type Tell = (value: string, rule: RuleId, ruleValues?: RuleValues, way?: string) => void;

/** What entries of a study may name: of the pack, and of what the study itself has brought. */
interface Known {
  keys: KnownKeys;
  communes: ReadonlySet<string>;
  isInside: (position: LonLat) => boolean;
}

const checkCommune = (communeCode: string, known: Known, vintage: string, tell: Tell): void => {
  if (!known.communes.has(communeCode)) tell(communeCode, 'unknown-commune', { vintage });
};

const checkPlace = (communeCode: string, position: LonLat, known: Known, vintage: string, tell: Tell): void => {
  checkCommune(communeCode, known, vintage, tell);
  if (!known.isInside(position)) tell(position.join(', '), 'outside-province');
};

/** Holds one entry against the rules that a pack's own entries keep. */
const checkEntry = (layer: LayerId, entry: Entry, known: Known, vintage: string, tell: Tell): void => {
  if (layer === 'sites') {
    const site = entry as Site;
    checkSite(site, known.keys, (way, value, rule, ruleValues) => tell(value, rule, ruleValues, way));
    checkPlace(site.communeCode, site.position, known, vintage, tell);
  } else if (layer === 'hamlets') {
    const hamlet = entry as Hamlet;
    if (peopleOf(hamlet) === 0) tell(hamlet.name, 'no-people');
    checkPlace(hamlet.communeCode, hamlet.centre, known, vintage, tell);
  } else if (layer === 'fibreNodes' || layer === 'points') {
    const { properties } = entry as StudyLayers['fibreNodes'] | StudyLayers['points'];
    checkCommune(properties.communeCode, known, vintage, tell);
  } else if (layer === 'measurements') {
    const { operator } = entry as StudyLayers['measurements'];
    const { operators } = known.keys;
    if (!operators.has(operator)) tell(operator, 'not-one-of', { allowed: [...operators].join(', ') });
  }
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

/**
 * Holds what a study brings against the rules a pack's own entries keep: entries under their own id; operators, bands,
 * antennas and communes that are known; hamlets with people; no antenna above its structure; sites and hamlets inside
 * the province.
 *
 * @param all everything it brings: antennas of its own are known, and with other boundaries another ground is inside
 */
export const rulesOver = (pack: Pack, all: readonly Pick<Brought, 'layer' | 'entry'>[]) => {
  const antennas = all.flatMap(({ layer, entry }) => (layer === 'antennas' ? [entry as StudyLayers['antennas']] : []));
  const find = communeFinder(pack.communes);
  const hasBoundaries = all.some(({ layer }) => layer === 'communes');
  const known: Known = {
    keys: keysOf({ ...pack.facts, antennas: [...pack.facts.antennas, ...antennas] }),
    communes: new Set(pack.communes.features.map(({ properties }) => properties.code)),
    isInside: (position) => hasBoundaries || find(position) !== undefined,
  };
  /** The first rule an entry breaks; null where it keeps them all. */
  return ({ layer, id, entry }: Brought): BrokenRule | null => {
    const broken: BrokenRule[] = [];
    const tell: Tell = (value, rule, ruleValues, way) => {
      broken.push({ rule, value, ...(ruleValues && { ruleValues }), ...(way !== undefined && { way }) });
    };
    const own = idOf(layer, entry as never);
    if (own !== id) tell(own, 'other-id', { expected: id });
    checkEntry(layer, entry, known, pack.manifest.vintage, tell);
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
