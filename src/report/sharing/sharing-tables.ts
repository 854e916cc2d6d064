import type { CsvCell } from '../../files/office/csv.ts';
import type { ReportTexts } from '../../i18n/load.ts';
import type { Parameter, Range } from '../../model/facts.ts';
import { isMoneyParameter } from '../../money/parameters.ts';
import type { FrontierPoint } from '../../sharing/plan/frontier.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import type { Texts } from '../report-input.ts';

export type ColumnId = keyof ReportTexts['workbook']['column'];
export type SheetId = keyof ReportTexts['workbook']['sheet'];

/** One table of a sharing plan: columns by their stable names, values exact. */
export interface SharingTable {
  id: SheetId;
  columns: readonly ColumnId[];
  rows: readonly (readonly CsvCell[])[];
}

const ends = ({ low, central, high }: Range): CsvCell[] => [low, central, high].map(Math.round);

/** The merges in the order they are taken. */
export const mergesTable = ({ chosen }: SharingFinding): SharingTable => ({
  id: 'merges',
  columns: [
    'host_site',
    'moved_site',
    'distance_m',
    'limit_m',
    'bearing',
    'operators_moved',
    'present_value_low_vnd',
    'present_value_central_vnd',
    'present_value_high_vnd',
  ],
  rows: chosen.map((merge) => [
    merge.hostId,
    merge.donorId,
    Math.round(merge.distanceM),
    merge.limitM,
    merge.structuralCheck,
    merge.operatorsMoved.join(' '),
    ...ends(merge.presentValueVnd),
  ]),
});

const rejectedTable = ({ rejected }: SharingFinding): SharingTable => ({
  id: 'rejected',
  columns: ['host_site', 'moved_site', 'distance_m', 'reason', 'hamlet'],
  rows: rejected.map(({ hostId, donorId, distanceM, reason, hamletId }) => [
    hostId,
    donorId,
    Math.round(distanceM),
    reason,
    hamletId ?? null,
  ]),
});

const figuresTable = ({ today, after, rules, gap, chosen, money }: SharingFinding, { t }: Texts): SharingTable => {
  const share = (name: string, value: number | null): CsvCell[] => [name, t('workbook.unit.share'), null, value, null];
  const range = (name: string, of: string, value: Range): CsvCell[] => [name, of, ...ends(value)];
  const { rentParts, consolidation, avoidedNewBuild } = money;
  const draws = ({ monteCarlo }: typeof consolidation): Range => ({
    low: monteCarlo.p10,
    central: monteCarlo.p50,
    high: monteCarlo.p90,
  });
  return {
    id: 'figures',
    columns: ['figure', 'unit', 'low', 'central', 'high'],
    rows: [
      share(t('workbook.figure.d1Today'), today.d1),
      share(t('workbook.figure.d1After'), after.d1),
      share(t('workbook.figure.d2Today'), today.d2),
      share(t('workbook.figure.d2After'), after.d2),
      share(`${t('workbook.figure.target')} (${rules.definition})`, rules.targetRate),
      share(t('workbook.figure.gap'), gap),
      [t('workbook.figure.merges'), t('workbook.unit.count'), null, chosen.length, null],
      range(t('workbook.figure.consolidation'), t('workbook.unit.vnd'), money.consolidationVnd),
      range(t('workbook.figure.consolidationDraws'), t('workbook.unit.vnd'), draws(consolidation)),
      range(t('workbook.figure.avoided'), t('workbook.unit.vnd'), money.avoidedNewBuildVnd),
      range(t('workbook.figure.avoidedDraws'), t('workbook.unit.vnd'), draws(avoidedNewBuild)),
      range(t('workbook.figure.neutral'), t('workbook.unit.vnd'), money.neutralHostVnd),
      range(t('workbook.figure.rent'), t('workbook.unit.vndYear'), money.rentTransferVndPerYear),
      range(t('workbook.figure.rentOne'), t('workbook.unit.vndYear'), rentParts.rentVnd),
      range(t('workbook.figure.depreciation'), t('workbook.unit.vndYear'), rentParts.depreciationVnd),
      range(t('workbook.figure.operation'), t('workbook.unit.vndYear'), rentParts.operationVnd),
      range(t('workbook.figure.maintenance'), t('workbook.unit.vndYear'), rentParts.maintenanceVnd),
      range(t('workbook.figure.other'), t('workbook.unit.vndYear'), rentParts.otherVnd),
      range(t('workbook.figure.profit'), t('workbook.unit.vndYear'), rentParts.profitVnd),
      range(t('workbook.figure.co2Consolidation'), t('workbook.unit.tonne'), money.co2TonnesConsolidation),
      range(t('workbook.figure.co2Avoided'), t('workbook.unit.tonne'), money.co2TonnesAvoidedNewBuild),
    ],
  };
};

