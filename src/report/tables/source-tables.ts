import type { Term } from '../../findings/figures.ts';
import type { TargetRow } from '../../findings/findings.ts';
import type { Parameter } from '../../model/facts.ts';
import { type LayerName, layerNames } from '../../model/pack.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords, UnitWord } from '../report-words.ts';
import { fillIn, writeDate, writeNumber, writeShare } from '../write-value.ts';
import { type CellKind, columnsOf, type ReportTable, tableOf } from './report-table.ts';

/** Units of indicators that are written in a way of their own. */
const unitKinds: Readonly<Record<string, CellKind>> = { share: 'share', year: 'year', 'VND/year': 'vnd' };
const indicatorUnits: Readonly<Record<string, UnitWord>> = {
  operators: 'company',
  points: 'point',
  sites: 'site',
  share: 'percent',
  subscribers: 'subscriber',
  'per 100 people': 'per100People',
  'VND/year': 'vndYear',
  ha: 'hectare',
};

/** The article's figures beside what the study finds. */
export const targetsTable = ({ findings, words }: ReportInput): ReportTable => {
  const column = columnsOf<TargetRow>(words);
  const own = ({ indicator }: TargetRow): string =>
    words.ownNames === 'vi' ? indicator.definition : indicator.definitionEn;
  const table = tableOf(
    'targets',
    words,
    [
      column('indicator', 'text', 38, own),
      column('unit', 'unit', 17, () => null),
      column('stated', 'count', 16, ({ indicator }) => indicator.value),
      column('found', 'count', 13, ({ found }) => found),
      column('difference', 'count', 13, ({ difference }) => difference),
      column('basis', 'text', 20, ({ basis }) => words.basis[basis]),
      column('date', 'date', 16, ({ indicator }) => indicator.date),
      column('source', 'text', 24, ({ indicator }) => indicator.source),
    ],
    findings.targets,
  );
  const kindOf = ({ indicator }: TargetRow): CellKind =>
    unitKinds[indicator.unit] ?? (Number.isInteger(indicator.value) ? 'count' : 'decimal2');
  return {
    ...table,
    rowKinds: findings.targets.map(kindOf),
    rowUnits: findings.targets.map(({ indicator }) => indicatorUnits[indicator.unit] ?? null),
    asStated: true,
  };
};

const terms: readonly Term[] = [
  'served',
  'hole',
  'none',
  'rsrp',
  'certainty',
  'fibre',
  'site',
  'd1',
  'd2',
  'merge',
  'money',
  'spread',
  'proposal',
];

/** What the meanings of the terms speak of. */
const valuesOf = ({ findings: { service, sharing }, words }: ReportInput): Record<string, string | number> => {
  const number = (value: number, decimals = 0): string => writeNumber(value, decimals, words.write);
  return {
    technology: service.technology,
    threshold: number(service.thresholdDbm),
    height: number(service.receiverHeightM, 1),
    percent: service.locationPercent,
    sharedSites: number(sharing.today.sharedSites),
    sites: number(sharing.today.sites),
    d1: writeShare(sharing.today.d1, 2, words.write),
    sharedTenancies: number(sharing.today.sharedTenancies),
    tenancies: number(sharing.today.tenancies),
    d2: writeShare(sharing.today.d2, 2, words.write),
    urban: number(sharing.rules.urbanDistanceM),
    rural: number(sharing.rules.ruralDistanceM),
    tenants: sharing.rules.maxTenants,
    draws: number(sharing.money.consolidation.spread.draws),
    radius: number(service.maxRadiusKm),
  };
};

/** What each figure counts, with the settings of this run in place. */
export const definitionsTable = (input: ReportInput): ReportTable => {
  const { words } = input;
  const values = valuesOf(input);
  const column = columnsOf<Term>(words);
  return tableOf(
    'definitions',
    words,
    [
      column('term', 'text', 24, (term) => words.term[term]),
      column('meaning', 'text', 76, (term) => fillIn(words.meaning[term], values)),
    ],
    // no proposal, nothing to define
    terms.filter((term) => term !== 'proposal' || input.findings.proposals !== null),
  );
};

/** How the plan was chosen, and how near to the best it is proven to be. */
export const solverText = (
  { method, gap }: ReportInput['findings']['sharing'],
  { text, write }: ReportWords,
): string =>
  method === 'greedy'
    ? text.solverGreedy
    : gap === null
      ? text.solverUnproven
      : fillIn(text.solverProven, { gap: writeShare(gap, 2, write) });

