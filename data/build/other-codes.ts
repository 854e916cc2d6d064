import type { OtherCodes } from '../../src/files/import/other-codes.ts';
import { predecessorsOf } from '../../src/model/crosswalk.ts';
import type { Pack } from '../../src/model/pack.ts';
import { readCommuneFacts } from './facts.ts';
import { readCrosswalk, readUnitFacts } from './units-facts.ts';

/** The codes of the other vintage that a list for a pack may state; null where the crosswalk does not know the pack's own. */
export const otherCodesOf = ({ features }: Pack['communes']): OtherCodes | null => {
  const crosswalk = readCrosswalk();
  const codes = new Set(features.map(({ properties }) => properties.code));
  const own = features[0]?.properties.vintage;
  const known = (communes: readonly string[]): string[] => communes.filter((code) => codes.has(code));
  if (own === crosswalk.from) {
    const names = new Map(readUnitFacts().map(({ code, name }) => [code, name]));
    const units = [...predecessorsOf(crosswalk)].map(([code, communes]) => unitOf(code, names, known(communes)));
    return { vintage: crosswalk.to, units: new Map(units) };
  }
  if (own !== crosswalk.to) return null;
  const names = new Map(readCommuneFacts().map(({ commune: { code, name } }) => [code, name]));
  const units = [...crosswalk.successors].map(([code, successor]) => unitOf(code, names, known([successor])));
  return { vintage: crosswalk.from, units: new Map(units) };
};

const unitOf = (
  code: string,
  names: ReadonlyMap<string, string>,
  communes: string[],
): [string, { name: string; communes: string[] }] => [code, { name: names.get(code) ?? code, communes }];
