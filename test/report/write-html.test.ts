import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { readDrawingTools } from '../../src/cli/report/drawing-tools.ts';
import { placesInPdf } from '../../src/cli/report/pdf-places.ts';
import { withPageNumbers, writeHtml } from '../../src/report/html/write-html.ts';
import { aHamlet } from '../files/pack/small-pack.ts';
import { aReport } from './a-report.ts';

const { pageFonts } = await readDrawingTools();
const page = writeHtml(await aReport(), pageFonts);
const text = strFromU8(page);

/** A PDF as a browser prints it: three pages in two groups, two named places. */
const aPdf = new TextEncoder().encode(`%PDF-1.4
3 0 obj
<</Type /Page
/Parent 7 0 R>>
endobj
4 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
5 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
6 0 obj
<</Type /Pages
/Count 3
/Kids [7 0 R 8 0 R]>>
endobj
7 0 obj
<</Type /Pages
/Kids [4 0 R]>>
endobj
8 0 obj
<</Type /Pages
/Kids [3 0 R 5 0 R]>>
endobj
9 0 obj
<</h1 [4 0 R /XYZ 0 658.9 0]
/a1 [5 0 R /XYZ 0 594.9 0]>>
endobj
10 0 obj
<</Type /Catalog
/Pages 6 0 R
/Dests 9 0 R>>
endobj
trailer
<</Root 10 0 R>>
`);

test('a printed page tells where its headings lie', async () => {
  expect(await placesInPdf(aPdf)).toEqual(
    new Map([
      ['h1', 1],
      ['a1', 3],
    ]),
  );
  expect(await placesInPdf(new TextEncoder().encode('%PDF-1.4'))).toEqual(new Map());
});

test('the contents lead to every heading and annex, and tell their pages once these are known', () => {
  const places = [...text.matchAll(/data-page="(\w+)"/g)].map(([, place]) => place);
  expect(places.length).toBeGreaterThan(25);
  for (const place of places) expect(text, place).toContain(`id="${place}"`);
  const numbered = strFromU8(withPageNumbers(page, new Map([['h1', 2]])));
  expect(numbered).toContain('data-page="h1">2</span>');
  expect(numbered).toContain('data-page="h2"></span>');
});

test('the page needs nothing else: its type is inside', () => {
  expect(text.match(/@font-face/g)).toHaveLength(12);
  expect(text).not.toMatch(/(?:src|href)="?(?:https?:|\/\/)|url\((?!data:)/);
});

test('on paper: A4, the margins of the decree, the page number top centre but not on the first page, heads repeated', () => {
  expect(text).toContain('@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page);');
  expect(text).toContain('@page :first { @top-center { content: none; } }');
  expect(text).toContain('thead { display: table-header-group; }');
});

test('a name that would turn what follows it, or end it, is seen and turns nothing', async () => {
  const harmful = 'Xóm \u202eA\u0000\u0007\u2066';
  const named = await aReport({
    hamlets: [aHamlet({ name: harmful, clusters: [{ position: [105.9, 21.6], people: 9 }] })],
  });
  const signed = { ...named, letterhead: { ...named.letterhead, office: `Sở\u202e${String.fromCharCode(1)}` } };
  const written = strFromU8(writeHtml(signed, pageFonts));
  expect(written).toContain('SỞ\ufffd\ufffd');
  expect(written).not.toMatch(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u);
});
