import type { FileChild } from 'docx';
import { fitWidths } from '../document/fit-widths.ts';
import type { WrittenTable } from '../document/written-table.ts';
import type { DocxModule } from './docx-module.ts';
import { twips } from './measures.ts';
import { type CellPoints, cellStyle } from './styles.ts';

/** Left and right of a cell's text. */
const sideMarginTwips = twips(1);
export const cellMarginsTwips = 2 * sideMarginTwips;

/** A real table: heads repeat on every page, no row is cut by a page's end. */
export const docxTable = (
  docx: DocxModule,
  { heads, rows, total, widths, numeric, whole }: WrittenTable,
  widthMm: number,
  points: CellPoints,
): FileChild => {
  const {
    AlignmentType,
    Paragraph,
    ShadingType,
    Table,
    TableCell,
    TableLayoutType,
    TableRow,
    TextRun,
    VerticalAlign,
    WidthType,
  } = docx;
  const columnWidths = fitWidths({ heads, rows, widths }, widthMm, points).map((share) => twips(widthMm * share));
  const margins = { left: sideMarginTwips, right: sideMarginTwips, top: twips(0.4), bottom: twips(0.4) };
  const paragraph = (text: string, column: number, bold: boolean, centred: boolean, keepNext: boolean) =>
    new Paragraph({
      keepNext,
      style: cellStyle(points),
      alignment: centred ? AlignmentType.CENTER : numeric[column] ? AlignmentType.RIGHT : AlignmentType.LEFT,
      children: text === '' ? [] : [new TextRun({ text, ...(bold ? { bold } : {}) })],
    });
  const cell = (text: string, column: number, bold: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: columnWidths[column], type: WidthType.DXA },
      children: [paragraph(text, column, bold, false, keepNext)],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map(
      (text, column) =>
        new TableCell({
          width: { size: columnWidths[column], type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E7EEEF' },
          children: [paragraph(text, column, true, true, whole)],
        }),
    ),
  });
  const row = (values: readonly string[], bold: boolean, keepNext: boolean) =>
    new TableRow({ cantSplit: true, children: values.map((text, column) => cell(text, column, bold, keepNext)) });
  const last = rows.length - (total ? 0 : 1);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widthMm), type: WidthType.DXA },
    columnWidths,
    margins,
    rows: [
      head,
      ...rows.map((values, r) => row(values, false, whole && r < last)),
      ...(total ? [row(total, true, false)] : []),
    ],
  });
};
