import { showable } from '../../model/printable.ts';
import type { Block, ReportDocument } from '../document/blocks.ts';
import { composeReport } from '../document/compose.ts';
import { fitWidths } from '../document/fit-widths.ts';
import { type WrittenTable, writeTable } from '../document/written-table.ts';
import { textWidthMm } from '../docx/measures.ts';
import type { Figure } from '../figures/figure.ts';
import { dayOf, inCapitals, writtenDate, writtenNumber } from '../letterhead.ts';
import type { ReportContext } from '../report-input.ts';
import { fontFaces, type PageFont } from './page-fonts.ts';
import { pageStyle } from './page-style.ts';

const plain = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const html = (tag: string, content: string, attributes = ''): string =>
  `<${tag}${attributes ? ` ${attributes}` : ''}>${content}</${tag}>`;

const tableHtml = (
  { heads, rows, total, widths, numeric, whole }: WrittenTable,
  caption: string,
  compact: boolean,
  landscape: boolean,
): string => {
  const isSmall = compact || heads.length > 9;
  const fitted = fitWidths({ heads, rows, widths }, textWidthMm(landscape), isSmall ? 9 : 11);
  const columns = fitted.map((width) => `<col style="width:${(width * 100).toFixed(2)}%">`).join('');
  const row = (values: readonly string[], attributes = ''): string =>
    html(
      'tr',
      values.map((value, c) => html('td', plain(value), numeric[c] ? 'class="number"' : '')).join(''),
      attributes,
    );
  return html(
    'div',
    html(
      'table',
      [
        caption ? html('caption', plain(caption)) : '',
        html('colgroup', columns),
        html('thead', html('tr', heads.map((head) => html('th', plain(head), 'scope="col"')).join(''))),
        html('tbody', rows.map((values) => row(values)).join('\n') + (total ? row(total, 'class="total"') : '')),
      ].join(''),
      isSmall ? 'class="many"' : '',
    ),
    whole ? 'class="scroll whole"' : 'class="scroll"',
  );
};

const figureHtml = ({ svg, alt }: Figure, caption: string): string =>
  html(
    'figure',
    svg.replace('<svg ', `<svg role="img" aria-label="${plain(alt)}" `) +
      (caption ? html('figcaption', plain(caption)) : ''),
  );

const headHtml = (
  { letterhead, texts, findings }: ReportContext,
  { kindOfDocument, title }: ReportDocument,
): string => {
  const { t } = texts;
  const p = (text: string, name = ''): string => html('p', text, name ? `class="${name}"` : '');
  const number = t('document.official.number', { number: writtenNumber(letterhead), symbol: letterhead.symbol });
  return [
    html(
      'header',
      [
        html(
          'div',
          p(plain(inCapitals(letterhead.parentBody))) + p(html('b', plain(inCapitals(letterhead.office))), 'ruled'),
        ),
        html(
          'div',
          p(html('b', plain(t('document.official.country')))) +
            p(html('b', plain(t('document.official.motto'))), 'ruled motto'),
        ),
        html('div', p(plain(number), 'below')),
        html('div', p(html('i', plain(writtenDate(letterhead, texts, dayOf(findings.pack)))), 'below')),
      ].join(''),
      'class="head"',
    ),
    html('h1', plain(kindOfDocument)),
    html('p', plain(title), 'class="subject"'),
  ].join('\n');
};

const signatureHtml = ({ letterhead, texts }: ReportContext): string => {
  const { t } = texts;
  const { recipients } = letterhead;
  const list = recipients.map((to, i) => html('p', plain(`- ${to}${i === recipients.length - 1 ? '.' : ';'}`)));
  return html(
    'section',
    html('div', html('p', html('b', plain(t('document.official.recipients')))) + list.join(''), 'class="to"') +
      html(
        'div',
        html('p', plain(inCapitals(letterhead.signerTitle))) + html('p', plain(letterhead.signerName), 'class="name"'),
        'class="by"',
      ),
    'class="sign"',
  );
};

interface Heading {
  level: 1 | 2;
  text: string;
}

/** The report as one page that needs nothing else: to read on screen, to print, or to save as PDF from a browser. */
export const writeHtml = (input: ReportContext, fonts: readonly PageFont[]): Uint8Array => {
  const { texts } = input;
  const { t } = texts;
  const document = composeReport(input);
  const headings = document.parts
    .flatMap(({ blocks }) => blocks)
    .filter((block): block is Heading & { kind: 'heading' } => block.kind === 'heading');
  let heading = 0;

  const contents = (title: string, annexes: readonly string[]): string => {
    const entry = (text: string, place: string, attributes = ''): string =>
      html(
        'li',
        html('a', plain(text), `href="#${place}"`) +
          html('span', '', 'class="leader"') +
          html('span', '', `class="page" data-page="${place}"`),
        attributes,
      );
    const entries = headings.map(({ level, text }, i) => entry(text, `h${i + 1}`, level === 2 ? 'class="sub"' : ''));
    const names = annexes.map((annex, i) => entry(annex, `a${i + 1}`));
    return html('nav', html('h2', plain(title)) + html('ul', [...entries, ...names].join('\n')), 'class="contents"');
  };
  const draw = (block: Block, landscape: boolean): string => {
    switch (block.kind) {
      case 'heading':
        return html(block.level === 1 ? 'h2' : 'h3', plain(block.text), `id="h${++heading}"`);
      case 'paragraph':
        return html('p', plain(block.text));
      case 'notice':
        return html('p', plain(block.text), 'class="notice"');
      case 'list':
        return block.items.map((item) => html('p', `- ${plain(item)}`)).join('\n');
      case 'contents':
        return contents(block.title, block.annexes);
      case 'table':
        return tableHtml(writeTable(block.table, texts), block.caption, block.compact ?? false, landscape);
      case 'figure':
        return figureHtml(block.figure, block.caption);
      case 'signature':
        return signatureHtml(input);
      case 'annex':
        return html(
          'header',
          html('h2', plain(t('document.official.annex', { number: block.number }))) +
            html('h2', plain(block.title.toLocaleUpperCase('vi'))) +
            html('p', plain(block.note)),
          `class="annex" id="a${block.place + 1}"`,
        );
      case 'sheet':
        return html(
          'h2',
          plain(block.title),
          block.place === undefined ? 'class="sheet"' : `class="sheet" id="a${block.place + 1}"`,
        );
    }
  };
  const parts = document.parts.map(({ landscape, blocks }) =>
    html('section', blocks.map((block) => draw(block, landscape)).join('\n'), landscape ? 'class="wide"' : ''),
  );
  const page = [
    '<!doctype html>',
    `<html lang="${texts.language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${plain(document.title)}</title><style>${fontFaces(fonts)}${pageStyle}</style></head>`,
    html('body', html('main', `${headHtml(input, document)}\n${parts.join('\n')}`)),
    '</html>',
  ].join('\n');
  return new TextEncoder().encode(`${showable(page)}\n`);
};

/** The page with its contents telling pages, once it is known where each place comes to lie on paper. */
export const withPageNumbers = (page: Uint8Array, pageOf: ReadonlyMap<string, number>): Uint8Array => {
  const text = new TextDecoder().decode(page);
  const numbered = text.replace(
    /(data-page="(\w+)">)(?=<)/g,
    (whole, _, place: string) => whole + (pageOf.get(place) ?? ''),
  );
  return new TextEncoder().encode(numbered);
};
