import type { FileAssessment, Totals } from '../../proposal/proposal-findings.ts';
import type { SharingRate, SharingRules } from '../../sharing/plan/plan-types.ts';
import { rateBy } from '../../sharing/rate.ts';
import type { ReportContext } from '../report-input.ts';
import { carriersOf, nearbySitesTable, proposedSitesTable } from '../tables/proposal-tables.ts';
import type { ReportTable } from '../tables/report-table.ts';
import type { Block } from './blocks.ts';
import { withColumns, withOrder } from './written-table.ts';

const siteColumns = [
  'id',
  'commune',
  'lon',
  'lat',
  'structure',
  'height',
  'operators',
  'people_reached',
  'people_overlap',
  'people_newly_served',
  'people_served_by_nobody',
  'hamlets_newly_served',
  'build_low',
  'build_central',
  'build_high',
];
const verdictColumns = ['id', 'verdict', 'host', 'reason'];
const nearColumns = ['id', 'site', 'owner', 'operators', 'distance', 'limit', 'people_kept', 'fit'];

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** By whom, and in which file. */
export const proposalTitle = (input: ReportContext, proposal: FileAssessment): string =>
  input.texts.t('document.text.proposalAnnex', { operators: carriersOf(input, proposal), file: proposal.file });

/** What sites come to together: advice, people, money, and the sharing rate beside today's. */
export const totalsBlocks = (
  { texts }: Pick<ReportContext, 'texts'>,
  totals: Totals,
  { rules, today }: { rules: Pick<SharingRules, 'definition'>; today: SharingRate },
): Block[] => {
  const { t, count, billion, asked } = texts;
  const { buildVnd, adviceVnd, byVerdict, gain, rate } = totals;
  const share = (of: SharingRate): string => texts.share(rateBy(of, rules.definition), 2);
  return [
    paragraph(
      t('assessment.summaryText', {
        ...asked,
        share: count(byVerdict.share),
        build: count(byVerdict.build),
        noGain: count(byVerdict['no-gain']),
        people: count(gain.own.people),
        any: count(gain.any.people),
        hamlets: count(gain.own.hamletsServed),
      }),
    ),
    paragraph(
      t('assessment.moneyText', {
        build: billion(buildVnd.central),
        buildLow: billion(buildVnd.low),
        buildHigh: billion(buildVnd.high),
        advice: billion(adviceVnd.central),
        adviceLow: billion(adviceVnd.low),
        adviceHigh: billion(adviceVnd.high),
      }),
    ),
    paragraph(
      t('assessment.rateText', {
        definition: rules.definition,
        today: share(today),
        built: share(rate.asBuilt),
        advised: share(rate.asAdvised),
      }),
    ),
  ];
};

/** What comes of one carrier's file: the whole in figures, its sites, why each verdict, and what stands near. */
export const proposalBlocks = (input: ReportContext, proposal: FileAssessment): Block[] => {
  const { texts } = input;
  const { t, count } = texts;
  const { totals, file, checksum, rows, proposedSites } = proposal;
  const masts = proposedSitesTable(input, [proposal]);
  const near = nearbySitesTable(input, [proposal]);
  const table = (of: ReportTable, caption: string): Block => ({ kind: 'table', caption, table: of });
  const leftOut = rows - proposedSites.length;
  return [
    paragraph(
      t('document.text.proposalFile', { file, towers: count(proposedSites.length) }) +
        (leftOut > 0 ? ` ${t('document.text.proposalLeftOut', { count: count(leftOut), rows: count(rows) })}` : ''),
    ),
    // by itself: a word this long would pull a justified line apart
    { kind: 'list', items: [`SHA-256: ${checksum}`] },
    ...totalsBlocks(input, totals, input.findings.sharing),
    table(withOrder(withColumns(masts, siteColumns), texts), t('document.text.proposalMasts')),
    table(withColumns(masts, verdictColumns), t('document.text.proposalReasons')),
    ...(near.rows.length > 0 ? [table(withColumns(near, nearColumns), near.title)] : []),
  ];
};
