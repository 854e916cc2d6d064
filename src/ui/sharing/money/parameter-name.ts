import { type TextKey, t } from '../../../i18n/language.ts';
import type { vi } from '../../../i18n/vi.ts';

type Named = Exclude<keyof typeof vi.sharing.parameter, 'grid'>;

const named = {
  discount_rate: 'sharing.parameter.discount_rate',
  horizon: 'sharing.parameter.horizon',
  towerco_passive_capex: 'sharing.parameter.towerco_passive_capex',
  coloc_capex: 'sharing.parameter.coloc_capex',
  site_om_passive: 'sharing.parameter.site_om_passive',
  site_power_avoidable_passive: 'sharing.parameter.site_power_avoidable_passive',
  electricity_tariff: 'sharing.parameter.electricity_tariff',
  ground_rent: 'sharing.parameter.ground_rent',
  towerco_revenue_per_tenancy_2025: 'sharing.parameter.towerco_revenue_per_tenancy_2025',
  tower_steel_mass: 'sharing.parameter.tower_steel_mass',
  steel_ef: 'sharing.parameter.steel_ef',
  foundation_co2e: 'sharing.parameter.foundation_co2e',
} as const satisfies Record<Named, TextKey>;

/** What a parameter of money is, in words; its own name where none are known. */
export const parameterName = (name: string): string => {
  const year = /^grid_ef_(\d{4})$/.exec(name)?.[1];
  if (year) return t('sharing.parameter.grid', { year });
  return name in named ? t(named[name as Named]) : name;
};
