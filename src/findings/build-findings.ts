import { outsideModelOf, planLayers } from '../coverage/raster/layer-plan.ts';
import { sceneOf } from '../coverage/service/scene.ts';
import type { ServiceResult, ServiceSettings } from '../coverage/service/service-types.ts';
import type { Pack } from '../model/pack.ts';
import type { SharingFinding } from '../sharing/plan/plan-types.ts';
import { sumAreas } from './area-sums.ts';
import type { Findings, HamletRemedy, TargetRow } from './findings.ts';
import { findHamlets } from './hamlet-findings.ts';
import { figureLineage } from './lineage.ts';

export interface FindingsSource {
  pack: Pack;
  /** SHA-256 of pack.json. */
  checksum: string;
  appVersion: string;
  service: ServiceResult;
  settings: ServiceSettings;
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
  sharing,
  remedies = [],
}: FindingsSource): Findings => {
  const { id, title, titleEn, vintage, date, terrainModel, terrainCoveredShare, provenance } = pack.manifest;
  const hamlets = findHamlets(pack, service, settings);
  const rows = sumAreas(pack, hamlets, settings);
  return {
    format: 'phusong-findings',
    formatVersion: 1,
    pack: { id, title, titleEn, vintage, date, terrainModel, terrainCoveredShare, checksum, provenance },
    appVersion,
    service: settings,
    outsideModel: outsideModelOf(planLayers(sceneOf(pack), settings), { ...settings, radiusKm: settings.maxRadiusKm }),
    parameters: pack.facts.parameters,
    ...rows,
    hamlets,
    targets: findTargets(pack, rows.province, sharing),
    sharing,
    remedies,
    proposals: null,
    lineage: figureLineage(pack.facts.parameters.map(({ name }) => name)),
  };
};

/** A share is given to this many places. */
const shareDigits = 4;
const rounded = (value: number): number => Math.round(value * 10 ** shareDigits) / 10 ** shareDigits;

/** Each of the article's figures beside what the pack or the run says; unknown where neither can tell. */
const findTargets = (pack: Pack, province: Findings['province'], sharing: SharingFinding): TargetRow[] => {
  const withFibre = new Set(pack.hamlets.filter((hamlet) => hamlet.hasFibre).map((hamlet) => hamlet.communeCode));
  // a figure the pack was made to have is an input, not a finding
  const known: Record<string, Pick<TargetRow, 'found' | 'basis'>> = {
    mobile_sites_at_least: { found: province.sites, basis: 'input' },
    communes_with_fibre_share: { found: rounded(withFibre.size / pack.communes.features.length), basis: 'input' },
    hamlets_with_fibre_share: { found: rounded(1 - province.withoutFibre.hamlets / province.hamlets), basis: 'input' },
    postal_service_points: {
      found: pack.points.features.filter((point) => point.properties.kind === 'post-point').length,
      basis: 'input',
    },
    site_sharing_rate: { found: rounded(sharing.today.d1), basis: 'input' },
    target_4g_population_share: {
      found: rounded(1 - (province.any.unservedShare ?? 0)),
      basis: 'computed',
    },
  };
  return pack.facts.indicators.map((indicator) => {
    const { found, basis } = known[indicator.id] ?? { found: null, basis: 'unknown' };
    return { indicator, found, difference: found === null ? null : rounded(found - indicator.value), basis };
  });
};
