// @module-tag slow
import { strFromU8, unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../src/report/xlsx/write-xlsx.ts';
import { aHamlet } from '../files/pack/small-pack.ts';
import { aReport } from './a-report.ts';

const far = { centre: [105.82, 21.62] as const, clusters: [{ position: [105.821, 21.621] as const, people: 40 }] };

const sheetOf = async (bytes: Uint8Array, name: string): Promise<unknown[][]> => {
  const sheets = await readSheets(Buffer.from(bytes));
  return sheets.find(({ sheet }) => sheet === name)?.data ?? [];
};

test('a hamlet comes back with its name and its numbers as numbers', async () => {
  const input = await aReport({ hamlets: [aHamlet({ name: 'Xóm Ẵng Đồng Hỷ' })] });
  const [head, row] = await sheetOf(await writeXlsx(input), 'Tất cả xóm');
  expect(row[head.indexOf('Xóm, tổ')]).toBe('Xóm Ẵng Đồng Hỷ');
  expect(row[head.indexOf('Dân số (người)')]).toBe(312);
  expect(row[head.indexOf('Kinh độ (°)')]).toBe(105.82);
});

test.each(['=1+1', '+84', '-2', '@sum'])('the name %s stays text and is no formula', async (name) => {
  const bytes = await writeXlsx(await aReport({ hamlets: [aHamlet({ name })] }));
  const [head, row] = await sheetOf(bytes, 'Tất cả xóm');
  expect(row[head.indexOf('Xóm, tổ')]).toBe(name);
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => path.includes('worksheets/sheet'));
  expect(parts.filter(([, part]) => /<f[ >]/.test(strFromU8(part)))).toEqual([]);
});

test('every table is a sheet with a frozen head and a filter over its rows', async () => {
  const parts = unzipSync(
    await writeXlsx(await aReport({ hamlets: [aHamlet(), aHamlet({ id: 'H-05431-02', ...far })] })),
  );
  const tables = Object.keys(parts).filter(
    (path) => /worksheets\/sheet\d+\.xml$/.test(path) && !path.endsWith('/sheet1.xml'),
  );
  expect(tables).toHaveLength(23);
  for (const path of tables) expect(strFromU8(parts[path])).toMatch(/ySplit="1".*<\/sheetData><autoFilter ref="A1:/);
  const hamlets = strFromU8(parts['xl/worksheets/sheet10.xml']);
  const [, lastHead] = [...hamlets.matchAll(/<c r="([A-Z]+)1"/g)].at(-1)!;
  expect(hamlets).toContain(`<autoFilter ref="A1:${lastHead}3"/>`);
  expect(lastHead >= 'M').toBe(true);
});

test('the sum row of the communes holds the totals of the findings', async () => {
  const input = await aReport({
    hamlets: [
      aHamlet(),
      aHamlet({
        id: 'H-05434-01',
        communeCode: '05434',
        centre: [105.88, 21.62],
        clusters: [{ position: [105.88, 21.62], people: 40 }],
      }),
    ],
  });
  const [head, ...rows] = await sheetOf(await writeXlsx(input), 'Xã');
  const people = head.indexOf('Dân số (người)');
  expect(rows.at(-1)?.[people]).toBe(352);
  expect(rows.slice(0, -1).reduce((sum, row) => sum + Number(row[people]), 0)).toBe(352);
});

test('the same study gives the same bytes', async () => {
  const input = await aReport();
  expect(await writeXlsx(input)).toEqual(await writeXlsx(input));
});

test('the first sheet says that the data are made up', async () => {
  const rows = await sheetOf(await writeXlsx(await aReport({ language: 'en' })), 'About');
  expect(rows.flat().join(' ')).toContain('synthetic');
});

test('every cell is of the type its column has, as another library reads it', async () => {
  const { findings, ...rest } = await aReport();
  const { provenance } = findings.pack;
  const dated = { ...provenance, sites: { ...provenance.sites, date: '2020-12-31' } };
  const bytes = await writeXlsx({ ...rest, findings: { ...findings, pack: { ...findings.pack, provenance: dated } } });
  const typesIn = async (sheet: string, column: string): Promise<string[]> => {
    const [head, ...rows] = await sheetOf(bytes, sheet);
    const at = head.indexOf(column);
    expect(at, column).toBeGreaterThanOrEqual(0);
    return [...new Set(rows.map((row) => (row[at] instanceof Date ? 'date' : typeof row[at])))];
  };
  expect(await typesIn('Xã', 'Mã')).toEqual(['string', 'object']);
  expect(await typesIn('Xã', 'Dân chưa có sóng 4G (người)')).toEqual(['number']);
  expect(await typesIn('Xã', 'Tỷ lệ dân chưa có sóng 4G (%)')).toContain('number');
  expect(await typesIn('Vị trí cột', 'Chiều cao (m)')).toEqual(['number']);
  expect(await typesIn('Vị trí cột', 'Mã số')).toEqual(['string']);
  expect(await typesIn('Tham số', 'Giữa')).toEqual(['number']);
  // a year alone is no date
  expect(await typesIn('Nguồn gốc', 'Thời điểm')).toEqual(['string', 'date']);
  expect(await typesIn('Số liệu chính', 'Đơn vị')).toEqual(['string']);
});

test('sheets print on A4, no wider than a page, their heads on each', async () => {
  const parts = unzipSync(await writeXlsx(await aReport()));
  expect(strFromU8(parts['xl/worksheets/sheet5.xml'])).toMatch(
    /<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/>[\s\S]*<pageSetup paperSize="9" orientation="landscape" fitToWidth="1"/,
  );
  expect(strFromU8(parts['xl/workbook.xml'])).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="4">'Xã'!$1:$1</definedName>`,
  );
});

test('the first sheet names every other and what it holds', async () => {
  const bytes = await writeXlsx(await aReport());
  const sheets = await readSheets(Buffer.from(bytes));
  const named = (sheets[0].data as unknown[][]).map(([name]) => name);
  expect(named).toEqual(expect.arrayContaining(sheets.slice(1).map(({ sheet }) => sheet)));
});
