import type { Facts } from '../../model/facts.ts';
import type { RuleId } from '../../model/problem.ts';
import type { Site } from '../../model/site.ts';

/** Keys that a site's tenants and cells may name. */
export interface KnownKeys {
  operators: ReadonlySet<string>;
  bands: ReadonlySet<string>;
  antennas: ReadonlySet<string>;
}

export const keysOf = ({ operators, bands, antennas }: Pick<Facts, 'operators' | 'bands' | 'antennas'>): KnownKeys => ({
  operators: new Set(operators.map(({ id }) => id)),
  bands: new Set(bands.map(({ id }) => id)),
  antennas: new Set(antennas.map(({ id }) => id)),
});

/** Tells what is wrong at a place inside a site: 'tenants[0].operator'. */
export type TellSite = (way: string, value: string, rule: RuleId, ruleValues?: Record<string, string | number>) => void;

/** The rules of a site beyond its schema: operators, bands and antennas that are known, one tenancy each, none in the air. */
export const checkSite = (
  { tenants, heightM }: Pick<Site, 'tenants' | 'heightM'>,
  { operators, bands, antennas }: KnownKeys,
  tell: TellSite,
): void => {
  const there = new Set<string>();
  tenants.forEach(({ operator, antennaHeightM, cells }, t) => {
    if (!operators.has(operator)) tell(`tenants[${t}].operator`, operator, 'unknown-reference');
    if (there.has(operator)) tell(`tenants[${t}].operator`, operator, 'duplicate-id');
    there.add(operator);
    if (antennaHeightM > heightM) {
      tell(`tenants[${t}].antennaHeightM`, String(antennaHeightM), 'above-mast', { max: heightM });
    }
    cells.forEach(({ band, antenna }, c) => {
      if (!bands.has(band)) tell(`tenants[${t}].cells[${c}].band`, band, 'unknown-reference');
      if (!antennas.has(antenna)) tell(`tenants[${t}].cells[${c}].antenna`, antenna, 'unknown-reference');
    });
  });
};
