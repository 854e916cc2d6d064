import { layerNames } from '../../model/pack.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import type { FileAssessment, TowerAssessment } from '../../proposal/proposal-findings.ts';
import type { Block } from '../document/blocks.ts';
import { roman } from '../document/numbering.ts';
import { totalsBlocks } from '../document/proposals.ts';
import type { WrittenTable } from '../document/written-table.ts';
import type { ReportInput } from '../report-input.ts';
import { fillIn, writeDate, writeNumber } from '../write-value.ts';
import type { AssessmentWords } from './assessment-words.ts';
import { reasonOf } from './proposal-words.ts';

/** What the document of an assessment is made from. Plain data: it crosses to a worker as it is. */
export interface AssessmentDocumentInput {
  assessment: Assessment;
  words: AssessmentWords;
  /** Letterhead, official wording and the pack, as every document of the department has them. */
  report: ReportInput;
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
export const composeAssessment = ({ assessment, words, report }: AssessmentDocumentInput): AssessmentBlock[] => {
  const { write, ownNames, operator } = writers(report);
  const { document } = words;
  const { pack, files, joint, totals, rules, service } = assessment;
  const count = (value: number): string => writeNumber(value, 0, write);
  const billion = (vnd: number): string => writeNumber(vnd / 1e9, 1, write);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  let sections = 0;
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text: `${roman(++sections)}. ${text}` });
  let tables = 0;
  const table = (title: string, of: WrittenTable): AssessmentBlock => ({
    kind: 'written',
    caption: fillIn(report.words.official.tableCaption, { number: ++tables, title }),
    table: of,
  });
  const reasonText = (reason: TowerAssessment['reasons'][number]): string => {
    const { key, values } = reasonOf(reason, count);
    return fillIn(words.reason[key], values);
  };

  const masts = ({ file, towers, rows, problems }: FileAssessment): AssessmentBlock[] => {
    const { column } = words;
    const left = problems.filter(({ severity }) => severity === 'error').length;
    return [
      heading(fillIn(document.masts, { file })),
      table(
        fillIn(document.mastsTable, { file }),
        tableOf(
          [
            { head: column.id, width: 15 },
            { head: column.commune, width: 15 },
            { head: column.operators, width: 13 },
            { head: column.newPeople, width: 12, numeric: true },
            { head: column.newHamlets, width: 10, numeric: true },
            { head: column.overlap, width: 14, numeric: true },
            { head: column.cost, width: 12, numeric: true },
            { head: column.verdict, width: 17 },
          ],
          towers.map((tower) => [
            tower.id,
            tower.communeName,
            tower.operators.map(operator).join(', '),
            count(tower.gain.own.people),
            count(tower.gain.own.hamletsServed),
            count(tower.overlap.own),
            billion(tower.cost.buildVnd.central),
            words.verdict[tower.verdict] + (tower.hostId === null ? '' : ` (${tower.hostId})`),
          ]),
        ),
      ),
      { kind: 'paragraph', text: `${document.reasons}:`, keepNext: true },
      {
        kind: 'list',
        items: towers.map(
          ({ id, reasons, verdict }) => `${id}: ${words.verdict[verdict]}. ${reasons.map(reasonText).join('; ')}.`,
        ),
      },
      ...(left > 0 ? [paragraph(fillIn(document.leftOutText, { count: count(left), rows: count(rows), file }))] : []),
    ];
  };

  const near = files.flatMap(({ towers }) => towers.flatMap((tower) => tower.near.map((mast) => ({ tower, mast }))));
  const synthetic = layerNames.filter((layer) => pack.provenance[layer].kind === 'synthetic');
  return [
    paragraph(
      fillIn(document.opening, {
        towers: count(totals.towers),
        files: count(files.length),
        names: files.map(({ file }) => file).join(', '),
        pack: ownNames === 'vi' ? pack.title : pack.titleEn,
        date: writeDate(pack.date, write),
      }),
    ),
    {
      kind: 'notice',
      text:
        synthetic.length > 0
          ? fillIn(document.synthetic, { layers: synthetic.map((layer) => report.words.layer[layer]).join(', ') })
          : document.real,
    },
    heading(document.summary),
    ...totalsBlocks(report, totals, assessment),
    heading(document.method),
    paragraph(
      fillIn(document.methodText, {
        technology: service.technology,
        radius: count(service.maxRadiusKm),
        threshold: writeNumber(service.thresholdDbm, 0, write),
        percent: service.locationPercent,
        urban: count(rules.urbanDistanceM),
        rural: count(rules.ruralDistanceM),
        tenants: rules.maxTenants,
      }),
    ),
    ...files.flatMap(masts),
    ...(near.length > 0
      ? [
          heading(document.near),
          table(
            document.nearTable,
            tableOf(
              [
                { head: words.column.id, width: 17 },
                { head: words.column.near, width: 17 },
                { head: words.column.operators, width: 22 },
                { head: words.column.distance, width: 12, numeric: true },
                { head: words.column.limit, width: 10, numeric: true },
                { head: words.column.kept, width: 12, numeric: true },
                { head: words.column.fit, width: 16 },
              ],
              near.map(({ tower, mast }) => [
                tower.id,
                mast.siteId,
                mast.operators.map(operator).join(', '),
                count(mast.distanceM),
                count(mast.limitM),
                mast.keptPeople === null ? '' : count(mast.keptPeople),
                words.fit[mast.fit],
              ]),
            ),
          ),
        ]
      : []),
    ...(joint.length > 0
      ? [
          heading(document.joint),
          {
            kind: 'list' as const,
            items: joint.map(({ host, moved, distanceM, limitM, people }) =>
              [
                fillIn(words.jointPair, {
                  moved: moved.id,
                  movedFile: moved.file,
                  host: host.id,
                  hostFile: host.file,
                  distance: count(distanceM),
                  limit: count(limitM),
                }),
                fillIn(words.jointKept, { people: count(people), moved: moved.id }),
              ].join('; '),
            ),
          },
        ]
      : []),
    { kind: 'signature' },
  ];
};

const writers = ({ words, places }: ReportInput) => {
  const names = new Map(places.operators.map(({ id, name }) => [id, name]));
  return { write: words.write, ownNames: words.ownNames, operator: (id: string): string => names.get(id) ?? id };
};
