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

const checkPlace = (communeCode: string, position: LonLat, known: Known, vintage: string, tell: Tell): void => {
  if (!known.communes.has(communeCode)) tell(communeCode, 'unknown-commune', { vintage });
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
    const { geometry, properties } = entry as StudyLayers['fibreNodes'] | StudyLayers['points'];
    const [lon, lat] = geometry.coordinates;
    checkPlace(properties.communeCode, [lon, lat], known, vintage, tell);
  } else if (layer === 'measurements') {
    const { operator } = entry as StudyLayers['measurements'];
    const { operators } = known.keys;
    if (!operators.has(operator)) tell(operator, 'not-one-of', { allowed: [...operators].join(', ') });
  }
};

/** Every entry that the moments of a study bring, with where it stands. */
const broughtBy = (
  moments: readonly Moment[],
  at: string,
): { layer: LayerId; id: string; entry: Entry; at: string }[] =>
  moments.flatMap(({ changes }, m) =>
    changes.flatMap(({ layer, id, after }, c) =>
      after === null
        ? []
        : [{ layer: layer as LayerId, id, entry: after as Entry, at: `${at}[${m}].changes[${c}].after` }],
    ),
  );

/**
 * The rules of a pack hold for what a saved study brings: entries under their own id; operators, bands, antennas and
 * communes that are known; hamlets with people; no antenna above its structure; places inside the province. Throws
 * InputError with the first that does not fit.
 */
export const checkStudyRules = (
  scenarios: readonly { done: readonly Moment[]; undone: readonly Moment[] }[],
  pack: Pack,
  file: string,
): void => {
  const brought = scenarios.flatMap(({ done, undone }, s) => [
    ...broughtBy(done, `scenarios[${s}].done`),
    ...broughtBy(undone, `scenarios[${s}].undone`),
  ]);
  const antennas = brought.flatMap(({ layer, entry }) =>
    layer === 'antennas' ? [entry as StudyLayers['antennas']] : [],
  );
  const find = communeFinder(pack.communes);
  // with other boundaries another ground is inside
  const hasBoundaries = brought.some(({ layer }) => layer === 'communes');
  const known: Known = {
    keys: keysOf({ ...pack.facts, antennas: [...pack.facts.antennas, ...antennas] }),
    communes: new Set(pack.communes.features.map(({ properties }) => properties.code)),
    isInside: (position) => hasBoundaries || find(position) !== undefined,
  };
  for (const { layer, id, entry, at } of brought) {
    const tell: Tell = (value, rule, ruleValues, way) => {
      const place = way === undefined ? at : `${at}.${way}`;
      throw refuse({ file, place, value, rule, ...(ruleValues && { ruleValues }) });
    };
    const own = idOf(layer, entry as never);
    if (own !== id) tell(own, 'other-id', { expected: id });
    checkEntry(layer, entry, known, pack.manifest.vintage, tell);
  }
};
