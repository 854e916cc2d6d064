import type { FileChild, ParagraphChild } from 'docx';
import type { ReportDocument } from '../document/blocks.ts';
import { dayOf, inCapitals, writtenDate, writtenNumber } from '../letterhead.ts';
import type { ReportContext } from '../report-input.ts';
import type { DocxModule } from './docx-module.ts';
import { halfPoints, textWidthMm, twips } from './measures.ts';

const noBorders = (docx: DocxModule) => {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
};

interface Line {
  points: number;
  bold?: boolean;
  italics?: boolean;
  after?: number;
}

const centred = (docx: DocxModule, text: string, { points, bold, italics, after = 0 }: Line) => {
  const { AlignmentType, Paragraph, TextRun } = docx;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [
      new TextRun({ text, size: halfPoints(points), ...(bold ? { bold } : {}), ...(italics ? { italics } : {}) }),
    ],
  });
};

/** A long name in two lines of like length, as an office writes its own. */
const inTwoLines = (text: string): string[] => {
  if (text.length <= 26) return [text];
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0];
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

/** A short line under a heading: an empty paragraph with a border, drawn in from both sides. */
const shortRule = (docx: DocxModule, insetMm: number, after: number) =>
  new docx.Paragraph({
    indent: { left: twips(insetMm), right: twips(insetMm) },
    spacing: { before: 0, after, line: 80, lineRule: docx.LineRuleType.EXACT },
    border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });

/** Two columns without lines: who issues on the left, the country and its motto on the right; then the title. */
export const head = (
  docx: DocxModule,
  { letterhead, texts, findings }: ReportContext,
  document: ReportDocument,
): FileChild[] => {
  const { t } = texts;
  const { Table, TableCell, TableLayoutType, TableRow, WidthType } = docx;
  const width = textWidthMm(false);
  // the country's name is the longer line and must not break
  const columns = [width * 0.43, width * 0.57];
  const cell = (column: number, children: FileChild[]) =>
    new TableCell({
      width: { size: twips(columns[column]), type: WidthType.DXA },
      margins: { left: 0, right: 0 },
      children: children as never,
    });
  const number = t('document.official.number', { number: writtenNumber(letterhead), symbol: letterhead.symbol });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: columns.map(twips),
      borders: noBorders(docx),
      rows: [
        new TableRow({
          children: [
            cell(0, [
              ...inTwoLines(inCapitals(letterhead.parentBody)).map((line) => centred(docx, line, { points: 12 })),
              ...inTwoLines(inCapitals(letterhead.office)).map((line) =>
                centred(docx, line, { points: 12, bold: true }),
              ),
              shortRule(docx, 24, 120),
            ]),
            cell(1, [
              centred(docx, t('document.official.country'), { points: 12, bold: true }),
              centred(docx, t('document.official.motto'), { points: 13, bold: true }),
              shortRule(docx, 18.5, 120),
            ]),
          ],
        }),
        new TableRow({
          children: [
            cell(0, [centred(docx, number, { points: 13 })]),
            cell(1, [
              centred(docx, writtenDate(letterhead, texts, dayOf(findings.pack)), { points: 13, italics: true }),
            ]),
          ],
        }),
      ],
    }),
    centred(docx, '', { points: 6 }),
    centred(docx, document.kindOfDocument, { points: 14, bold: true, after: 40 }),
    centred(docx, document.title, { points: 14, bold: true }),
    shortRule(docx, 60, 200),
  ];
};

/** Recipients on the left, the signer on the right. */
export const signature = (docx: DocxModule, { letterhead, texts }: ReportContext): FileChild[] => {
  const { t } = texts;
  const { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } = docx;
  const width = textWidthMm(false);
  const line = (children: ParagraphChild[]) => new Paragraph({ spacing: { after: 0 }, keepNext: true, children });
  const { recipients } = letterhead;
  const list = recipients.map((recipient, i) =>
    line([new TextRun({ text: `- ${recipient}${i === recipients.length - 1 ? '.' : ';'}`, size: halfPoints(11) })]),
  );
  const cell = (children: FileChild[]) =>
    new TableCell({ width: { size: twips(width / 2), type: WidthType.DXA }, children: children as never });
  return [
    new docx.Paragraph({ keepNext: true, spacing: { after: 60 }, children: [] }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: [twips(width / 2), twips(width / 2)],
      borders: noBorders(docx),
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell([
              line([
                new TextRun({
                  text: t('document.official.recipients'),
                  size: halfPoints(12),
                  bold: true,
                  italics: true,
                }),
              ]),
              ...list,
            ]),
            cell([
              centred(docx, inCapitals(letterhead.signerTitle), { points: 14, bold: true, after: 1500 }),
              centred(docx, letterhead.signerName, { points: 14, bold: true }),
            ]),
          ],
        }),
      ],
    }),
  ];
};
