import { moneyChart, rateChart } from '../figures/charts.ts';
import { sharingMap } from '../figures/province-maps.ts';
import { tornadoChart } from '../figures/tornado-chart.ts';
import type { ReportContext } from '../report-input.ts';
import { jointSitesTable, proposalsTable } from '../tables/proposal-tables.ts';
import { balancesTable, moneyTable, monteCarloTable, sharingTable } from '../tables/sharing-tables.ts';
import type { Block } from './blocks.ts';
import type { Numbering } from './numbering.ts';
import { totalsBlocks } from './proposals.ts';
import type { Making } from './sections.ts';
import { withColumns } from './written-table.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

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

/** How sure the money is: all parameters at once, then each alone. */
const uncertainty = (input: ReportContext, number: Numbering): Block[] => {
  const { texts, findings } = input;
  const { t, count, share, billion } = texts;
  const { consolidation, avoidedNewBuild } = findings.sharing.money;
  const chances = ({ monteCarlo: { mean, p10, p50, p90, gainShare } }: typeof consolidation): string =>
    t('document.text.chances', {
      mean: billion(mean),
      p10: billion(p10),
      p50: billion(p50),
      p90: billion(p90),
      gain: share(gainShare),
    });
  return [
    number.subsection(t('document.heading.uncertainty')),
    paragraph(
      t('document.text.uncertainty', {
        draws: count(consolidation.monteCarlo.draws),
        consolidation: chances(consolidation),
        avoided: chances(avoidedNewBuild),
      }),
    ),
    number.table(monteCarloTable(input)),
    paragraph(t('document.text.swings')),
    number.figure(tornadoChart(input)),
  ];
};

export const sharing = ({ input, number, annex }: Making): Block[] => {
  const { findings, texts } = input;
  const { t, count, share, asked } = texts;
  const { rules, mergesNeeded, candidates, candidatesNeedingSurvey, chosen, reached } = findings.sharing;
  const needed = rules.definition === 'D1' ? mergesNeeded.d1 : mergesNeeded.d2;
  return [
    number.section(t('document.heading.sharing')),
    number.subsection(t('document.heading.rates')),
    paragraph(
      t('document.text.ratesText', {
        needed: needed === null ? t('value.unknown') : count(needed),
        target: share(rules.targetRate, 0),
        definition: rules.definition,
        candidates: count(candidates),
        survey: count(candidatesNeedingSurvey),
      }),
    ),
    number.table(sharingTable(input)),
    number.figure(rateChart(input)),
    number.subsection(t('document.heading.savings')),
    paragraph(t('term.meaning.money')),
    number.table(moneyTable(input)),
    number.figure(moneyChart(input)),
    ...uncertainty(input, number),
    number.subsection(t('document.heading.plan')),
    paragraph(
      `${reached ? t('document.text.reached') : t('document.text.notReached')} ${t('document.text.planText', { ...asked, merges: count(chosen.length), annex: annex('merges') })}`,
    ),
    number.figure(sharingMap(input)),
    number.subsection(t('document.heading.parties')),
    paragraph(t('document.text.partiesText')),
    number.table(balancesTable(input)),
  ];
};

export const proposals = ({ input, number }: Making): Block[] => {
  const { findings, texts } = input;
  const { t } = texts;
  const heading = number.section(t('document.heading.proposals'));
  // the signature must not stand on a page alone
  const last = (text: string): Block => ({ kind: 'paragraph', text, keepNext: true });
  const found = findings.proposals;
  if (!found) return [heading, last(t('document.text.proposalsNone'))];
  return [
    heading,
    ...totalsBlocks(input, found.totals, findings.sharing),
    number.table(withColumns(proposalsTable(input), proposalColumns)),
    ...(found.joint.length > 0 ? [number.table(withColumns(jointSitesTable(input), jointColumns))] : []),
    last(t('document.text.proposalsText')),
  ];
};
