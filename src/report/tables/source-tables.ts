import type { Term } from '../../findings/figures.ts';
import type { TargetRow } from '../../findings/findings.ts';
import type { Parameter } from '../../model/facts.ts';
import { type LayerName, layerNames } from '../../model/pack.ts';
import type { ReportContext, Texts } from '../report-input.ts';
import { hasUnknown } from './area-tables.ts';
import { type CellKind, columnsOf, type ReportTable, tableOf, type UnitWord } from './report-table.ts';

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
export const targetsTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t } = texts;
  const column = columnsOf<TargetRow>(texts);
  const own = ({ indicator }: TargetRow): string =>
    texts.language === 'vi' ? indicator.definition : indicator.definitionEn;
  const table = tableOf(
    'targets',
    texts,
    [
      column('indicator', 'text', 38, own),
      column('unit', 'unit', 17, () => null),
      column('stated', 'count', 16, ({ indicator }) => indicator.value),
      column('found', 'count', 13, ({ found }) => found),
      column('difference', 'count', 13, ({ difference }) => difference),
      column('basis', 'text', 20, ({ basis }) => t(`value.basis.${basis}`)),
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
  'unknown',
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
const valuesOf = ({ findings: { service, sharing }, texts }: ReportContext) => {
  const { count, number, share } = texts;
  return {
    ...texts.asked,
    levelMeaning: texts.t(`term.level.${texts.asked.level}`),
    threshold: count(service.thresholdDbm),
    height: number(service.receiverHeightM, 1),
    percent: service.locationPercent,
    sharedSites: count(sharing.today.sharedSites),
    sites: count(sharing.today.sites),
    d1: share(sharing.today.d1, 2),
    sharedTenancies: count(sharing.today.sharedTenancies),
    tenancies: count(sharing.today.tenancies),
    d2: share(sharing.today.d2, 2),
    urban: count(sharing.rules.urbanDistanceM),
    rural: count(sharing.rules.ruralDistanceM),
    tenants: sharing.rules.maxTenants,
    draws: count(sharing.money.consolidation.monteCarlo.draws),
    radius: count(service.maxRadiusKm),
  };
};

/** What each figure counts, with the settings of this run in place. */
export const definitionsTable = (input: ReportContext): ReportTable => {
  const { texts } = input;
  const { t } = texts;
  const values = valuesOf(input);
  const column = columnsOf<Term>(texts);
  return tableOf(
    'definitions',
    texts,
    [
      column('term', 'text', 24, (term) => t(`term.name.${term}`, values)),
      column('meaning', 'text', 76, (term) => t(`term.meaning.${term}`, values)),
    ],
    // no proposal, nothing unknown: nothing to define
    terms.filter(
      (term) => (term !== 'proposal' || input.findings.proposals !== null) && (term !== 'unknown' || hasUnknown(input)),
    ),
  );
};

/** How the plan was chosen, and how near to the best it is proven to be. */
export const solverText = ({ method, gap }: ReportContext['findings']['sharing'], { t, share }: Texts): string =>
  method === 'greedy'
    ? t('document.text.solverGreedy')
    : gap === null
      ? t('document.text.solverUnproven')
      : t('document.text.solverProven', { gap: share(gap, 2) });

const settingsOf = ({ findings, texts, scenario }: ReportContext): [string, string][] => {
  const { t, number, share, date, asked } = texts;
  const { service, sharing, pack, appVersion } = findings;
  const { forced, forbidden } = sharing.locks;
  const measure = (value: number, of: string, decimals = 0): string => `${number(value, decimals)} ${of}`;
  return [
    [t('setting.name.technology'), service.technology],
    [t('setting.name.model'), modelText(findings, texts)],
    [t('setting.name.thresholdDbm', asked), measure(service.thresholdDbm, t('table.unit.dbm'))],
    [t('setting.name.receiverHeightM'), measure(service.receiverHeightM, t('table.unit.metre'), 1)],
    [t('setting.name.locationPercent'), share(service.locationPercent / 100, 0)],
    [t('setting.name.maxRadiusKm'), measure(service.maxRadiusKm, 'km')],
    [t('setting.name.clutter'), service.clutter ? t('value.yes') : t('value.no')],
    [t('setting.name.terrainModel'), t(`setting.terrainModel.${pack.terrainModel}`)],
    [t('setting.name.terrainCoveredShare'), share(pack.terrainCoveredShare)],
    [t('setting.name.targetRate'), `${share(sharing.rules.targetRate, 0)} (${sharing.rules.definition})`],
    [t('setting.name.urbanDistanceM'), measure(sharing.rules.urbanDistanceM, t('table.unit.metre'))],
    [t('setting.name.ruralDistanceM'), measure(sharing.rules.ruralDistanceM, t('table.unit.metre'))],
    [t('setting.name.maxTenants'), String(sharing.rules.maxTenants)],
    [t('setting.name.tenantSpacingM'), measure(sharing.rules.tenantSpacingM, t('table.unit.metre'))],
    [t('setting.name.objective'), t(`setting.objective.${sharing.objective}`)],
    [t('setting.name.locks'), t('document.text.locks', { forced: forced.length, forbidden: forbidden.length })],
    [t('setting.name.method'), solverText(sharing, texts)],
    [
      t('setting.name.scenario'),
      scenario ? t('document.text.scenario', { ...scenario }) : t('document.text.noScenario'),
    ],
    [t('setting.name.packId'), `${pack.id}, ${texts.language === 'vi' ? pack.title : pack.titleEn}`],
    [t('setting.name.packDate'), date(pack.date)],
    [t('setting.name.packChecksum'), pack.checksum],
    [t('setting.name.appVersion'), appVersion],
  ];
};

/** The propagation model, and where the network lies outside its ranges. */
const modelText = ({ service, outsideModel }: ReportContext['findings'], { t, named, number }: Texts): string => {
  const written = (value: number): string => number(value, 1);
  const outside = outsideModel.map((violation) =>
    'min' in violation
      ? t('document.text.outsideModel', {
          quantity: named('setting.modelQuantity', violation.quantity) ?? violation.quantity,
          value: written(violation.value),
          min: written(violation.min),
          max: written(violation.max),
        })
      : violation.value,
  );
  return [t(`setting.pathModel.${service.model}`), ...outside].join('; ');
};

/** What the run assumed, of which data, by which version. */
export const settingsTable = (input: ReportContext): ReportTable => {
  const column = columnsOf<[string, string]>(input.texts);
  return tableOf(
    'settings',
    input.texts,
    [column('setting', 'text', 44, ([name]) => name), column('value', 'text', 56, ([, value]) => value)],
    settingsOf(input),
  );
};

/** Every parameter with its range, source and confidence. */
export const parametersTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, named, ofPack } = texts;
  const column = columnsOf<Parameter>(texts);
  const table = tableOf(
    'parameters',
    texts,
    [
      column('name', 'text', 27, ({ name }) => named('parameter.name', name) ?? name),
      column('id', 'text', 20, ({ name }) => name),
      column('unit', 'text', 13, ({ unit }) => named('parameter.unit', unit) ?? unit),
      column('low', 'decimal2', 13, ({ low }) => low),
      column('central', 'decimal2', 13, ({ central }) => central),
      column('high', 'decimal2', 13, ({ high }) => high),
      column('confidence', 'text', 13, ({ confidence }) => t(`value.confidence.${confidence}`)),
      column('source', 'text', 34, ({ source }) => source),
      column('note', 'text', 22, ({ note }) => (note === undefined ? null : ofPack(note))),
    ],
    findings.parameters,
  );
  return { ...table, asStated: true };
};

/** Where each layer of the data comes from; synthetic is called synthetic. */
export const provenanceTable = ({ findings, texts }: ReportContext): ReportTable => {
  const { t, ofPack } = texts;
  const of = (name: LayerName) => findings.pack.provenance[name];
  const column = columnsOf<LayerName>(texts);
  return tableOf(
    'provenance',
    texts,
    [
      column('layer', 'text', 20, (name) => t(`value.layer.${name}`)),
      column('kind', 'text', 11, (name) => t(`kind.${of(name).kind}`)),
      column('source', 'text', 26, (name) => ofPack(of(name).source)),
      column('date', 'date', 17, (name) => of(name).date),
      column('licence', 'text', 13, (name) => ofPack(of(name).licence)),
      column('note', 'text', 32, (name) => ofPack(of(name).note ?? '') || null),
    ],
    [...layerNames],
  );
};
