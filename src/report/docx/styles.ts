import type { IStylesOptions } from 'docx';
import { halfPoints, page, twips } from './measures.ts';

const run = (points: number, more: { bold?: boolean; italics?: boolean } = {}) => ({
  font: page.font,
  size: halfPoints(points),
  color: '000000',
  ...more,
});

/** Line of 1.15, 6 points between paragraphs, first line in by 10 mm: within what the decree allows. */
export const bodyParagraph = {
  spacing: { before: 0, after: 120, line: 276, lineRule: 'auto' },
  indent: { firstLine: twips(10) },
} as const;

/** Type of a table's cells. A paragraph's own mark takes part in its line's height, so the size is the style's. */
const cellPoints = [8, 9, 10, 11, 12] as const;
export type CellPoints = (typeof cellPoints)[number];
export const cellStyle = (points: CellPoints): string => `Cell${points}`;

/** The type that a style of cells has; 0 for any other style. */
export const pointsOfStyle = (style: string): number => Number(/^Cell(\d+)$/.exec(style)?.[1] ?? 0);

/** Keeps what follows a table off its lines; after an annex's table only so that a section can end. */
export const gapAfterTable = (inAnnex: boolean) =>
  ({ spacing: { before: 0, after: 0, line: inAnnex ? 20 : 160, lineRule: 'exact' } }) as const;

/** Every kind of text in the document. Black Times New Roman throughout. */
export const documentStyles: IStylesOptions = {
  default: {
    document: { run: run(page.textPoints) },
    heading1: {
      run: run(page.textPoints, { bold: true }),
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
    heading2: {
      run: run(page.textPoints, { bold: true }),
      paragraph: { spacing: { before: 180, after: 120 }, keepNext: true },
    },
    listParagraph: { run: run(page.textPoints) },
    hyperlink: { run: { color: '000000', underline: { type: 'none' } } },
  },
  paragraphStyles: [
    { id: 'TOC1', name: 'toc 1', basedOn: 'Normal', run: run(13), paragraph: { spacing: { after: 40 } } },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      run: run(13),
      paragraph: { spacing: { after: 40 }, indent: { left: twips(8) } },
    },
    ...cellPoints.map((points) => ({
      id: cellStyle(points),
      name: `cell ${points}`,
      basedOn: 'Normal',
      run: run(points),
      paragraph: { spacing: { before: 0, after: 0 } },
    })),
    { id: 'Caption', name: 'caption', basedOn: 'Normal', run: run(13, { italics: true }) },
  ],
};
