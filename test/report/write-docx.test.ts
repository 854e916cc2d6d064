// @module-tag slow
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDrawingTools } from '../../src/cli/report/drawing-tools.ts';
import type { HamletRemedy } from '../../src/findings/findings.ts';
import { writeDocx } from '../../src/report/docx/write-docx.ts';
import { aHamlet } from '../files/pack/small-pack.ts';
import { aReport } from './a-report.ts';

const partsOf = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content, path.endsWith('.png'))]));
const written = async (...change: Parameters<typeof aReport>): Promise<Map<string, string>> =>
  partsOf(await writeDocx(await aReport(...change), await readDrawingTools()));
const bodyOf = (parts: Map<string, string>): string => parts.get('word/document.xml') ?? '';
const textOf = (xml: string): string =>
  xml
    .replace(/<w:instrText[\s\S]*?<\/w:instrText>/g, '')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
const numbersIn = (tag: string): Record<string, number> =>
  Object.fromEntries([...tag.matchAll(/w:(\w+)="(\d+)"/g)].map(([, name, value]) => [name, Number(value)]));

const mm = (value: number): number => (value / 25.4) * 1440;
const parts = await written();
const body = bodyOf(parts);
const sections: string[] = body.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/g) ?? [];

test('every page is A4, the annexes on their side', () => {
  const sizes = sections.map((section) => numbersIn(/<w:pgSz[^>]*>/.exec(section)?.[0] ?? ''));
  expect(sizes).toHaveLength(2);
  const [text, annexes] = sizes;
  expect([text.w, text.h].map((size) => Math.round((size / 1440) * 25.4))).toEqual([210, 297]);
  expect([annexes.w, annexes.h].map((size) => Math.round((size / 1440) * 25.4))).toEqual([297, 210]);
});

test('margins lie within what the decree allows', () => {
  for (const section of sections) {
    const { top, bottom, left, right } = numbersIn(/<w:pgMar[^>]*>/.exec(section)?.[0] ?? '');
    for (const [value, least, most] of [
      [top, 20, 25],
      [bottom, 20, 25],
      [left, 30, 35],
      [right, 15, 20],
    ]) {
      expect(value).toBeGreaterThanOrEqual(mm(least));
      expect(value).toBeLessThanOrEqual(mm(most));
    }
  }
});

