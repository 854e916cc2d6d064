import type { LayerName } from '../model/pack.ts';
import type { FigureLineage } from './figures.ts';
import type { StatusCount } from './findings.ts';

const radio = ['hamlets', 'sites', 'terrain', 'landcover'] as const satisfies LayerName[];
const plan = [...radio, 'communes'] as const satisfies LayerName[];
const running = ['discount_rate', 'horizon', 'site_om_passive', 'site_power_avoidable_passive', 'electricity_tariff'];
const gridFactors = 'grid_ef_';
const signal = { layers: radio, settings: ['service'] as const, parameters: [], list: 'gaps' as const };
const bySharing = { layers: plan, settings: ['service', 'sharing'] as const, list: 'merges' as const };

const consolidationParameters = [...running, 'coloc_capex'];
const newMastParameters = [...running, 'coloc_capex', 'towerco_passive_capex'];

const sources: readonly FigureLineage[] = [
  { figure: 'hamlets', terms: [], layers: ['hamlets'], settings: [], parameters: [], list: 'hamlets' },
  { figure: 'hamletsNoSignal', terms: ['none', 'rsrp', 'certainty'], ...signal },
  { figure: 'hamletsHole', terms: ['hole', 'rsrp', 'certainty'], ...signal },
  {
    figure: 'peopleUnserved',
    terms: ['served', 'hole', 'none'],
    ...signal,
    layers: [...radio, 'population'],
  },
  { figure: 'hamletsUnknown', terms: ['unknown'], ...signal },
  { figure: 'peopleUnknown', terms: ['unknown'], ...signal, layers: [...radio, 'population'] },
  {
    figure: 'hamletsWithoutFibre',
    terms: ['fibre'],
    layers: ['hamlets', 'fibre'],
    settings: [],
    parameters: [],
    list: 'withoutFibre',
  },
  {
    figure: 'peopleWithoutFibre',
    terms: ['fibre'],
    layers: ['hamlets', 'fibre', 'population'],
    settings: [],
    parameters: [],
    list: 'withoutFibre',
  },
  { figure: 'sites', terms: ['site'], layers: ['sites'], settings: [], parameters: [], list: 'sites' },
  { figure: 'sharingRateD1', terms: ['d1', 'site'], layers: ['sites'], settings: [], parameters: [], list: 'sites' },
  { figure: 'sharingRateD2', terms: ['d2', 'site'], layers: ['sites'], settings: [], parameters: [], list: 'sites' },
  {
    figure: 'mergesNeeded',
    terms: ['d1', 'd2', 'merge'],
    layers: ['sites'],
    settings: ['sharing'],
    parameters: [],
    list: 'sites',
  },
  { figure: 'mergesChosen', terms: ['merge'], ...bySharing, parameters: [] },
  { figure: 'sharingRateAfter', terms: ['d1', 'd2', 'merge'], ...bySharing, parameters: [] },
  { figure: 'consolidation', terms: ['spread', 'money', 'merge'], ...bySharing, parameters: consolidationParameters },
  {
    figure: 'avoidedNewBuild',
    terms: ['spread', 'money'],
    ...bySharing,
    parameters: newMastParameters,
  },
  {
    figure: 'consolidationSpread',
    terms: ['spread', 'money', 'merge'],
    ...bySharing,
    parameters: consolidationParameters,
  },
  { figure: 'avoidedNewBuildSpread', terms: ['spread', 'money'], ...bySharing, parameters: newMastParameters },
  {
    figure: 'rent',
    terms: ['money'],
    ...bySharing,
    parameters: ['towerco_revenue_per_tenancy_2025'],
  },
  {
    figure: 'co2Consolidation',
    terms: ['merge'],
    ...bySharing,
    parameters: ['horizon', 'site_power_avoidable_passive', gridFactors],
  },
  {
    figure: 'co2AvoidedNewBuild',
    terms: ['money'],
    ...bySharing,
    parameters: [
      'horizon',
      'site_power_avoidable_passive',
      gridFactors,
      'tower_steel_mass',
      'steel_ef',
      'foundation_co2e',
    ],
  },
];

const proposed = {
  terms: ['proposal'] as const,
  settings: ['service', 'sharing'] as const,
  list: 'proposedSites' as const,
};

/** Where the figures of carriers' proposals come from. */
export const proposalLineage: readonly FigureLineage[] = [
  {
    figure: 'proposalGain',
    ...proposed,
    terms: ['proposal', 'rsrp'],
    layers: [...radio, 'population'],
    parameters: [],
  },
  { figure: 'proposalCost', ...proposed, terms: ['proposal', 'money'], layers: plan, parameters: newMastParameters },
  { figure: 'proposalRate', ...proposed, terms: ['proposal', 'd1', 'd2'], layers: plan, parameters: [] },
];

/** Where each figure of the report comes from, with the parameters there are; figures of what is not known where there are any. */
export const figureLineage = (
  parameterNames: readonly string[],
  { hamlets, peopleUnknown }: StatusCount,
): FigureLineage[] =>
  sources
    .filter(
      ({ figure }) =>
        (figure !== 'hamletsUnknown' || hamlets.unknown > 0) && (figure !== 'peopleUnknown' || peopleUnknown > 0),
    )
    .map((source) => ({
      ...source,
      parameters: source.parameters.flatMap((name) =>
        name === gridFactors ? parameterNames.filter((one) => one.startsWith(gridFactors)) : [name],
      ),
    }));
