import type { CsvCell } from '../../files/office/csv.ts';
import type { Parameter, Range } from '../../model/facts.ts';
import { isMoneyParameter } from '../../money/parameters.ts';
import type { FrontierPoint } from '../../sharing/plan/frontier.ts';
import type { SharingFinding } from '../../sharing/plan/plan-types.ts';
import type { SharingFileWords } from './sharing-file-words.ts';

export type ColumnId = keyof SharingFileWords['column'];
export type SheetId = keyof SharingFileWords['sheet'];

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
    merge.movedId,
    Math.round(merge.distanceM),
    merge.limitM,
    merge.bearing,
    merge.operatorsMoved.join(' '),
    ...ends(merge.presentValueVnd),
  ]),
});

const rejectedTable = ({ rejected }: SharingFinding): SharingTable => ({
  id: 'rejected',
  columns: ['host_site', 'moved_site', 'distance_m', 'reason', 'hamlet'],
  rows: rejected.map(({ hostId, movedId, distanceM, reason, hamletId }) => [
    hostId,
    movedId,
    Math.round(distanceM),
    reason,
    hamletId ?? null,
  ]),
});

const figuresTable = (
  { today, after, rules, gap, chosen, money }: SharingFinding,
  { figure, unit }: SharingFileWords,
): SharingTable => {
  const share = (name: string, value: number | null): CsvCell[] => [name, unit.share, null, value, null];
  const range = (name: string, of: string, value: Range): CsvCell[] => [name, of, ...ends(value)];
  const { rentParts, consolidation, avoidedNewBuild } = money;
  const draws = ({ spread }: typeof consolidation): Range => ({
    low: spread.p10,
    central: spread.p50,
    high: spread.p90,
  });
  return {
    id: 'figures',
    columns: ['figure', 'unit', 'low', 'central', 'high'],
    rows: [
      share(figure.d1Today, today.d1),
      share(figure.d1After, after.d1),
      share(figure.d2Today, today.d2),
      share(figure.d2After, after.d2),
      share(`${figure.target} (${rules.definition})`, rules.targetRate),
      share(figure.gap, gap),
      [figure.merges, unit.count, null, chosen.length, null],
      range(figure.consolidation, unit.vnd, money.consolidationVnd),
      range(figure.consolidationDraws, unit.vnd, draws(consolidation)),
      range(figure.avoided, unit.vnd, money.avoidedNewBuildVnd),
      range(figure.avoidedDraws, unit.vnd, draws(avoidedNewBuild)),
      range(figure.neutral, unit.vnd, money.neutralHostVnd),
      range(figure.rent, unit.vndYear, money.rentTransferVndPerYear),
      range(figure.rentOne, unit.vndYear, rentParts.rentVnd),
      range(figure.depreciation, unit.vndYear, rentParts.depreciationVnd),
      range(figure.operation, unit.vndYear, rentParts.operationVnd),
      range(figure.maintenance, unit.vndYear, rentParts.maintenanceVnd),
      range(figure.other, unit.vndYear, rentParts.otherVnd),
      range(figure.profit, unit.vndYear, rentParts.profitVnd),
      range(figure.co2Consolidation, unit.tonne, money.co2TonnesConsolidation),
      range(figure.co2Avoided, unit.tonne, money.co2TonnesAvoidedNewBuild),
    ],
  };
};

const accountsTable = ({ balances }: SharingFinding, { landowners }: SharingFileWords): SharingTable => ({
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
    party === 'landowners' ? landowners : party,
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

const swingsTable = ({ money }: SharingFinding, words: SharingFileWords): SharingTable => ({
  id: 'swings',
  columns: ['case', 'parameter', 'at_low_vnd', 'at_high_vnd'],
  rows: (['consolidation', 'avoidedNewBuild'] as const).flatMap((which) =>
    money[which].swings.map(({ parameter, atLow, atHigh }) => [
      words.case[which],
      parameter,
      Math.round(atLow),
      Math.round(atHigh),
    ]),
  ),
});

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

const serviceTable = ({ service }: SharingFinding, { centre }: SharingFileWords): SharingTable => ({
  id: 'service',
  columns: ['hamlet_id', 'point', 'operator', 'before_dbm', 'after_dbm', 'before_site', 'after_site'],
  rows: service.weakest.map((change) => [
    change.hamletId,
    change.point === 'centre' ? centre : change.point + 1,
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
export const frontierTable = (frontiers: SharingFrontiers, words: SharingFileWords): SharingTable => ({
  id: 'frontier',
  columns: ['case', 'rate', 'count', 'saving_low_vnd', 'saving_central_vnd', 'saving_high_vnd', 'gap'],
  rows: (['consolidation', 'avoidedNewBuild'] as const).flatMap((which) =>
    (frontiers[which] ?? []).map(({ rate, count, savingVnd, gap }) => [
      words.case[which],
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
  words: SharingFileWords,
): SharingTable[] => [
  figuresTable(finding, words),
  mergesTable(finding),
  rejectedTable(finding),
  accountsTable(finding, words),
  swingsTable(finding, words),
  serviceTable(finding, words),
  ...(frontiers.consolidation || frontiers.avoidedNewBuild ? [frontierTable(frontiers, words)] : []),
  parametersTable(parameters),
];
