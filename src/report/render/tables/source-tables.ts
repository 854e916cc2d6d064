import type { Parameter } from '../../../model/facts.ts';
import { type LayerName, layerNames } from '../../../model/pack.ts';
import type { TargetRow } from '../../findings.ts';
import type { ReportInput } from '../report-input.ts';
import type { ReportWords, Term } from '../report-words.ts';
import { fillIn, writeDate, writeNumber, writeShare } from '../write-value.ts';
import { type CellKind, columnsOf, type ReportTable, tableOf } from './report-table.ts';

/** Units of indicators that are written in a way of their own. */
const unitKinds: Readonly<Record<string, CellKind>> = { share: 'share', year: 'year', 'VND/year': 'vnd' };

/** The article's figures beside what the study finds. */
export const targetsTable = ({ findings, words }: ReportInput): ReportTable => {
  const column = columnsOf<TargetRow>(words);
  const own = ({ indicator }: TargetRow): string =>
    words.ownNames === 'vi' ? indicator.definition : indicator.definitionEn;
  const table = tableOf(
    'targets',
    words,
    [
      column('indicator', 'text', 40, own),
      column('unit', 'unit', 10, () => null),
      column('stated', 'count', 16, ({ indicator }) => indicator.value),
      column('found', 'count', 13, ({ found }) => found),
      column('basis', 'text', 20, ({ basis }) => words.basis[basis]),
      column('date', 'text', 16, ({ indicator }) => writeDate(indicator.date, words.write)),
      column('source', 'text', 24, ({ indicator }) => indicator.source),
    ],
    findings.targets,
  );
  const kindOf = ({ indicator }: TargetRow): CellKind =>
    unitKinds[indicator.unit] ?? (Number.isInteger(indicator.value) ? 'count' : 'decimal2');
  return { ...table, rowKinds: findings.targets.map(kindOf) };
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
    terms,
  );
};

const settingsOf = ({ findings: { service, sharing, pack, appVersion }, words }: ReportInput): [string, string][] => {
  const { write, setting, unit } = words;
  const number = (value: number, of: string, decimals = 0): string => `${writeNumber(value, decimals, write)} ${of}`;
  return [
    [setting.technology, service.technology],
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
    [setting.packId, `${pack.id}, ${words.ownNames === 'vi' ? pack.title : pack.titleEn}`],
    [setting.packDate, writeDate(pack.date, write)],
    [setting.packChecksum, pack.checksum],
    [setting.appVersion, appVersion],
  ];
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
  return tableOf(
    'parameters',
    words,
    [
      column('name', 'text', 24, ({ name }) => name),
      column('unit', 'text', 12, ({ unit }) => unit),
      column('low', 'decimal2', 13, ({ low }) => low),
      column('central', 'decimal2', 13, ({ central }) => central),
      column('high', 'decimal2', 13, ({ high }) => high),
      column('confidence', 'text', 13, ({ confidence }) => words.confidence[confidence]),
      column('source', 'text', 34, ({ source }) => source),
      column('note', 'text', 22, ({ note }) => note ?? null),
    ],
    findings.parameters,
  );
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
      column('date', 'text', 17, (name) => writeDate(of(name).date, words.write)),
      column('licence', 'text', 13, (name) => own(of(name).licence, words)),
      column('note', 'text', 32, (name) => own(of(name).note ?? '', words) || null),
    ],
    [...layerNames],
  );
};

/** A sentence of the built-in pack in the report's language; another pack's own words stay as they are. */
const own = (text: string, { packTexts }: ReportWords): string => packTexts[text] ?? text;