const accountsTable = ({ balances }: SharingFinding, { t }: Texts): SharingTable => ({
  id: 'accounts',
  columns: [
    'party',
    'own_vnd',
    'rent_vnd',
    'tenancies',
    'depreciation_vnd',
    'operation_vnd',
    'maintenance_vnd',
    'other_vnd',
    'profit_vnd',
    'ground_rent_vnd',
  ],
  rows: balances.map(({ party, ownVnd, rentVnd, tenancies, rentParts, groundRentVnd }) => [
    party === 'landowners' ? t('workbook.landowners') : party,
    Math.round(ownVnd.central),
    Math.round(rentVnd.central),
    tenancies,
    ...[
      rentParts.depreciationVnd,
      rentParts.operationVnd,
      rentParts.maintenanceVnd,
      rentParts.otherVnd,
      rentParts.profitVnd,
      groundRentVnd,
    ].map(({ central }) => Math.round(central)),
  ]),
});

const tornadoTable = ({ money }: SharingFinding, { t }: Texts): SharingTable => ({
  id: 'swings',
  columns: ['case', 'parameter', 'at_low_vnd', 'at_high_vnd'],
  rows: (['consolidation', 'avoidedNewBuild'] as const).flatMap((which) =>
    money[which].tornado.map(({ parameter, atLow, atHigh }) => [
      t(`workbook.case.${which}`),
      parameter,
      Math.round(atLow),
      Math.round(atHigh),
    ]),
  ),
});

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

const serviceTable = ({ service }: SharingFinding, { t }: Texts): SharingTable => ({
  id: 'service',
  columns: ['hamlet_id', 'point', 'operator', 'before_dbm', 'after_dbm', 'before_site', 'after_site'],
  rows: service.weakest.map((change) => [
    change.hamletId,
    change.point === 'centre' ? t('workbook.centre') : change.point + 1,
    change.operator,
    oneDecimal(change.beforeDbm),
    oneDecimal(change.afterDbm),
    change.beforeSiteId,
    change.afterSiteId,
  ]),
});

/** Saving against rate: of standing masts merged, and of planned masts put onto standing ones. */
export interface SharingFrontiers {
  consolidation: readonly FrontierPoint[] | null;
  avoidedNewBuild: readonly FrontierPoint[] | null;
}

/** Both cases one after the other, as far as they are known. */
export const frontierTable = (frontiers: SharingFrontiers, { t }: Texts): SharingTable => ({
  id: 'frontier',
  columns: ['case', 'rate', 'count', 'saving_low_vnd', 'saving_central_vnd', 'saving_high_vnd', 'gap'],
  rows: (['consolidation', 'avoidedNewBuild'] as const).flatMap((which) =>
    (frontiers[which] ?? []).map(({ rate, count, savingVnd, gap }) => [
      t(`workbook.case.${which}`),
      rate,
      count,
      ...ends(savingVnd),
      gap,
    ]),
  ),
});

const parametersTable = (parameters: readonly Parameter[]): SharingTable => ({
  id: 'parameters',
  columns: ['parameter', 'unit', 'low', 'central', 'high', 'source', 'confidence'],
  rows: parameters
    .filter(({ name }) => isMoneyParameter(name))
    .map(({ name, unit, low, central, high, source, confidence }) => [
      name,
      unit,
      low,
      central,
      high,
      source,
      confidence,
    ]),
});

/** Every table of a plan, for a workbook. */
export const sharingTables = (
  finding: SharingFinding,
  parameters: readonly Parameter[],
  frontiers: SharingFrontiers,
  texts: Texts,
): SharingTable[] => [
  figuresTable(finding, texts),
  mergesTable(finding),
  rejectedTable(finding),
  accountsTable(finding, texts),
  tornadoTable(finding, texts),
  serviceTable(finding, texts),
  ...(frontiers.consolidation || frontiers.avoidedNewBuild ? [frontierTable(frontiers, texts)] : []),
  parametersTable(parameters),
];
