import { buildFindings, type FindingsSource } from '../../src/report/build-findings.ts';
import type { Findings } from '../../src/report/findings.ts';

export const findingsApi = {
  /** Everything a report says of a run. */
  compute: (source: FindingsSource): Findings => buildFindings(source),
};
