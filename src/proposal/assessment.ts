import type { ServiceSettings } from '../coverage/service-types.ts';
import type { Findings } from '../report/findings.ts';
import type { ProposalFindings } from '../report/proposals.ts';
import type { SharingRate, SharingRules } from '../sharing/plan-types.ts';

/** What the planner answers to carriers' proposals, as plain data. Renderers compute nothing. */
export interface Assessment extends ProposalFindings {
  format: 'phusong-assessment';
  formatVersion: 1;
  pack: Findings['pack'];
  appVersion: string;
  service: ServiceSettings;
  rules: SharingRules;
  today: SharingRate;
}
