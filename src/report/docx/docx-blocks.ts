import type { FileChild } from 'docx';
import type { Block } from '../document/blocks.ts';
import { writeTable } from '../document/written-table.ts';
import type { Figure } from '../figures/figure.ts';
import type { ReportContext } from '../report-input.ts';
import type { DocxModule } from './docx-module.ts';
import { docxTable } from './docx-table.ts';
import { halfPoints, pixels, textWidthMm, twips } from './measures.ts';
import { signature } from './official.ts';
import { bodyParagraph, type CellPoints, gapAfterTable } from './styles.ts';

/** Type in tables: smaller the more columns there are. */
const tablePoints = (columns: number): CellPoints => (columns <= 5 ? 12 : columns <= 8 ? 11 : columns <= 11 ? 10 : 9);

/** Where an entry of the contents leads. */
const annexPlace = (index: number): string => `annex${index + 1}`;

export interface DocxMaking {
  docx: DocxModule;
  input: ReportContext;
  /** A figure as a PNG. */
  picture: (figure: Figure) => Uint8Array;
}

/** One block as paragraphs and tables of a document. */
export const docxBlock = ({ docx, input, picture }: DocxMaking, block: Block, landscape: boolean): FileChild[] => {
  const {
    AlignmentType,
    Bookmark,
    BorderStyle,
    HeadingLevel,
    ImageRun,
    InternalHyperlink,
    LeaderType,
    PageReference,
    Paragraph,
    Tab,
    TableOfContents,
    TabStopType,
    TextRun,
  } = docx;
  const widthMm = textWidthMm(landscape);
  const caption = (text: string, keepNext: boolean): FileChild[] =>
    text === ''
      ? []
      : [
          new Paragraph({
            style: 'Caption',
            alignment: AlignmentType.CENTER,
            spacing: { before: keepNext ? 120 : 40, after: keepNext ? 80 : 200 },
            keepNext,
            children: [new TextRun({ text })],
          }),
        ];

  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          children: [new TextRun({ text: block.text })],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          ...bodyParagraph,
          alignment: AlignmentType.JUSTIFIED,
          keepNext: block.keepNext ?? false,
          children: [new TextRun({ text: block.text })],
        }),
      ];
    case 'notice': {
      const line = { style: BorderStyle.SINGLE, size: 8, space: 6, color: '000000' };
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          spacing: { before: 120, after: 200 },
          indent: { left: twips(3), right: twips(3) },
          border: { top: line, bottom: line, left: line, right: line },
          children: [new TextRun({ text: block.text, italics: true, size: halfPoints(13) })],
        }),
      ];
    }
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            ...bodyParagraph,
            alignment: AlignmentType.JUSTIFIED,
            children: [new TextRun({ text: `- ${item}` })],
          }),
      );
    case 'contents':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 120, after: 80 },
          keepNext: true,
          children: [new TextRun({ text: block.title, bold: true })],
        }),
        new TableOfContents(block.title, { hyperlink: true, headingStyleRange: '1-2' }),
        ...block.annexes.map(
          (annex, i) =>
            new Paragraph({
              style: 'TOC1',
              tabStops: [{ type: TabStopType.RIGHT, position: twips(widthMm), leader: LeaderType.DOT }],
              children: [
                new InternalHyperlink({ anchor: annexPlace(i), children: [new TextRun({ text: annex })] }),
                new TextRun({ children: [new Tab()] }),
                new PageReference(annexPlace(i)),
              ],
            }),
        ),
      ];
    case 'table': {
      const table = writeTable(block.table, input.texts);
      return [
        ...caption(block.caption, true),
        docxTable(docx, table, widthMm, block.compact ? 9 : tablePoints(table.heads.length)),
        new Paragraph({ ...gapAfterTable(block.caption === ''), children: [] }),
      ];
    }
    case 'figure': {
      const { widthMm: width, heightMm: height, alt, id } = block.figure;
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          keepNext: block.caption !== '',
          spacing: { before: 80 },
          children: [
            new ImageRun({
              type: 'png',
              data: picture(block.figure),
              transformation: { width: pixels(width), height: pixels(height) },
              altText: { name: id, title: alt, description: alt },
            }),
          ],
        }),
        ...caption(block.caption, false),
      ];
    }
    case 'signature':
      return signature(docx, input);
    case 'annex':
      return [
        new Paragraph({
          // no heading of the contents, whose pages are those of the text; still one in a reader's outline
          outlineLevel: 0,
          keepNext: true,
          alignment: AlignmentType.CENTER,
          pageBreakBefore: block.number !== 'I',
          spacing: { before: 0, after: 0 },
          children: [
            new Bookmark({
              id: annexPlace(block.place),
              children: [
                new TextRun({ text: input.texts.t('document.official.annex', { number: block.number }), bold: true }),
              ],
            }),
            new TextRun({ text: block.title.toLocaleUpperCase('vi'), bold: true, break: 1 }),
          ],
        }),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 160 },
          keepNext: true,
          children: [new TextRun({ text: block.note, italics: true })],
        }),
      ];
    case 'sheet':
      return [
        new Paragraph({
          pageBreakBefore: true,
          keepNext: true,
          spacing: { after: 120 },
          alignment: AlignmentType.CENTER,
          children: [
            block.place === undefined
              ? new TextRun({ text: block.title, bold: true })
              : new Bookmark({
                  id: annexPlace(block.place),
                  children: [new TextRun({ text: block.title, bold: true })],
                }),
          ],
        }),
      ];
  }
};
