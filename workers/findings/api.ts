import { buildFindings, type FindingsSource } from '../../src/findings/build-findings.ts';
import type { Findings } from '../../src/findings/findings.ts';

export const findingsApi = {
  /** Everything a report says of a run. */
  compute: (source: FindingsSource): Findings => buildFindings(source),
};
