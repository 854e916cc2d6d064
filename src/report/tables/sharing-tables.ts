import type { Range } from '../../model/facts.ts';
import { landowners } from '../../money/accounts.ts';
import type { Merge, PartyBalance, RejectedPair, SharingRate } from '../../sharing/plan/plan-types.ts';
import type { ReportContext } from '../report-input.ts';
import { operatorNames } from './hamlet-tables.ts';
import { type CellKind, columnsOf, type ReportTable, tableOf, type UnitWord } from './report-table.ts';

/** Both definitions of the rate: today, target, after the plan. The target stands beside the definition it is set for. */
export const sharingTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t } = texts;
  const { today, after, rules } = findings.sharing;
  const target = (definition: 'D1' | 'D2'): number | null =>
    rules.definition === definition ? rules.targetRate : null;
  const row = (label: string, read: (rate: SharingRate) => number, goal: number | null = null) => ({
    label,
    today: read(today),
    goal,
    after: read(after),
  });
  const rows = [
    row(t('table.rate.d1'), (rate) => rate.d1, target('D1')),
    row(t('table.rate.d2'), (rate) => rate.d2, target('D2')),
    row(t('table.rate.sites'), (rate) => rate.sites),
    row(t('table.rate.sharedSites'), (rate) => rate.sharedSites),
  ];
  const column = columnsOf<(typeof rows)[number]>(texts);
  const table = tableOf(
    'sharing',
    texts,
    [
      column('rate', 'text', 52, ({ label }) => label),
      column('today', 'count', 16, (rate) => rate.today),
      column('target', 'count', 16, ({ goal }) => goal),
      column('after', 'count', 16, (rate) => rate.after),
    ],
    rows,
  );
  return { ...table, rowKinds: ['share', 'share', 'count', 'count'] };
};

/** What sharing saves: each case apart, low, central and high. */
export const moneyTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t } = texts;
  const { money } = findings.sharing;
  const rows: { label: string; value: Range; kind: CellKind; unit: UnitWord }[] = [
    { label: t('table.money.consolidation'), value: money.consolidationVnd, kind: 'vnd', unit: 'vnd' },
    { label: t('table.money.avoidedNewBuild'), value: money.avoidedNewBuildVnd, kind: 'vnd', unit: 'vnd' },
    { label: t('figure.rent'), value: money.rentTransferVndPerYear, kind: 'vnd', unit: 'vndYear' },
    { label: t('figure.co2Consolidation'), value: money.co2TonnesConsolidation, kind: 'tonne', unit: 'tonne' },
    { label: t('figure.co2AvoidedNewBuild'), value: money.co2TonnesAvoidedNewBuild, kind: 'tonne', unit: 'tonne' },
  ];
  const column = columnsOf<(typeof rows)[number]>(texts);
  const table = tableOf(
    'money',
    texts,
    [
      column('figure', 'text', 46, ({ label }) => label),
      column('unit', 'unit', 12, () => null),
      column('low', 'count', 14, ({ value }) => value.low),
      column('central', 'count', 14, ({ value }) => value.central),
      column('high', 'count', 14, ({ value }) => value.high),
    ],
    rows,
  );
  return { ...table, rowKinds: rows.map(({ kind }) => kind), rowUnits: rows.map(({ unit }) => unit) };
};

/** The two cases of money, never added up. */
const cases = ['consolidation', 'avoidedNewBuild'] as const;

/** How each case spreads when all parameters vary at once. */
export const monteCarloTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t } = texts;
  const { money } = findings.sharing;
  const rows = cases.map((which) => ({ label: t(`table.money.${which}`), ...money[which].monteCarlo }));
  const column = columnsOf<(typeof rows)[number]>(texts);
  return tableOf(
    'spread',
    texts,
    [
      column('figure', 'text', 34, ({ label }) => label),
      column('expected', 'vnd', 12, ({ mean }) => mean, 'vnd'),
      column('p10', 'vnd', 12, ({ p10 }) => p10, 'vnd'),
      column('p50', 'vnd', 12, ({ p50 }) => p50, 'vnd'),
      column('p90', 'vnd', 12, ({ p90 }) => p90, 'vnd'),
      column('gainShare', 'share', 12, ({ gainShare }) => gainShare, 'percent'),
      column('draws', 'count', 10, ({ draws }) => draws),
      column('seed', 'text', 16, ({ seed }) => seed),
    ],
    rows,
  );
};

