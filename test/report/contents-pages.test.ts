// @module-tag slow
import type { ParagraphChild } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { pagesOfContents } from '../../src/report/docx/contents-pages.ts';
import { loadDocx } from '../../src/report/docx/docx-module.ts';
import { docxTable } from '../../src/report/docx/docx-table.ts';
import { documentStyles } from '../../src/report/docx/styles.ts';
import { seededRandom } from '../support/random.ts';

const docx = await loadDocx();
const { estimatePageNumbersWith } = await import('docx/layout');
const words = ['Xóm', 'Đồng', 'Bẩm', 'Phượng', 'Hoàng', 'Tổ', 'dân', 'phố', 'Ẵng', 'Thượng', 'Nung', 'Wrocław'];

/** A list in which now one column takes most lines, now another; then a place whose page is asked for. */
const pagesTold = async (rows: number, pageNumbers: Awaited<ReturnType<typeof pagesOfContents>>): Promise<string[]> => {
  const random = seededRandom(rows);
  const text = (): string =>
    Array.from({ length: Math.floor(random() ** 3 * 14) }, () => words[Math.floor(random() * words.length)]).join(' ');
  const table = {
    heads: ['TT', 'Xóm, tổ', 'Lý do', 'Nhà mạng'],
    rows: Array.from({ length: rows }, (_, i) => [String(i + 1), text(), text(), text()]),
    total: null,
    widths: [0.1, 0.3, 0.4, 0.2],
    numeric: [true, false, false, false],
    whole: false,
  };
  const place = (id: string) => new docx.Bookmark({ id, children: [new docx.TextRun(id)] });
  const paragraph = (child: ParagraphChild) => new docx.Paragraph({ children: [child] });
  const file = new docx.Document({
    styles: documentStyles,
    pageNumbers,
    sections: [
      { children: [paragraph(new docx.PageReference('end'))] },
      { children: [docxTable(docx, table, 165, 9), paragraph(place('end'))] },
    ],
  });
  const xml = strFromU8(unzipSync(new Uint8Array(await docx.Packer.toArrayBuffer(file)))['word/document.xml']);
  return [...xml.matchAll(/PAGEREF[\s\S]*?<w:t[^>]*>(\d+)<\/w:t>/g)].map(([, page]) => page);
};

test.each([40, 333])('a list of %i rows ends on the page that laying it out whole gives', async (rows) => {
  const told = await pagesTold(rows, await pagesOfContents());
  expect(told).toEqual(await pagesTold(rows, estimatePageNumbersWith({ guess: true })));
  expect(Number(told[0])).toBeGreaterThan(rows / 60);
});
