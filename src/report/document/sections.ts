import { hasDistricts, isAbsent } from '../../findings/findings.ts';
import { operatorChart, unservedChart } from '../figures/charts.ts';
import { fibreMap, shareMap, statusMap } from '../figures/province-maps.ts';
import { isSynthetic } from '../notice.ts';
import type { ReportContext } from '../report-input.ts';
import {
  communesTable,
  districtsTable,
  hasUnknown,
  interestsTable,
  operatorsTable,
  pilotsTable,
} from '../tables/area-tables.ts';
import { headlineTable } from '../tables/headline-table.ts';
import { pilotHamletsTable, promisesTable } from '../tables/promise-tables.ts';
import { remediesTable } from '../tables/remedies-table.ts';
import { definitionsTable, provenanceTable, settingsTable, solverText, targetsTable } from '../tables/source-tables.ts';
import { unitsText } from '../units-text.ts';
import type { AnnexName } from './annexes.ts';
import type { Block } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import { signalSummary, unknownSummary } from './signal-summary.ts';
import { withColumns, withRows } from './written-table.ts';

/** What a section is made from; `annex` gives the words by which an annex is cited. */
export interface Making {
  input: ReportContext;
  number: Numbering;
  annex: (name: AnnexName) => string;
  annexTitles: readonly string[];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const areaColumns = [
  'area',
  'hamlets',
  'people',
  'hole',
  'none',
  'people_unserved',
  'unserved_share',
  'hamlets_without_fibre',
  'people_without_fibre',
];
const gapColumns = (input: ReportContext): string[] => [
  ...['hamlets', 'people', 'served', 'hole', 'none'],
  ...(hasUnknown(input) ? ['unknown', 'people_unknown'] : []),
  ...['people_unserved', 'unserved_share'],
];
const remedyColumns = [
  'commune',
  'hamlet',
  'gap',
  'means',
  'operator',
  'site',
  'people_served',
  'cost_low',
  'cost_central',
  'cost_high',
];
const pilotHamletColumns = [
  'commune',
  'order',
  'hamlet',
  'people',
  'status',
  'people_unserved',
  'gap',
  'means',
  'cost_low',
  'cost_central',
  'cost_high',
];
const promiseColumns = ['promise', 'due', 'unit', 'stated', 'found', 'after', 'plan', 'needs', 'reported'];
const fibreColumns = ['hamlets', 'people', 'hamlets_without_fibre', 'people_without_fibre'];

export const summary = ({ input, number, annexTitles }: Making): Block[] => {
  const { findings, places, scenario, texts } = input;
  const { t, count, billion, date, asked } = texts;
  const { province, sharing, pack } = findings;
  const share = (value: number): string => texts.share(value, 2);
  const rate = sharing.rules.definition === 'D1' ? 'd1' : 'd2';
  const consolidation = sharing.money.consolidation.monteCarlo;
  const avoided = sharing.money.avoidedNewBuild.monteCarlo;
  return [
    paragraph(
      t(hasDistricts(findings) ? 'document.text.opening' : 'document.text.openingTwoLevels', {
        ...asked,
        province: places.province.features[0]?.properties.name ?? '',
        pack: texts.language === 'vi' ? pack.title : pack.titleEn,
        date: date(pack.date),
        communes: count(findings.communes.length),
        districts: count(findings.districts.length),
      }) + (scenario ? ` ${t('document.text.ofScenario', { ...scenario })}` : ''),
    ),
    ...unitsText(input).map(paragraph),
    { kind: 'notice', text: isSynthetic(findings) ? t('document.syntheticNotice') : t('document.realNotice') },
    { kind: 'contents', title: t('document.official.contents'), annexes: annexTitles },
    number.section(t('document.heading.summary')),
    {
      kind: 'list',
      items: [
        signalSummary(input),
        ...unknownSummary(input, province),
        t('document.text.summaryFibre', {
          hamlets: count(province.withoutFibre.hamlets),
          people: count(province.withoutFibre.people),
        }),
        t('document.text.summarySharing', {
          definition: sharing.rules.definition,
          today: share(sharing.today[rate]),
          merges: count(sharing.chosen.length),
          after: share(sharing.after[rate]),
          target: share(sharing.rules.targetRate),
        }),
        t('document.text.summaryMoney', {
          consolidation: billion(consolidation.mean),
          consolidationP10: billion(consolidation.p10),
          consolidationP90: billion(consolidation.p90),
          avoided: billion(avoided.mean),
          avoidedP10: billion(avoided.p10),
          avoidedP90: billion(avoided.p90),
        }),
      ],
    },
    number.table(headlineTable(input)),
  ];
};

export const method = ({ input, number, annex }: Making): Block[] => {
  const { t, asked } = input.texts;
  const { sharing } = input.findings;
  return [
    number.section(t('document.heading.method')),
    number.subsection(t('document.heading.howCalculated')),
    paragraph(
      t('document.text.methodService', { ...asked, loss: t(`setting.pathModel.${input.findings.service.model}`) }),
    ),
    paragraph(
      `${t('document.text.methodSharing', asked)} ${t('document.text.methodPlan', { objective: t(`setting.objective.${sharing.objective}`) })} ${solverText(sharing, input.texts)}`,
    ),
    paragraph(t('document.text.methodMoney')),
    paragraph(t('document.text.methodParameters', { annex: annex('parameters') })),
    number.subsection(t('document.heading.definitions')),
    number.table(definitionsTable(input)),
    number.subsection(t('document.heading.settings')),
    number.table(settingsTable(input)),
    number.subsection(t('document.heading.provenance')),
    number.table(provenanceTable(input)),
    number.subsection(t('document.heading.lineage')),
    paragraph(t('document.text.lineageIntro', { annex: annex('lineage') })),
  ];
};

/** The cheapest way to close each gap, where the study has planned it. */
const remedies = (input: ReportContext, number: Numbering): Block[] => {
  const { findings, texts } = input;
  return [
    number.subsection(texts.t('document.heading.remedies')),
    ...(findings.remedies.length === 0
      ? [paragraph(texts.t('document.text.remediesNone'))]
      : [
          paragraph(texts.t('document.text.remediesText')),
          number.table(withColumns(remediesTable(input), remedyColumns)),
        ]),
  ];
};

/** Since there are no districts there are no towns among the communes either. */
const byCommune = ({ findings, texts }: ReportContext): string =>
  texts.t(hasDistricts(findings) ? 'document.heading.byCommune' : 'document.heading.byCommuneOnly');

/** Sums by district, where there are any. */
const byDistrict = (input: ReportContext, number: Numbering, columns: readonly string[]): Block[] =>
  hasDistricts(input.findings)
    ? [
        number.subsection(input.texts.t('document.heading.byDistrict')),
        number.table(withColumns(districtsTable(input), columns)),
      ]
    : [];

export const gaps = ({ input, number, annex }: Making): Block[] => {
  const { findings, texts } = input;
  const { t, count, asked } = texts;
  const { any, hamlets } = findings.province;
  const heading = number.section(t('document.heading.gaps', asked));
  if (isAbsent(any)) return [heading, paragraph(signalSummary(input)), ...remedies(input, number)];
  const communes = withRows(communesTable(input), (of) => Number(of('hole')) + Number(of('none')) > 0);
  return [
    heading,
    paragraph(
      t('document.text.gapsIntro', {
        ...asked,
        hamlets: count(hamlets),
        none: count(any.hamlets.none),
        nonePeople: count(any.hamletPeople.none),
        hole: count(any.hamlets.partial),
        holePeople: count(any.hamletPeople.partial),
        annex: annex('gaps'),
      }),
    ),
    ...unknownSummary(input, findings.province).map(paragraph),
    number.subsection(t('document.heading.byOperator')),
    number.table(operatorsTable(input)),
    number.figure(operatorChart(input)),
    number.figure(statusMap(input)),
    ...byDistrict(input, number, ['area', ...gapColumns(input)]),
    number.figure(unservedChart(input)),
    number.subsection(byCommune(input)),
    number.figure(shareMap(input)),
    number.table(
      withColumns(communes, ['commune', 'district', ...gapColumns(input)]),
      t('document.text.communesWithGaps', asked),
    ),
    ...remedies(input, number),
  ];
};

export const fibre = ({ input, number, annex }: Making): Block[] => {
  const { findings, texts } = input;
  const { t, count } = texts;
  const { withoutFibre } = findings.province;
  const communes = withRows(communesTable(input), (of) => Number(of('hamlets_without_fibre')) > 0);
  return [
    number.section(t('document.heading.fibre')),
    paragraph(
      t('document.text.fibreIntro', {
        hamlets: count(withoutFibre.hamlets),
        people: count(withoutFibre.people),
        annex: annex('withoutFibre'),
      }),
    ),
    number.figure(fibreMap(input)),
    ...byDistrict(input, number, ['area', ...fibreColumns]),
    number.subsection(byCommune(input)),
    number.table(
      withColumns(communes, ['commune', 'district', ...fibreColumns]),
      t('document.text.communesWithoutFibre'),
    ),
  ];
};

export const pilots = ({ input, number }: Making): Block[] => [
  number.section(input.texts.t('document.heading.pilots')),
  paragraph(input.texts.t('document.text.pilotsIntro')),
  number.table(withColumns(pilotsTable(input), areaColumns)),
  number.table(withColumns(interestsTable(input), areaColumns)),
  ...(input.findings.pilotHamlets.length === 0
    ? []
    : [
        paragraph(input.texts.t('document.text.pilotHamletsIntro')),
        number.table(withColumns(pilotHamletsTable(input), pilotHamletColumns)),
      ]),
];

export const targets = ({ input, number }: Making): Block[] => {
  const { findings, texts } = input;
  const { t } = texts;
  const sources = [...new Set(findings.targets.map(({ indicator }) => indicator.source))];
  return [
    number.section(t('document.heading.targets')),
    ...(findings.promises.length === 0
      ? []
      : [paragraph(t('document.text.promisesIntro')), number.table(withColumns(promisesTable(input), promiseColumns))]),
    paragraph(t('document.text.targetsIntro')),
    number.table(
      withColumns(targetsTable(input), ['indicator', 'unit', 'stated', 'found', 'difference', 'basis', 'date']),
    ),
    paragraph(t('document.text.targetSources', { sources: sources.join('; ') })),
  ];
};
