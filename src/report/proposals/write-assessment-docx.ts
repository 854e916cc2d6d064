import type { FileChild } from 'docx';
import { settleOffice } from '../../files/office/settle-office.ts';
import { docxBlock } from '../docx/docx-blocks.ts';
import { loadDocx } from '../docx/docx-module.ts';
import { docxTable } from '../docx/docx-table.ts';
import { page, textWidthMm, twips } from '../docx/measures.ts';
import { head } from '../docx/official.ts';
import { documentStyles } from '../docx/styles.ts';
import { contextOf } from '../report-input.ts';
import { type AssessmentDocumentInput, composeAssessment } from './assessment-document.ts';

const tablePoints = 10;

/** The assessment as a Word document in the layout of Decree 30/2020/NĐ-CP. Same input, same bytes. */
export const writeAssessmentDocx = async (input: AssessmentDocumentInput): Promise<Uint8Array> => {
  const docx = await loadDocx();
  const { AlignmentType, Document, Header, PageNumber, Packer, Paragraph, TextRun } = docx;
  const { assessment } = input;
  const report = await contextOf(input.report);
  const { t } = report.texts;
  const making = {
    docx,
    input: report,
    picture: () => {
      throw new Error('An assessment has no pictures');
    },
  };
  const content = composeAssessment({ assessment, report }).flatMap((block): FileChild[] =>
    block.kind === 'written'
      ? [
          new Paragraph({
            style: 'Caption',
            alignment: AlignmentType.CENTER,
            spacing: { before: 120, after: 80 },
            keepNext: true,
            children: [new TextRun({ text: block.caption })],
          }),
          docxTable(docx, block.table, textWidthMm(false), tablePoints),
          new Paragraph({ spacing: { after: 60 }, children: [] }),
        ]
      : docxBlock(making, block, false),
  );
  const title = t('assessment.title');
  const numbered = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });
  const file = new Document({
    title,
    creator: report.letterhead.office,
    lastModifiedBy: report.letterhead.office,
    description: assessment.pack.checksum,
    styles: documentStyles,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: twips(page.widthMm), height: twips(page.heightMm) },
            margin: {
              top: twips(page.topMm),
              bottom: twips(page.bottomMm),
              left: twips(page.leftMm),
              right: twips(page.rightMm),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        headers: { first: new Header({ children: [new Paragraph({ children: [] })] }), default: numbered },
        children: [
          ...head(docx, report, { title, kindOfDocument: t('document.official.kindOfDocument'), parts: [] }),
          ...content,
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  const written = `${report.letterhead.date || assessment.pack.date}T00:00:00Z`;
  return settleOffice(bytes, (path, xml) =>
    path === 'docProps/core.xml' ? xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${written}`) : xml,
  );
};
