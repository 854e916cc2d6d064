import type { ISectionOptions } from 'docx';
import { settleOffice } from '../../files/office/settle-office.ts';
import { composeReport } from '../document/compose.ts';
import { createRasteriser, type DrawingTools } from '../figures/rasterise.ts';
import type { ReportContext } from '../report-input.ts';
import { pagesOfContents } from './contents-pages.ts';
import { docxBlock } from './docx-blocks.ts';
import { loadDocx } from './docx-module.ts';
import { page, twips } from './measures.ts';
import { head } from './official.ts';
import { documentStyles } from './styles.ts';

/** Pictures are drawn at this many dots an inch: sharp on paper. */
const dotsPerInch = 300;
/** What the pictures take of the time; the rest goes into finding pages and packing. */
const picturesShare = 0.6;
/** A commune's map is one of 178. */
const sheetDotsPerInch = 150;

/**
 * The report as a Word document in the layout of Decree 30/2020/NĐ-CP: page number top centre from the second page,
 * tables whose heads repeat, captions, contents, pictures. Same input, same bytes. `onProgress` gives the share done.
 */
export const writeDocx = async (
  input: ReportContext,
  tools: DrawingTools,
  onProgress: (share: number) => void = () => {},
): Promise<Uint8Array> => {
  const docx = await loadDocx();
  const { AlignmentType, Document, Header, PageNumber, PageOrientation, Packer, Paragraph, SectionType, TextRun } =
    docx;
  const rasterise = await createRasteriser(tools);
  const document = composeReport(input);
  const figures = document.parts.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'figure').length;
  let drawn = 0;
  const making = {
    docx,
    input,
    picture: (figure: Parameters<typeof rasterise>[0]) => {
      onProgress((picturesShare * drawn++) / figures);
      return rasterise(figure, figure.id.startsWith('map-commune') ? sheetDotsPerInch : dotsPerInch);
    },
  };
  const numbered = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });
  const unnumbered = new Header({ children: [new Paragraph({ children: [] })] });

  const sections = document.parts.map(({ landscape, blocks }, i): ISectionOptions => {
    const content = blocks.flatMap((block) => docxBlock(making, block, landscape));
    return {
      properties: {
        type: SectionType.NEXT_PAGE,
        titlePage: i === 0,
        page: {
          size: {
            width: twips(page.widthMm),
            height: twips(page.heightMm),
            orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
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
      headers: i === 0 ? { first: unnumbered, default: numbered } : { default: numbered },
      children: i === 0 ? [...head(docx, input, document), ...content] : content,
    };
  });
  onProgress(picturesShare);
  const file = new Document({
    title: document.title,
    creator: input.letterhead.office,
    lastModifiedBy: input.letterhead.office,
    description: input.findings.pack.checksum,
    styles: documentStyles,
    pageNumbers: await pagesOfContents(),
    sections,
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  const written = `${input.letterhead.date || input.findings.pack.date}T00:00:00Z`;
  return settleOffice(bytes, (path, xml) => {
    if (path === 'docProps/core.xml') return withDate(xml, written);
    return path === 'word/document.xml' ? withOwnNumbers(xml) : xml;
  });
};

/** The library counts bookmarks and pictures on from one document to the next; here each document counts from 1. */
const withOwnNumbers = (xml: string): string =>
  [/(_Toc)(\d+)/g, /(<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)/g, /(<wp:docPr[^>]* id=")(\d+)/g].reduce(
    countedAnew,
    xml,
  );

const countedAnew = (xml: string, numbered: RegExp): string => {
  const numbers = new Map<string, number>();
  return xml.replace(numbered, (_, before: string, old: string) => {
    const number = numbers.get(old) ?? numbers.size + 1;
    numbers.set(old, number);
    return `${before}${number}`;
  });
};

/** A document is dated as its letterhead, or as its data: never by the clock. */
const withDate = (xml: string, written: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${written}`);
