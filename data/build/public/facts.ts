import type { Crosswalk } from '../../../src/model/crosswalk.ts';
import type { Facts } from '../../../src/model/facts.ts';
import type { AreaFacts, CommuneFacts } from '../facts.ts';
import type { ProvinceFacts, UnitFacts } from '../units-facts.ts';

/** What is known of Vietnam beside what sources give. A place where it says nothing is built without it. */
export interface PublicFacts {
  facts: Facts;
  communes2020: readonly CommuneFacts[];
  units2025: readonly UnitFacts[];
  provinces: readonly ProvinceFacts[];
  crosswalk: Crosswalk;
  areas: readonly AreaFacts[];
}

/** The province whose communes of 2020, census and article the facts hold. */
export const knownProvince = '19';
