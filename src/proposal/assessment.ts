import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { PackIdentity } from '../model/pack.ts';
import type { FrontierPoint } from '../sharing/plan/frontier.ts';
import type { SharingRate, SharingRules } from '../sharing/plan/plan-types.ts';
import type { ApartPairs } from './apart.ts';
import type { ProposalFindings } from './proposal-findings.ts';
import type { Repeat } from './repeats.ts';

/** What planned sites that go onto standing ones save, against the sharing rate. */
export interface AvoidedFrontier {
  definition: SharingRules['definition'];
  /** As the network stands. */
  todayRate: number;
  /** With every planned site built by itself: where the frontier begins. */
  asBuiltRate: number;
  planned: number;
  /** Planned sites that a standing one near enough has a place for. */
  withPlace: number;
  /** The count is of planned sites put onto standing ones. */
  points: readonly FrontierPoint[];
}

/** What the planner answers to carriers' proposals, as plain data. Renderers compute nothing. */
export interface Assessment extends ProposalFindings {
  format: 'phusong-assessment';
  formatVersion: 1;
  pack: PackIdentity;
  appVersion: string;
  service: ServiceSettings;
  rules: SharingRules;
  today: SharingRate;
  /** Proposed masts near enough to be one that are not. */
  apart: ApartPairs;
  /** Files that seem to bring what another brought already. */
  repeats: readonly Repeat[];
  avoided: AvoidedFrontier;
}
