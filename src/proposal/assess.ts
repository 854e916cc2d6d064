import type { ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import { identityOf, type Pack } from '../model/pack.ts';
import { isUrban } from '../model/place.ts';
import type { Site } from '../model/site.ts';
import { moneyParameters } from '../money/parameters.ts';
import type { SharingRules } from '../sharing/plan/plan-types.ts';
import { sharingRate } from '../sharing/rate.ts';
import { type Entrant, keyOf, networkAsAdvised, totalsOf } from './advice.ts';
import { type AssessedSite, assessSite, type Setting } from './assess-site.ts';
import type { Assessment } from './assessment.ts';
import { avoidedFrontier } from './avoided-frontier.ts';
import { jointSites } from './joint.ts';
import { sweepTerrainOf } from './levels.ts';
import type { FileAssessment, SiteAssessment } from './proposal-findings.ts';
import type { Proposal } from './read-proposal.ts';
import { repeatsOf } from './repeats.ts';

/** The network that proposed sites would join, and what a run found of it. */
export interface AssessedNetwork {
  pack: Pack;
  /** SHA-256 of pack.json. */
  checksum: string;
  appVersion: string;
  service: ServiceResult;
  settings: ServiceSettings;
  rules: SharingRules;
}

export interface Assessor {
  /**
   * Proposals beside what stands, each site alone and all of them together. A site that has been assessed before is not
   * assessed again. Nothing of the pack is changed.
   */
  assess: (proposals: readonly Proposal[], onProgress?: (done: number, total: number) => void) => Assessment;
}

const settingOf = ({ pack, service, settings, rules }: AssessedNetwork): Setting => {
  const communes = new Map(pack.communes.features.map(({ properties }) => [properties.code, properties]));
  return {
    ground: sweepTerrainOf(pack, service, settings),
    standing: pack.sites,
    rules,
    money: moneyParameters(pack.facts.parameters),
    isUrban: (code) => {
      const commune = communes.get(code);
      return commune !== undefined && isUrban(commune);
    },
    communeName: (code) => communes.get(code)?.name ?? code,
  };
};

export const createAssessor = (network: AssessedNetwork): Assessor => {
  const { pack, checksum, appVersion, settings, rules } = network;
  const setting = settingOf(network);
  const known = new WeakMap<Site, AssessedSite>();
  const assessedOf = (proposed: Site): AssessedSite => {
    const found = known.get(proposed) ?? assessSite(setting, proposed);
    known.set(proposed, found);
    return found;
  };

  return {
    assess: (proposals, onProgress) => {
      const all = proposals.flatMap(({ file, proposedSites }) => proposedSites.map((proposed) => ({ file, proposed })));
      const entrants = all.map(({ file, proposed }, done): Entrant => {
        onProgress?.(done, all.length);
        return { ...assessedOf(proposed), key: keyOf({ file, id: proposed.id }), file };
      });
      const { joint, apart } = jointSites(setting, entrants, () => onProgress?.(all.length, all.length));
      const { crowdedOut } = networkAsAdvised(setting, entrants, joint);
      const told = ({ key, assessment }: Entrant): SiteAssessment =>
        crowdedOut.has(key) && assessment.hostId !== null
          ? { ...assessment, reasons: [...assessment.reasons, { id: 'host-taken', siteId: assessment.hostId }] }
          : assessment;
      return {
        format: 'phusong-assessment',
        formatVersion: 1,
        pack: identityOf(pack.manifest, checksum),
        appVersion,
        service: settings,
        rules,
        today: sharingRate(pack.sites),
        files: proposals.map(({ file, checksum, rows, problems }): FileAssessment => {
          const own = entrants.filter((entrant) => entrant.file === file);
          return {
            file,
            checksum,
            rows,
            problems,
            proposedSites: own.map(told),
            totals: totalsOf(setting, own, joint),
          };
        }),
        joint,
        apart,
        repeats: repeatsOf(proposals),
        totals: totalsOf(setting, entrants, joint),
        avoided: avoidedFrontier(setting, entrants),
      };
    },
  };
};
