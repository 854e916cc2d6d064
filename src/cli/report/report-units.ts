import { otherUnitsOf } from '../../../data/build/other-units.ts';
import { toldByUnits } from '../../findings/by-units.ts';
import type { Findings } from '../../findings/findings.ts';
import type { UnitVintage } from '../../model/other-units.ts';
import type { Pack } from '../../model/pack.ts';
import { UsageError } from '../command.ts';

/**
 * A pack and what was found in it, told by the units of another vintage; as they are where it is their own.
 *
 * @throws UsageError for a pack whose units are not in the crosswalk
 */
export const toldBy = (vintage: UnitVintage, pack: Pack, findings: Findings): { pack: Pack; findings: Findings } => {
  const own = pack.manifest.vintage;
  if (own === vintage) return { pack, findings };
  const units = otherUnitsOf(pack, vintage);
  if (!units) {
    throw new UsageError(
      `--units ${vintage}: it is not known which units of ${vintage} those of this pack (${own}) are.`,
    );
  }
  return toldByUnits(pack, findings, units);
};
