import { earlierUnits, laterUnits, type UnitsOfPack } from '../../src/geo/units/other-units.ts';
import type { OtherUnits, UnitVintage } from '../../src/model/other-units.ts';
import { readCommuneFacts } from './facts.ts';
import { knownProvince } from './public/facts.ts';
import { unitRegister } from './unit-register.ts';
import { readCrosswalk, readProvinceFacts, readUnitFacts } from './units-facts.ts';

/** The units of another vintage on the ground of a pack's; null where the crosswalk does not know the pack's own. */
export const otherUnitsOf = (pack: UnitsOfPack, vintage: UnitVintage): OtherUnits | null => {
  const crosswalk = readCrosswalk();
  const codes = pack.communes.features.map(({ properties }) => properties.code);
  const [own] = new Set(pack.communes.features.map(({ properties }) => properties.vintage));
  if (own === crosswalk.from && vintage === crosswalk.to && codes.every((code) => crosswalk.successors.has(code))) {
    const province = readProvinceFacts().find(({ code }) => code === knownProvince)!;
    return laterUnits(pack, crosswalk, unitRegister(readUnitFacts(), province));
  }
  const later = new Set(crosswalk.successors.values());
  if (own === crosswalk.to && vintage === crosswalk.from && codes.some((code) => later.has(code))) {
    const register = readCommuneFacts().map(({ commune }) => commune);
    return earlierUnits(pack, crosswalk, register);
  }
  return null;
};