/** What each parameter's own range does to each case, the widest first. */
export const tornadoTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, named } = texts;
  const { money } = findings.sharing;
  const rows = cases.flatMap((which) =>
    money[which].tornado.map((bar) => ({ label: t(`table.money.${which}`), ...bar })),
  );
  const column = columnsOf<(typeof rows)[number]>(texts);
  return tableOf(
    'swings',
    texts,
    [
      column('figure', 'text', 34, ({ label }) => label),
      column('name', 'text', 34, ({ parameter }) => named('parameter.name', parameter) ?? parameter),
      column('id', 'text', 20, ({ parameter }) => parameter),
      column('atLow', 'vnd', 14, ({ atLow }) => atLow, 'vnd'),
      column('atHigh', 'vnd', 14, ({ atHigh }) => atHigh, 'vnd'),
    ],
    rows,
  );
};

/** The plan in each party's own account; over all parties the rents sum to zero. */
export const balancesTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const nameOf = operatorNames(input);
  const column = columnsOf<PartyBalance>(texts);
  return tableOf(
    'balances',
    texts,
    [
      column('party', 'text', 26, ({ party }) => (party === landowners ? t('value.landowners') : nameOf(party))),
      column('ownLow', 'vnd', 12, ({ ownVnd }) => ownVnd.low, 'vnd'),
      column('ownCentral', 'vnd', 12, ({ ownVnd }) => ownVnd.central, 'vnd'),
      column('ownHigh', 'vnd', 12, ({ ownVnd }) => ownVnd.high, 'vnd'),
      column('rentLow', 'vnd', 12, ({ rentVnd }) => rentVnd.low, 'vnd'),
      column('rentCentral', 'vnd', 12, ({ rentVnd }) => rentVnd.central, 'vnd'),
      column('rentHigh', 'vnd', 12, ({ rentVnd }) => rentVnd.high, 'vnd'),
    ],
    findings.sharing.balances,
  );
};

/** The merges of the plan in the order they were taken. */
export const mergesTable = (input: ReportContext): ReportTable => {
  const { findings, texts } = input;
  const { t } = texts;
  const nameOf = operatorNames(input);
  const column = columnsOf<Merge>(texts);
  return tableOf(
    'merges',
    texts,
    [
      column('order', 'count', 6, (_, index) => index + 1),
      column('host', 'text', 11, ({ hostId }) => hostId),
      column('moved', 'text', 11, ({ donorId }) => donorId),
      column('operatorsMoved', 'text', 16, ({ operatorsMoved }) => operatorsMoved.map(nameOf).join(', ')),
      column('distance', 'count', 8, ({ distanceM }) => distanceM, 'metre'),
      column('limit', 'count', 8, ({ limitM }) => limitM, 'metre'),
      column('bearing', 'text', 16, ({ structuralCheck }) => t(`value.bearing.${structuralCheck}`)),
      column('presentValueLow', 'vnd', 10, ({ presentValueVnd }) => presentValueVnd.low, 'vnd'),
      column('presentValueCentral', 'vnd', 10, ({ presentValueVnd }) => presentValueVnd.central, 'vnd'),
      column('presentValueHigh', 'vnd', 10, ({ presentValueVnd }) => presentValueVnd.high, 'vnd'),
      column('co2Central', 'tonne', 8, ({ co2Tonnes }) => co2Tonnes.central, 'tonne'),
    ],
    findings.sharing.chosen,
  );
};

/** Near pairs that are no part of the plan, each with its reason. */
export const rejectedTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, asked } = texts;
  const column = columnsOf<RejectedPair>(texts);
  return tableOf(
    'rejected',
    texts,
    [
      column('host', 'text', 12, ({ hostId }) => hostId),
      column('moved', 'text', 12, ({ donorId }) => donorId),
      column('distance', 'count', 10, ({ distanceM }) => distanceM, 'metre'),
      column('reason', 'text', 40, ({ reason }) => t(`value.reason.${reason}`, asked)),
      column('hamletLost', 'text', 16, ({ hamletId }) => hamletId ?? null),
    ],
    findings.sharing.rejected,
  );
};
