import type { ServiceResult, ServiceSettings } from '../../src/coverage/service-types.ts';
import type { Pack } from '../../src/model/pack.ts';
import { buildFindings } from '../../src/report/build-findings.ts';
import type { Findings } from '../../src/report/findings.ts';
import { planSharing } from '../../src/sharing/plan.ts';
import type { SharingRules } from '../../src/sharing/plan-types.ts';

export interface FindingsInput {
  pack: Pack;
  checksum: string;
  appVersion: string;
  service: ServiceResult;
  settings: ServiceSettings;
  rules: SharingRules;
}

export const findingsApi = {
  /** The sharing plan, then everything a report says. */
  compute: (input: FindingsInput, onProgress: (done: number, total: number) => void): Findings => {
    const { pack, service, settings, rules } = input;
    const sharing = planSharing({ pack, service, settings, rules, onProgress });
    return buildFindings({ ...input, sharing });
  },
};
