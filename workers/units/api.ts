import { otherUnitsOf } from '../../data/build/other-units.ts';

export const unitsApi = {
  /** The units of another vintage on a pack's ground; null where it is not known which they are. */
  otherUnits: otherUnitsOf,
};
