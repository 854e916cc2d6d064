import type { Facts, Parameter } from '../../model/facts.ts';
import { type Hamlet, peopleOf } from '../../model/hamlet.ts';
import type { FibreRouteProperties } from '../../model/pack.ts';
import type { Commune } from '../../model/place.ts';
import type { RuleId } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';
import { isMoneyParameter, mostOf } from '../../money/parameters.ts';
import { packPaths } from './pack-layout.ts';

/** Keys that a site's tenants and cells may name. */
export interface KnownKeys {
  operators: ReadonlySet<string>;
  bands: ReadonlySet<string>;
  antennas: ReadonlySet<string>;
}

/** What any entry of a pack may name, and what a study brings to it. */
export interface Known extends KnownKeys {
  vintage: string;
  communes: ReadonlySet<string>;
  districts: ReadonlySet<string>;
  fibreNodes: ReadonlySet<string>;
}

export const keysOf = ({ operators, bands, antennas }: Pick<Facts, 'operators' | 'bands' | 'antennas'>): KnownKeys => ({
  operators: new Set(operators.map(({ id }) => id)),
  bands: new Set(bands.map(({ id }) => id)),
  antennas: new Set(antennas.map(({ id }) => id)),
});

/** Tells what is wrong at a place inside an entry: 'tenants[0].operator'; '' for the entry itself. */
export type TellEntry = (
  way: string,
  value: string,
  rule: RuleId,
  ruleValues?: Record<string, string | number>,
) => void;

/** Operators, bands and antennas that are known, one tenancy each, none in the air. */
export const checkSite = (
  { tenants, heightM }: Pick<Site, 'tenants' | 'heightM'>,
  { operators, bands, antennas }: KnownKeys,
  tell: TellEntry,
): void => {
  const there = new Set<string>();
  const unknown = (way: string, value: string): void => {
    tell(way, value, 'unknown-reference', { expected: packPaths.facts });
  };
  tenants.forEach(({ operator, antennaHeightM, cells }, t) => {
    if (!operators.has(operator)) unknown(`tenants[${t}].operator`, operator);
    if (there.has(operator)) tell(`tenants[${t}].operator`, operator, 'duplicate-id');
    there.add(operator);
    if (antennaHeightM > heightM) {
      tell(`tenants[${t}].antennaHeightM`, String(antennaHeightM), 'above-mast', { max: heightM });
    }
    cells.forEach(({ band, antenna }, c) => {
      if (!bands.has(band)) unknown(`tenants[${t}].cells[${c}].band`, band);
      if (!antennas.has(antenna)) unknown(`tenants[${t}].cells[${c}].antenna`, antenna);
    });
  });
};

/** What lies in a commune names one that there is. */
export const checkCommuneCode = (
  { communeCode }: { communeCode: string },
  { communes, vintage }: Pick<Known, 'communes' | 'vintage'>,
  tell: TellEntry,
): void => {
  if (!communes.has(communeCode)) tell('', communeCode, 'unknown-commune', { vintage });
};

export const checkPeople = (hamlet: Pick<Hamlet, 'name' | 'clusters'>, tell: TellEntry): void => {
  if (peopleOf(hamlet) === 0) tell('', hamlet.name, 'no-people');
};

/** A commune is of the pack's vintage and in a district there is. */
export const checkCommune = (
  { vintage, districtCode }: Pick<Commune, 'vintage' | 'districtCode'>,
  known: Pick<Known, 'vintage' | 'districts'>,
  tell: TellEntry,
): void => {
  if (vintage !== known.vintage) tell('', vintage, 'wrong-vintage', { expected: known.vintage });
  if (!known.districts.has(districtCode)) {
    tell('', districtCode, 'unknown-reference', { expected: packPaths.districts });
  }
};

/** A cable has a node at either end. */
export const checkRoute = (
  { from, to }: Pick<FibreRouteProperties, 'from' | 'to'>,
  { fibreNodes }: Pick<Known, 'fibreNodes'>,
  tell: TellEntry,
): void => {
  for (const end of [from, to]) {
    if (!fibreNodes.has(end)) tell('', end, 'unknown-reference', { expected: packPaths.fibreNodes });
  }
};

/** A figure of the calculations runs from low over central to high; money is never negative. */
export const checkParameter = (
  { name, low, central, high }: Pick<Parameter, 'name' | 'low' | 'central' | 'high'>,
  tell: TellEntry,
): void => {
  if (!(low <= central && central <= high)) {
    tell('', `${low}, ${central}, ${high}`, 'wrong-order', { expected: 'low ≤ central ≤ high' });
  }
  if (isMoneyParameter(name) && low < 0) tell('low', String(low), 'out-of-range', { min: 0 });
  if (high > mostOf(name)) tell('high', String(high), 'out-of-range', { max: mostOf(name) });
};
