import { outsideModelOf, transmitHeightsOf } from '../coverage/network/outside-model.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import { identityOf, type PackTables } from '../model/pack.ts';
import type { SharingFinding } from '../sharing/plan/plan-types.ts';
import { sumAreas } from './area-sums.ts';
import type { Findings, HamletRemedy } from './findings.ts';
import { findHamlets } from './hamlet-findings.ts';
import { figureLineage } from './lineage.ts';
import { findPilotHamlets } from './pilot-hamlets.ts';
import { findPromises, promisesWith } from './promises.ts';
import { findTargets } from './targets.ts';

export interface FindingsSource {
  pack: PackTables;
  /** SHA-256 of pack.json. */
  checksum: string;
  appVersion: string;
  service: ServiceResult;
  settings: ServiceSettings;
  /** By point of the service, 1 where there is no terrain. */
  outsideDem: Uint8Array;
  sharing: SharingFinding;
  remedies?: readonly HamletRemedy[];
}

/** Everything a report says of a study, as plain data. */
export const buildFindings = ({
  pack,
  checksum,
  appVersion,
  service,
  settings,
  outsideDem,
  sharing,
  remedies = [],
}: FindingsSource): Findings => {
  const hamlets = findHamlets(pack, service, settings, outsideDem);
  const rows = sumAreas(pack, hamlets);
  return {
    format: 'phusong-findings',
    formatVersion: 1,
    pack: identityOf(pack.manifest, checksum),
    appVersion,
    service: settings,
    outsideModel: outsideModelOf(transmitHeightsOf(pack.sites, pack.facts.bands, settings.technology), {
      ...settings,
      radiusKm: settings.maxRadiusKm,
    }),
    parameters: pack.facts.parameters,
    ...rows,
    hamlets,
    pilotHamlets: findPilotHamlets(rows.pilots, hamlets, remedies),
    targets: findTargets(pack, rows.province, settings, sharing),
    promises: findPromises({ pack, province: rows.province, settings, sharing, remedies }),
    sharing,
    remedies,
    proposals: null,
    lineage: figureLineage(
      pack.facts.parameters.map(({ name }) => name),
      rows.province.any,
    ),
  };
};

/** The findings with another plan of the same network: nothing else in them depends on which merges are chosen. */
export const withSharing = (findings: Findings, sharing: SharingFinding): Findings => ({
  ...findings,
  promises: promisesWith(findings.promises, sharing),
  sharing,
});