test('the text is black Times New Roman of 14 points', () => {
  const defaults = /<w:docDefaults>[\s\S]*?<\/w:docDefaults>/.exec(parts.get('word/styles.xml') ?? '')?.[0] ?? '';
  expect(defaults).toMatch(/w:ascii="Times New Roman"/);
  expect(defaults).toMatch(/<w:sz w:val="28"\/>/);
  expect(defaults).toMatch(/<w:color w:val="000000"\/>/);
  expect([...body.matchAll(/w:ascii="([^"]+)"/g)].filter(([, font]) => font !== 'Times New Roman')).toEqual([]);
});

test('the page number stands top centre, and not on the first page', () => {
  const relations = parts.get('word/_rels/document.xml.rels') ?? '';
  const header = (type: string, section: string): string => {
    const id = new RegExp(`<w:headerReference[^>]*w:type="${type}"[^>]*r:id="([^"]+)"`).exec(section)?.[1];
    const target = new RegExp(`Target="([^"]+)"[^>]*Id="${id}"|Id="${id}"[^>]*Target="([^"]+)"`).exec(relations);
    return parts.get(`word/${target?.[1] ?? target?.[2]}`) ?? '';
  };
  expect(sections[0]).toContain('<w:titlePg/>');
  expect(header('first', sections[0])).not.toContain('PAGE');
  expect(header('default', sections[0])).toMatch(/<w:jc w:val="center"\/>[\s\S]*PAGE/);
  expect(sections[1]).not.toContain('<w:titlePg/>');
  expect(header('default', sections[1])).toMatch(/<w:jc w:val="center"\/>[\s\S]*PAGE/);
});

test('the head names the country, the motto, the office, number, place and date in their type', () => {
  const paragraph = (text: string): string =>
    body.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)?.find((candidate) => textOf(candidate).trim() === text) ?? '';
  const size = (text: string): number => Number(/<w:sz w:val="(\d+)"/.exec(paragraph(text))?.[1] ?? 0) / 2;
  expect(paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toContain('<w:b/>');
  expect(size('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(12);
  expect(paragraph('Độc lập - Tự do - Hạnh phúc')).toContain('<w:b/>');
  expect(size('Độc lập - Tự do - Hạnh phúc')).toBe(13);
  expect(paragraph('ỦY BAN NHÂN DÂN')).not.toContain('<w:b/>');
  expect(paragraph('TRUYỀN THÔNG')).toContain('<w:b/>');
  expect(size('Số: 12/BC-STTTT')).toBe(13);
  expect(paragraph('Thái Nguyên, ngày 05 tháng 01 năm 2021')).toContain('<w:i/>');
});

test('text is justified, its first line drawn in by 10 mm', () => {
  const paragraph =
    body.match(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)?.find((one) => one.includes('Báo cáo tổng hợp')) ?? '';
  expect(paragraph).toContain('<w:jc w:val="both"/>');
  expect(Number(/w:firstLine="(\d+)"/.exec(paragraph)?.[1])).toBeGreaterThanOrEqual(Math.floor(mm(10)));
});

test('every table with a head repeats it, and no row is cut by a page', () => {
  const tables = body.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
  const withHead = tables.filter((table) => table.includes('<w:tblHeader/>'));
  // the letterhead and the signature are the two without
  expect(tables.length - withHead.length).toBe(2);
  for (const table of withHead) {
    const rows = table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
    expect(rows[0]).toContain('<w:tblHeader/>');
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
  }
});

test('the contents name every heading and its page', () => {
  const contents = textOf(/<w:sdt>[\s\S]*?<\/w:sdt>/.exec(body)?.[0] ?? '');
  expect(contents).toMatch(/I\. TÓM TẮT\d/);
  expect(contents).toMatch(/VIII\. ĐỀ XUẤT CỦA DOANH NGHIỆP VIỄN THÔNG\d/);
});

test('the contents name every annex and its page, and lead to it', async () => {
  const whole = bodyOf(await written({ report: { communeSheets: true } }));
  const told = [...whole.matchAll(/PAGEREF (annex\d+)[\s\S]*?<w:t[^>]*>(\d+)<\/w:t>/g)];
  expect(told.map(([, place]) => place)).toEqual(Array.from({ length: 9 }, (_, i) => `annex${i + 1}`));
  for (const [, place] of told) expect(whole).toContain(`w:name="${place}"`);
  const pages = told.map(([, , page]) => Number(page));
  // each begins on a page of its own
  expect(pages).toEqual([...new Set(pages)].sort((a, b) => a - b));
});

test('the recipients end with a stop, the others with a semicolon', () => {
  expect(textOf(body)).toContain('Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.');
});

test('the pictures are in, each with words for those who cannot see it', () => {
  const pictures = [...parts.keys()].filter((path) => path.startsWith('word/media/'));
  expect(pictures).toHaveLength(9);
  expect(body.match(/<wp:docPr[^>]*descr="[^"]+"/g)).toHaveLength(9);
});

test('a name keeps its diacritics', async () => {
  const named = await written({ hamlets: [aHamlet({ name: 'Xóm Ẵng Đồng Hỷ ữ' })] });
  expect(textOf(bodyOf(named))).toContain('Xóm Ẵng Đồng Hỷ ữ');
});

test('each commune has a sheet when asked for', async () => {
  const withSheets = bodyOf(await written({ report: { communeSheets: true } }));
  expect(textOf(withSheets)).toContain('Quang Vinh, Thành phố Thái Nguyên');
  expect(textOf(body)).not.toContain('Quang Vinh, Thành phố Thái Nguyên');
});

test('the same study gives the same bytes', async () => {
  const input = await aReport();
  const tools = await readDrawingTools();
  expect(await writeDocx(input, tools)).toEqual(await writeDocx(input, tools));
});

test('in English the report is English throughout', async () => {
  const text = textOf(bodyOf(await written({ language: 'en' })));
  expect(text).toContain('HAMLETS WITHOUT 4G');
  expect(text).not.toMatch(/Bảng|Hình|Phụ lục|Xóm trắng/);
});

test('each annex says what it goes with: number, symbol, day and the office that issues', () => {
  expect(textOf(body)).toContain(
    '(Kèm theo Báo cáo số 12/BC-STTTT ngày 05 tháng 01 năm 2021 của Sở Thông tin và Truyền thông)',
  );
});

test('names of the head stand in capitals', () => {
  const lines = textOf(body).split('\n').slice(0, 4);
  expect(lines).toEqual(['ỦY BAN NHÂN DÂN', 'TỈNH THÁI NGUYÊN', 'SỞ THÔNG TIN VÀ', 'TRUYỀN THÔNG']);
});

test('the text ends with the mark of an official document, in English with a full stop', async () => {
  expect(textOf(body)).toContain('Nghiên cứu này không có đề xuất nào của doanh nghiệp./.');
  expect(textOf(bodyOf(await written({ language: 'en' })))).toContain('This study holds no proposal of an operator.\n');
});

test('type in a table is that of its style, so that an empty cell is no higher than the others', () => {
  const cells = body.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? [];
  const styled = cells.filter((cell) => cell.includes('w:val="Cell'));
  expect(styled.length).toBeGreaterThan(cells.length - 10);
  const styles = parts.get('word/styles.xml') ?? '';
  expect(/w:styleId="Cell9"[\s\S]*?<w:sz w:val="(\d+)"/.exec(styles)?.[1]).toBe('18');
});

test('the sites of an annex are numbered from one', () => {
  const annex = body.slice(body.lastIndexOf('DANH SÁCH VỊ TRÍ CỘT'));
  const [head, row] = annex.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
  expect(
    textOf(head ?? '')
      .trim()
      .startsWith('TT'),
  ).toBe(true);
  expect(
    textOf(row ?? '')
      .trim()
      .startsWith('1\nTN-0001'),
  ).toBe(true);
});

test('a scenario is named where its figures are, the pack as it is otherwise', async () => {
  const changed = bodyOf(await written({ report: { scenario: { name: 'Thêm ba trạm', changes: 3 } } }));
  expect(textOf(changed)).toContain('Số liệu theo kịch bản “Thêm ba trạm”, có 3 thay đổi so với gói dữ liệu.');
  expect(textOf(body)).toContain('hiện trạng theo gói dữ liệu, không thay đổi');
});

const costVnd = { low: 1e9, central: 2e9, high: 3e9 };

test('remedies take their place where the study has them', async () => {
  const remedy: HamletRemedy = {
    hamletId: aHamlet().id,
    gap: 'signal',
    means: 'tenancy',
    operator: 'viettel',
    siteId: 'TN-0001',
    lengthKm: null,
    peopleServed: 312,
    costVnd,
  };
  const text = textOf(bodyOf(await written({ found: { remedies: [remedy] } })));
  expect(text).toContain('đặt nhờ trên cột của bên khác');
  expect(text).toContain('2.000');
  expect(text).not.toContain('chưa lập phương án phủ sóng');
});

test('the sharing part tells how sure the savings are: percentiles, draws, seed, and what moves them', async () => {
  const { findings, texts } = await aReport();
  const { monteCarlo } = findings.sharing.money.consolidation;
  const text = textOf(body);
  expect(text).toContain('Độ bất định của tiết kiệm');
  expect(text).toContain('(10.000 lần rút ngẫu nhiên)');
  expect(text).toContain(monteCarlo.seed);
  expect(text).toContain(texts.t('term.meaning.spread', { draws: texts.count(monteCarlo.draws) }));
  expect(body).toContain(texts.t('picture.swingsChart'));
});
