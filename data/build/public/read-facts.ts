import { readAreaFacts, readCommuneFacts, readFacts } from '../facts.ts';
import { readCrosswalk, readProvinceFacts, readUnitFacts } from '../units-facts.ts';
import type { PublicFacts } from './facts.ts';

/** The facts from their tables. Errors as in `readCommuneFacts`. */
export const readPublicFacts = (): PublicFacts => ({
  facts: readFacts(),
  communes2020: readCommuneFacts(),
  units2025: readUnitFacts(),
  provinces: readProvinceFacts(),
  crosswalk: readCrosswalk(),
  areas: readAreaFacts(),
});
