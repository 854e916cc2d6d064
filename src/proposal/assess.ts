import type { Findings } from '../findings/findings.ts';
import type { Pack } from '../model/pack.ts';
import { isUrban } from '../model/place.ts';
import { moneyParameters } from '../money/parameters.ts';
import { sharingRate } from '../sharing/rate.ts';
import { type Entrant, keyOf, networkAsAdvised, totalsOf } from './advice.ts';
import { assessTower, type Setting } from './assess-tower.ts';
import type { Assessment } from './assessment.ts';
import { avoidedFrontier } from './avoided-frontier.ts';
import { jointMasts } from './joint.ts';
import { groundOf } from './levels.ts';
import type { FileAssessment, TowerAssessment } from './proposal-findings.ts';
import type { Proposal } from './read-proposal.ts';

export interface AssessInput {
  /** The network the masts would join, and what is known of it. */
  pack: Pack;
  findings: Findings;
  proposals: readonly Proposal[];
  onProgress?: (done: number, total: number) => void;
}

/** Carriers' proposals beside what stands, each mast alone and all of them together. Nothing of the pack is changed. */
export const assessProposals = ({ pack, findings, proposals, onProgress }: AssessInput): Assessment => {
  const communes = new Map(pack.communes.features.map(({ properties }) => [properties.code, properties]));
  const setting: Setting = {
    ground: groundOf(pack, findings),
    standing: pack.sites,
    rules: findings.sharing.rules,
    money: moneyParameters(findings.parameters),
    isUrban: (code) => {
      const commune = communes.get(code);
      return commune !== undefined && isUrban(commune);
    },
    communeName: (code) => communes.get(code)?.name ?? code,
  };
  const all = proposals.flatMap(({ file, towers }) => towers.map((tower) => ({ file, tower })));
  const entrants = all.map(({ file, tower }, done): Entrant => {
    onProgress?.(done, all.length);
    return { ...assessTower(setting, tower), key: keyOf({ file, id: tower.id }), file };
  });
  const joint = jointMasts(setting, entrants, () => onProgress?.(all.length, all.length));
  const { crowdedOut } = networkAsAdvised(setting, entrants, joint);
  const told = ({ key, assessment }: Entrant): TowerAssessment =>
    crowdedOut.has(key) && assessment.hostId !== null
      ? { ...assessment, reasons: [...assessment.reasons, { id: 'host-taken', siteId: assessment.hostId }] }
      : assessment;
  return {
    format: 'phusong-assessment',
    formatVersion: 1,
    pack: findings.pack,
    appVersion: findings.appVersion,
    service: findings.service,
    rules: setting.rules,
    today: sharingRate(pack.sites),
    files: proposals.map(({ file, checksum, rows, problems }): FileAssessment => {
      const own = entrants.filter((entrant) => entrant.file === file);
      return { file, checksum, rows, problems, towers: own.map(told), totals: totalsOf(setting, own, joint) };
    }),
    joint,
    totals: totalsOf(setting, entrants, joint),
    avoided: avoidedFrontier(setting, entrants),
  };
};
