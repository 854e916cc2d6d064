import { readCommuneFacts } from '../../../data/build/facts.ts';
import { knownProvince } from '../../../data/build/public/facts.ts';
import { unitRegister } from '../../../data/build/unit-register.ts';
import { readCrosswalk, readProvinceFacts, readUnitFacts } from '../../../data/build/units-facts.ts';
import { findingsByUnits } from '../../findings/by-units.ts';
import type { Findings } from '../../findings/findings.ts';
import { readByEarlierUnits, readByLaterUnits } from '../../geo/units/read-by-units.ts';
import type { Pack } from '../../model/pack.ts';
import { UsageError } from '../command.ts';

/** The units a report can be read by. */
export const unitVintages = ['2020', '2025'] as const;
export type UnitVintage = (typeof unitVintages)[number];

/**
 * A pack and what was found in it, told by the units of another vintage; as they are where it is their own.
 *
 * @throws UsageError for a pack whose units are not in the crosswalk
 */
export const toldByUnits = (
  vintage: UnitVintage,
  pack: Pack,
  findings: Findings,
): { pack: Pack; findings: Findings } => {
  if (pack.manifest.vintage === vintage) return { pack, findings };
  const crosswalk = readCrosswalk();
  const later = new Set(crosswalk.successors.values());
  const codes = pack.communes.features.map(({ properties }) => properties.code);
  const own = pack.manifest.vintage;
  const isKnown =
    own === crosswalk.from
      ? codes.every((code) => crosswalk.successors.has(code))
      : codes.some((code) => later.has(code));
  if (!isKnown || (own !== crosswalk.from && own !== crosswalk.to)) {
    throw new UsageError(
      `--units ${vintage}: it is not known which units of ${vintage} those of this pack (${own}) are.`,
    );
  }
  const province = readProvinceFacts().find(({ code }) => code === knownProvince)!;
  const tables =
    vintage === crosswalk.to
      ? readByLaterUnits(pack, crosswalk, unitRegister(readUnitFacts(), province))
      : readByEarlierUnits(
          pack,
          crosswalk,
          readCommuneFacts().map(({ commune }) => commune),
        );
  return { pack: { ...pack, ...tables }, findings: findingsByUnits(findings, tables) };
};
