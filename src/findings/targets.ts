import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { PackTables } from '../model/pack.ts';
import type { SharingFinding } from '../sharing/plan/plan-types.ts';
import type { AreaRow, TargetRow } from './findings.ts';

/** A share is given to this many places. */
const shareDigits = 4;
const rounded = (value: number): number => Math.round(value * 10 ** shareDigits) / 10 ** shareDigits;

/** Each of the article's figures beside what the pack or the run says; unknown where neither can tell. */
export const findTargets = (
  pack: PackTables,
  province: AreaRow,
  { technology }: ServiceSettings,
  sharing: SharingFinding,
): TargetRow[] => {
  const withFibre = new Set(pack.hamlets.filter((hamlet) => hamlet.hasFibre).map((hamlet) => hamlet.communeCode));
  const { unservedShare } = province.any;
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
    // a run of another technology tells nothing of 4G, nor one where nothing is known
    ...(technology === '4G' &&
      unservedShare !== null && {
        target_4g_population_share: { found: rounded(1 - unservedShare), basis: 'computed' as const },
      }),
  };
  return pack.facts.indicators.map((indicator) => {
    const { found, basis } = known[indicator.id] ?? { found: null, basis: 'unknown' };
    return { indicator, found, difference: found === null ? null : rounded(found - indicator.value), basis };
  });
};
