import type { Pack } from '../../model/pack.ts';
import type { LonLat } from '../../model/place.ts';
import { communeFinder } from '../vector/locate.ts';
import { asCommuneCode } from './commune-code.ts';

/** Commune codes of another vintage than the communes of an import, that a list may state. */
export interface OtherCodes {
  vintage: string;
  /** By each code, the name it has there and the communes of the import that hold its ground. */
  units: ReadonlyMap<string, { name: string; communes: readonly string[] }>;
}

/** A commune code as a file states it, and where what it is of lies. */
export interface StatedCode {
  code: string;
  position: LonLat;
}

/** Of the rows that lie in a commune, as many must lie in that which the other vintage says. */
const leastShare = 0.5;

/**
 * The other codes where a file states those, by its rows together: most codes are of both vintages, with another extent,
 * and a row alone tells little. What more rows lie in is what they are of; in doubt they are of the communes themselves.
 */
export const codesStated = (
  stated: Iterable<StatedCode>,
  { communes, otherCodes }: { communes: Pack['communes'] | null; otherCodes?: OtherCodes | null },
): OtherCodes | null => {
  if (!communes || !otherCodes) return null;
  const find = communeFinder(communes);
  let [rows, own, other] = [0, 0, 0];
  for (const { code: text, position } of stated) {
    const code = asCommuneCode(text);
    const there = code === '' ? undefined : find(position);
    if (!there) continue;
    rows++;
    if (code === there.code) own++;
    if (otherCodes.units.get(code)?.communes.includes(there.code)) other++;
  }
  return other > own && other >= leastShare * rows ? otherCodes : null;
};
