import { moneyChart, operatorChart, rateChart, unservedChart } from '../figures/charts.ts';
import { fibreMap, shareMap, sharingMap, statusMap } from '../figures/province-maps.ts';
import { swingsChart } from '../figures/tornado-chart.ts';
import { isSynthetic } from '../notice.ts';
import type { ReportInput } from '../report-input.ts';
import { communesTable, districtsTable, interestsTable, operatorsTable, pilotsTable } from '../tables/area-tables.ts';
import { headlineTable } from '../tables/headline-table.ts';
import { jointMastsTable, proposalsTable } from '../tables/proposal-tables.ts';
import { remediesTable } from '../tables/remedies-table.ts';
import { balancesTable, moneyTable, sharingTable, spreadTable } from '../tables/sharing-tables.ts';
import { definitionsTable, provenanceTable, settingsTable, solverText, targetsTable } from '../tables/source-tables.ts';
import { fillIn, writeDate, writeNumber, writeShare } from '../write-value.ts';
import type { AnnexName } from './annexes.ts';
import type { Block } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import { totalsBlocks } from './proposals.ts';
import { withColumns, withRows } from './written-table.ts';

/** What a section is made from; `annex` gives the words by which an annex is cited. */
export interface Making {
  input: ReportInput;
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
const gapColumns = ['hamlets', 'people', 'served', 'hole', 'none', 'people_unserved', 'unserved_share'];
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
const proposalColumns = [
  'operator',
  'file',
  'proposed_masts',
  'verdict_share',
  'verdict_build',
  'verdict_no_gain',
  'people_newly_served',
  'hamlets_newly_served',
  'build_central',
];
const jointColumns = ['moved', 'moved_file', 'host', 'host_file', 'distance', 'limit', 'saving_central'];
const fibreColumns = ['hamlets', 'people', 'hamlets_without_fibre', 'people_without_fibre'];

export const summary = ({ input, number, annexTitles }: Making): Block[] => {
  const { findings, places, scenario, words } = input;
  const { province, sharing, pack } = findings;
  const count = (value: number): string => writeNumber(value, 0, words.write);
  const share = (value: number): string => writeShare(value, 2, words.write);
  const billion = (value: number): string => writeNumber(value / 1e9, 1, words.write);
  const rate = sharing.rules.definition === 'D1' ? 'd1' : 'd2';
  const { consolidationVnd, avoidedNewBuildVnd } = sharing.money;
  return [
    paragraph(
      fillIn(words.text.opening, {
        province: places.province.features[0]?.properties.name ?? '',
        pack: words.ownNames === 'vi' ? pack.title : pack.titleEn,
        date: writeDate(pack.date, words.write),
        communes: count(findings.communes.length),
        districts: count(findings.districts.length),
      }) + (scenario ? ` ${fillIn(words.text.ofScenario, { ...scenario })}` : ''),
    ),
    { kind: 'notice', text: isSynthetic(findings) ? words.syntheticNotice : words.realNotice },
    { kind: 'contents', title: words.official.contents, annexes: annexTitles },
    number.section(words.heading.summary),
    {
      kind: 'list',
      items: [
        fillIn(words.text.summaryGaps, {
          none: count(province.any.hamlets.none),
          hole: count(province.any.hamlets.hole),
          hamlets: count(province.hamlets),
          people: count(province.any.peopleUnserved),
        }),
        fillIn(words.text.summaryFibre, {
          hamlets: count(province.withoutFibre.hamlets),
          people: count(province.withoutFibre.people),
        }),
        fillIn(words.text.summarySharing, {
          definition: sharing.rules.definition,
          today: share(sharing.today[rate]),
          merges: count(sharing.chosen.length),
          after: share(sharing.after[rate]),
          target: share(sharing.rules.targetRate),
        }),
        fillIn(words.text.summaryMoney, {
          consolidation: billion(consolidationVnd.central),
          consolidationLow: billion(consolidationVnd.low),
          consolidationHigh: billion(consolidationVnd.high),
          avoided: billion(avoidedNewBuildVnd.central),
          avoidedLow: billion(avoidedNewBuildVnd.low),
          avoidedHigh: billion(avoidedNewBuildVnd.high),
        }),
      ],
    },
    number.table(headlineTable(input)),
  ];
};

export const method = ({ input, number, annex }: Making): Block[] => {
  const { heading, text, objective } = input.words;
  const { sharing } = input.findings;
  return [
    number.section(heading.method),
    number.subsection(heading.howCalculated),
    paragraph(fillIn(text.methodService, { loss: input.words.pathModel[input.findings.service.model] })),
    paragraph(
      `${text.methodSharing} ${fillIn(text.methodPlan, { objective: objective[sharing.objective] })} ${solverText(sharing, input.words)}`,
    ),
    paragraph(text.methodMoney),
    paragraph(fillIn(text.methodParameters, { annex: annex('parameters') })),
    number.subsection(heading.definitions),
    number.table(definitionsTable(input)),
    number.subsection(heading.settings),
    number.table(settingsTable(input)),
    number.subsection(heading.provenance),
    number.table(provenanceTable(input)),
    number.subsection(heading.lineage),
    paragraph(fillIn(text.lineageIntro, { annex: annex('lineage') })),
  ];
};

export const gaps = ({ input, number, annex }: Making): Block[] => {
  const { findings, words } = input;
  const { any, hamlets } = findings.province;
  const count = (value: number): string => writeNumber(value, 0, words.write);
  const communes = withRows(communesTable(input), (of) => Number(of('hole')) + Number(of('none')) > 0);
  return [
    number.section(words.heading.gaps),
    paragraph(
      fillIn(words.text.gapsIntro, {
        hamlets: count(hamlets),
        none: count(any.hamlets.none),
        nonePeople: count(any.hamletPeople.none),
        hole: count(any.hamlets.hole),
        holePeople: count(any.hamletPeople.hole),
        annex: annex('gaps'),
      }),
    ),
    number.subsection(words.heading.byOperator),
    number.table(operatorsTable(input)),
    number.figure(operatorChart(input)),
    number.figure(statusMap(input)),
    number.subsection(words.heading.byDistrict),
    number.table(withColumns(districtsTable(input), ['area', ...gapColumns])),
    number.figure(unservedChart(input)),
    number.subsection(words.heading.byCommune),
    number.figure(shareMap(input)),
    number.table(withColumns(communes, ['commune', 'district', ...gapColumns]), words.text.communesWithGaps),
    number.subsection(words.heading.remedies),
    ...(findings.remedies.length === 0
      ? [paragraph(words.text.remediesNone)]
      : [paragraph(words.text.remediesText), number.table(withColumns(remediesTable(input), remedyColumns))]),
  ];
};

export const fibre = ({ input, number, annex }: Making): Block[] => {
  const { findings, words } = input;
  const { withoutFibre } = findings.province;
  const communes = withRows(communesTable(input), (of) => Number(of('hamlets_without_fibre')) > 0);
  return [
    number.section(words.heading.fibre),
    paragraph(
      fillIn(words.text.fibreIntro, {
        hamlets: writeNumber(withoutFibre.hamlets, 0, words.write),
        people: writeNumber(withoutFibre.people, 0, words.write),
        annex: annex('withoutFibre'),
      }),
    ),
    number.figure(fibreMap(input)),
    number.subsection(words.heading.byDistrict),
    number.table(withColumns(districtsTable(input), ['area', ...fibreColumns])),
    number.subsection(words.heading.byCommune),
    number.table(withColumns(communes, ['commune', 'district', ...fibreColumns]), words.text.communesWithoutFibre),
  ];
};

export const pilots = ({ input, number }: Making): Block[] => [
  number.section(input.words.heading.pilots),
  paragraph(input.words.text.pilotsIntro),
  number.table(withColumns(pilotsTable(input), areaColumns)),
  number.table(withColumns(interestsTable(input), areaColumns)),
];

export const targets = ({ input, number }: Making): Block[] => {
  const { findings, words } = input;
  const sources = [...new Set(findings.targets.map(({ indicator }) => indicator.source))];
  return [
    number.section(words.heading.targets),
    paragraph(words.text.targetsIntro),
    number.table(
      withColumns(targetsTable(input), ['indicator', 'unit', 'stated', 'found', 'difference', 'basis', 'date']),
    ),
    paragraph(fillIn(words.text.targetSources, { sources: sources.join('; ') })),
  ];
};

/** How sure the money is: all parameters at once, then each alone. */
const uncertainty = (input: ReportInput, number: Numbering): Block[] => {
  const { words, findings } = input;
  const { consolidation, avoidedNewBuild } = findings.sharing.money;
  const billion = (vnd: number): string => writeNumber(vnd / 1e9, 1, words.write);
  const chances = ({ spread: { p10, p50, p90, gainShare } }: typeof consolidation): string =>
    fillIn(words.text.chances, {
      p10: billion(p10),
      p50: billion(p50),
      p90: billion(p90),
      gain: writeShare(gainShare, 1, words.write),
    });
  return [
    number.subsection(words.heading.uncertainty),
    paragraph(
      fillIn(words.text.uncertainty, {
        draws: writeNumber(consolidation.spread.draws, 0, words.write),
        consolidation: chances(consolidation),
        avoided: chances(avoidedNewBuild),
      }),
    ),
    number.table(spreadTable(input)),
    paragraph(words.text.swings),
    number.figure(swingsChart(input)),
  ];
};

export const sharing = ({ input, number, annex }: Making): Block[] => {
  const { findings, words } = input;
  const { rules, mergesNeeded, candidates, candidatesNeedingSurvey, chosen, reached } = findings.sharing;
  const count = (value: number): string => writeNumber(value, 0, words.write);
  const needed = rules.definition === 'D1' ? mergesNeeded.d1 : mergesNeeded.d2;
  return [
    number.section(words.heading.sharing),
    number.subsection(words.heading.rates),
    paragraph(
      fillIn(words.text.ratesText, {
        needed: needed === null ? words.write.unknown : count(needed),
        target: writeShare(rules.targetRate, 0, words.write),
        definition: rules.definition,
        candidates: count(candidates),
        survey: count(candidatesNeedingSurvey),
      }),
    ),
    number.table(sharingTable(input)),
    number.figure(rateChart(input)),
    number.subsection(words.heading.savings),
    paragraph(words.meaning.money),
    number.table(moneyTable(input)),
    number.figure(moneyChart(input)),
    ...uncertainty(input, number),
    number.subsection(words.heading.plan),
    paragraph(
      `${reached ? words.text.reached : words.text.notReached} ${fillIn(words.text.planText, { merges: count(chosen.length), annex: annex('merges') })}`,
    ),
    number.figure(sharingMap(input)),
    number.subsection(words.heading.parties),
    paragraph(words.text.partiesText),
    number.table(balancesTable(input)),
  ];
};

export const proposals = ({ input, number }: Making): Block[] => {
  const { findings, words } = input;
  const heading = number.section(words.heading.proposals);
  // the signature must not stand on a page alone
  const last = (text: string): Block => ({ kind: 'paragraph', text, keepNext: true });
  const found = findings.proposals;
  if (!found) return [heading, last(words.text.proposalsNone)];
  return [
    heading,
    ...totalsBlocks(input, found.totals, findings.sharing),
    number.table(withColumns(proposalsTable(input), proposalColumns)),
    ...(found.joint.length > 0 ? [number.table(withColumns(jointMastsTable(input), jointColumns))] : []),
    last(words.text.proposalsText),
  ];
};
