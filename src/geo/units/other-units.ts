import { type Crosswalk, predecessorsOf } from '../../model/crosswalk.ts';
import type { OtherUnits } from '../../model/other-units.ts';
import type { PackTables } from '../../model/pack.ts';
import type { Commune } from '../../model/place.ts';
import { districtsOf, divideUnits, joinUnits, type RegisterUnit, type UnitShapes } from './join-units.ts';

/** What of a pack its units are read from. */
export type UnitsOfPack = Pick<PackTables, 'communes' | 'province'>;

/**
 * The units that earlier ones went into.
 *
 * @param shapes of the later units, where a source has them; joined from the earlier ones otherwise, and that is said
 * @throws Error as `joinUnits`
 */
export const laterUnits = (
  { communes: earlier, province }: UnitsOfPack,
  crosswalk: Crosswalk,
  register: readonly RegisterUnit[],
  shapes?: UnitShapes,
): OtherUnits => {
  const communes = joinUnits(earlier, crosswalk, register, shapes);
  return {
    vintage: crosswalk.to,
    own: crosswalk.from,
    communes,
    districts: districtsOf(communes, province),
    note: shapes
      ? `Units of ${crosswalk.to}; what belongs to each by the list of predecessors.`
      : `Units of ${crosswalk.to}, joined from those of ${crosswalk.from} by the list of predecessors.`,
    partsOf: new Map(
      earlier.features.map(({ properties: { code } }) => [code, [crosswalk.successors.get(code) ?? code]]),
    ),
  };
};

/**
 * The units that later ones were made of, drawn inside them. A later unit whose predecessors are not in the register
 * stays as it is, so that nothing is lost from the sums.
 */
export const earlierUnits = (
  { communes: later, province }: UnitsOfPack,
  crosswalk: Crosswalk,
  register: readonly Commune[],
): OtherUnits => {
  const shapes = new Map(later.features.map(({ properties, geometry }) => [properties.code, geometry]));
  const divided = divideUnits(shapes, crosswalk, register);
  const drawn = new Set(divided.features.map(({ properties }) => properties.code));
  const predecessors = predecessorsOf(crosswalk);
  const partsOf = new Map(
    later.features.map(({ properties: { code } }): [string, string[]] => {
      const parts = (predecessors.get(code) ?? []).filter((one) => drawn.has(one));
      return [code, parts.length > 0 ? parts : [code]];
    }),
  );
  const whole = later.features.filter(
    ({ properties: { code } }) => !predecessors.get(code)?.some((one) => drawn.has(one)),
  );
  const communes = { type: 'FeatureCollection' as const, features: [...divided.features, ...whole] };
  return {
    vintage: crosswalk.from,
    own: crosswalk.to,
    communes,
    districts: districtsOf(communes, province),
    note: `Units of ${crosswalk.from}, drawn as a power diagram inside those of ${crosswalk.to}: right in area and place, schematic in outline.`,
    partsOf,
  };
};
