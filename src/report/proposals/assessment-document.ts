import { layerNames } from '../../model/pack.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import type { FileAssessment, SiteAssessment } from '../../proposal/proposal-findings.ts';
import type { Block } from '../document/blocks.ts';
import { roman } from '../document/numbering.ts';
import { totalsBlocks } from '../document/proposals.ts';
import type { WrittenTable } from '../document/written-table.ts';
import type { ReportContext, ReportInput } from '../report-input.ts';
import { jointBlocks } from './joint-blocks.ts';
import { reasonOf } from './reasons.ts';

/** What the document of an assessment is made from. Plain data: it crosses to a worker as it is. */
export interface AssessmentDocumentInput {
  assessment: Assessment;
  /** Language, letterhead and the pack, as every document of the department has them. */
  report: ReportInput;
}

/** The same where it is written, with the texts of its language. */
export interface AssessmentContext {
  assessment: Assessment;
  report: ReportContext;
}

/** A block of a report, or a table of this document's own. */
export type AssessmentBlock = Block | { kind: 'written'; caption: string; table: WrittenTable };

interface Column {
  head: string;
  width: number;
  numeric?: boolean;
}

const tableOf = (columns: readonly Column[], rows: string[][]): WrittenTable => {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    heads: columns.map(({ head }) => head),
    rows,
    total: null,
    widths: columns.map(({ width }) => width / all),
    numeric: columns.map(({ numeric }) => numeric ?? false),
    whole: false,
  };
};

/** The assessment as text and tables, in reading order. */
export const composeAssessment = ({ assessment, report }: AssessmentContext): AssessmentBlock[] => {
  const { t, filled, count, billion, date, language, asked } = report.texts;
  const names = new Map(report.places.operators.map(({ id, name }) => [id, name]));
  const operator = (id: string): string => names.get(id) ?? id;
  const { pack, files, totals, rules, service } = assessment;
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  let sections = 0;
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: `${roman(++sections)}. ${text}` });
  let tables = 0;
  const table = (title: string, of: WrittenTable): AssessmentBlock => ({
    kind: 'written',
    caption: t('document.official.tableCaption', { number: ++tables, title }),
    table: of,
  });
  const reasonText = (reason: SiteAssessment['reasons'][number]): string => {
    const { key, values } = reasonOf(reason, count, asked);
    return filled(`proposal.reason.${key}`, values);
  };

  const masts = ({ file, proposedSites, rows, problems }: FileAssessment): AssessmentBlock[] => {
    const left = problems.filter(({ severity }) => severity === 'error').length;
    return [
      heading(t('assessment.masts', { file })),
      table(
        t('assessment.mastsTable', { file }),
        tableOf(
          [
            { head: t('proposal.column.id'), width: 15 },
            { head: t('proposal.column.commune'), width: 15 },
            { head: t('proposal.column.operators'), width: 13 },
            { head: t('proposal.column.newPeople', asked), width: 12, numeric: true },
            { head: t('proposal.column.newHamlets', asked), width: 10, numeric: true },
            { head: t('proposal.column.overlap', asked), width: 14, numeric: true },
            { head: t('proposal.column.cost'), width: 12, numeric: true },
            { head: t('proposal.column.verdict'), width: 17 },
          ],
          proposedSites.map((proposed) => [
            proposed.id,
            proposed.communeName,
            proposed.operators.map(operator).join(', '),
            count(proposed.gain.own.people),
            count(proposed.gain.own.hamletsServed),
            count(proposed.overlap.own),
            billion(proposed.cost.buildVnd.central),
            t(`proposal.verdict.${proposed.verdict}`, asked) +
              (proposed.hostId === null ? '' : ` (${proposed.hostId})`),
          ]),
        ),
      ),
      { kind: 'paragraph', text: `${t('assessment.reasons')}:`, keepNext: true },
      {
        kind: 'list',
        items: proposedSites.map(
          ({ id, reasons, verdict }) =>
            `${id}: ${t(`proposal.verdict.${verdict}`, asked)}. ${reasons.map(reasonText).join('; ')}.`,
        ),
      },
      ...(left > 0 ? [paragraph(t('assessment.leftOutText', { count: count(left), rows: count(rows), file }))] : []),
    ];
  };

  const near = files.flatMap(({ proposedSites }) =>
    proposedSites.flatMap((proposed) => proposed.near.map((mast) => ({ proposed, mast }))),
  );
  const synthetic = layerNames.filter((layer) => pack.provenance[layer].kind === 'synthetic');
  return [
    paragraph(
      t('assessment.opening', {
        towers: count(totals.proposedSites),
        files: count(files.length),
        names: files.map(({ file }) => file).join(', '),
        pack: language === 'vi' ? pack.title : pack.titleEn,
        date: date(pack.date),
      }),
    ),
    {
      kind: 'notice',
      text:
        synthetic.length > 0
          ? t('assessment.synthetic', { layers: synthetic.map((layer) => t(`value.layer.${layer}`)).join(', ') })
          : t('assessment.real'),
    },
    heading(t('assessment.summary')),
    ...totalsBlocks(report, totals, assessment),
    heading(t('assessment.method')),
    paragraph(
      t('assessment.methodText', {
        technology: service.technology,
        radius: count(service.maxRadiusKm),
        threshold: count(service.thresholdDbm),
        percent: service.locationPercent,
        urban: count(rules.urbanDistanceM),
        rural: count(rules.ruralDistanceM),
        tenants: rules.maxTenants,
      }),
    ),
    ...files.flatMap(masts),
    ...(near.length > 0
      ? [
          heading(t('assessment.near')),
          table(
            t('assessment.nearTable'),
            tableOf(
              [
                { head: t('proposal.column.id'), width: 17 },
                { head: t('proposal.column.near'), width: 17 },
                { head: t('proposal.column.operators'), width: 22 },
                { head: t('proposal.column.distance'), width: 12, numeric: true },
                { head: t('proposal.column.limit'), width: 10, numeric: true },
                { head: t('proposal.column.kept', asked), width: 12, numeric: true },
                { head: t('proposal.column.fit'), width: 16 },
              ],
              near.map(({ proposed, mast }) => [
                proposed.id,
                mast.siteId,
                mast.operators.map(operator).join(', '),
                count(mast.distanceM),
                count(mast.limitM),
                mast.keptPeople === null ? '' : count(mast.keptPeople),
                t(`proposal.fit.${mast.fit}`),
              ]),
            ),
          ),
        ]
      : []),
    ...jointBlocks(assessment, report.texts, heading),
    { kind: 'signature' },
  ];
};