const settingsOf = ({ findings, words, scenario }: ReportInput): [string, string][] => {
  const { service, sharing, pack, appVersion } = findings;
  const { forced, forbidden } = sharing.locks;
  const { write, setting, unit } = words;
  const number = (value: number, of: string, decimals = 0): string => `${writeNumber(value, decimals, write)} ${of}`;
  return [
    [setting.technology, service.technology],
    [setting.model, modelText(findings, words)],
    [setting.thresholdDbm, number(service.thresholdDbm, unit.dbm)],
    [setting.receiverHeightM, number(service.receiverHeightM, unit.metre, 1)],
    [setting.locationPercent, writeShare(service.locationPercent / 100, 0, write)],
    [setting.maxRadiusKm, number(service.maxRadiusKm, 'km')],
    [setting.clutter, service.clutter ? write.yes : write.no],
    [setting.terrainModel, words.terrainModel[pack.terrainModel]],
    [setting.terrainCoveredShare, writeShare(pack.terrainCoveredShare, 1, write)],
    [setting.targetRate, `${writeShare(sharing.rules.targetRate, 0, write)} (${sharing.rules.definition})`],
    [setting.urbanDistanceM, number(sharing.rules.urbanDistanceM, unit.metre)],
    [setting.ruralDistanceM, number(sharing.rules.ruralDistanceM, unit.metre)],
    [setting.maxTenants, String(sharing.rules.maxTenants)],
    [setting.tenantSpacingM, number(sharing.rules.tenantSpacingM, unit.metre)],
    [setting.objective, words.objective[sharing.objective]],
    [setting.locks, fillIn(words.text.locks, { forced: forced.length, forbidden: forbidden.length })],
    [setting.method, solverText(sharing, words)],
    [setting.scenario, scenario ? fillIn(words.text.scenario, { ...scenario }) : words.text.noScenario],
    [setting.packId, `${pack.id}, ${words.ownNames === 'vi' ? pack.title : pack.titleEn}`],
    [setting.packDate, writeDate(pack.date, write)],
    [setting.packChecksum, pack.checksum],
    [setting.appVersion, appVersion],
  ];
};

/** The propagation model, and where the network lies outside its ranges. */
const modelText = ({ service, outsideModel }: ReportInput['findings'], words: ReportWords): string => {
  const number = (value: number): string => writeNumber(value, 1, words.write);
  const outside = outsideModel.map((violation) =>
    'min' in violation
      ? fillIn(words.text.outsideModel, {
          quantity: words.modelQuantity[violation.quantity] ?? violation.quantity,
          value: number(violation.value),
          min: number(violation.min),
          max: number(violation.max),
        })
      : violation.value,
  );
  return [words.pathModel[service.model], ...outside].join('; ');
};

/** What the run assumed, of which data, by which version. */
export const settingsTable = (input: ReportInput): ReportTable => {
  const column = columnsOf<[string, string]>(input.words);
  return tableOf(
    'settings',
    input.words,
    [column('setting', 'text', 44, ([name]) => name), column('value', 'text', 56, ([, value]) => value)],
    settingsOf(input),
  );
};

/** Every parameter with its range, source and confidence. */
export const parametersTable = ({ findings, words }: ReportInput): ReportTable => {
  const column = columnsOf<Parameter>(words);
  const table = tableOf(
    'parameters',
    words,
    [
      column('name', 'text', 27, ({ name }) => words.parameter[name] ?? name),
      column('id', 'text', 20, ({ name }) => name),
      column('unit', 'text', 13, ({ unit }) => words.parameterUnit[unit] ?? unit),
      column('low', 'decimal2', 13, ({ low }) => low),
      column('central', 'decimal2', 13, ({ central }) => central),
      column('high', 'decimal2', 13, ({ high }) => high),
      column('confidence', 'text', 13, ({ confidence }) => words.confidence[confidence]),
      column('source', 'text', 34, ({ source }) => source),
      column('note', 'text', 22, ({ note }) => (note === undefined ? null : own(note, words))),
    ],
    findings.parameters,
  );
  return { ...table, asStated: true };
};

/** Where each layer of the data comes from; synthetic is called synthetic. */
export const provenanceTable = ({ findings, words }: ReportInput): ReportTable => {
  const of = (name: LayerName) => findings.pack.provenance[name];
  const column = columnsOf<LayerName>(words);
  return tableOf(
    'provenance',
    words,
    [
      column('layer', 'text', 20, (name) => words.layer[name]),
      column('kind', 'text', 11, (name) => words.kind[of(name).kind]),
      column('source', 'text', 26, (name) => own(of(name).source, words)),
      column('date', 'date', 17, (name) => of(name).date),
      column('licence', 'text', 13, (name) => own(of(name).licence, words)),
      column('note', 'text', 32, (name) => own(of(name).note ?? '', words) || null),
    ],
    [...layerNames],
  );
};

/** A sentence of the built-in pack in the report's language; another pack's own words stay as they are. */
const own = (text: string, { packTexts }: ReportWords): string => packTexts[text] ?? text;
