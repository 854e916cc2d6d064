// @module-tag slow
import { strFromU8, unzipSync } from 'fflate';
import type { Feature, FeatureCollection } from 'geojson';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { readDrawingTools } from '../../../src/cli/report/drawing-tools.ts';
import { readCsv } from '../../../src/files/office/csv.ts';
import { withProposals } from '../../../src/findings/with-proposals.ts';
import { proposal as english } from '../../../src/i18n/en/shared/proposal.ts';
import type { Language } from '../../../src/i18n/languages.ts';
import { figure } from '../../../src/i18n/vi/report/figure.ts';
import { proposal as vietnamese } from '../../../src/i18n/vi/shared/proposal.ts';
import { defaultLetterhead } from '../../../src/report/letterhead.ts';
import { renderReport, reportFormats } from '../../../src/report/render-report.ts';
import { placesOf, type ReportInput } from '../../../src/report/report-input.ts';
import { aFile, aNetwork, aStandingSite, assessed, findingsOf } from '../../proposal/a-proposal.ts';

const pack = aNetwork([aStandingSite('TN-9', 'mobifone', [105.895, 21.605])]);
const assessment = await assessed(
  pack,
  aFile('viettel.geojson', aStandingSite('P-1', 'viettel', [105.82, 21.63])),
  aFile(
    'vina.csv',
    aStandingSite('=P-2', 'vinaphone', [105.822, 21.63]),
    aStandingSite('P-3', 'vinaphone', [105.894, 21.606]),
  ),
);
const inputIn = async (language: Language): Promise<ReportInput> => ({
  findings: withProposals(await findingsOf(pack), assessment),
  places: placesOf(pack),
  language,
  letterhead: defaultLetterhead(language, 'Thái Nguyên', '2020-12-31'),
  scenario: { name: 'Kịch bản Ữ', changes: 2 },
  rasters: [],
  communeSheets: false,
});
const tools = await readDrawingTools();
const files = await renderReport(await inputIn('vi'), reportFormats, tools);
const bytes = (name: string): Uint8Array => files.get(name) ?? new Uint8Array();
const textIn = (xml: string): string => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
const documentText = textIn(strFromU8(unzipSync(bytes('report.docx'))['word/document.xml']));
const people = assessment.files.map(({ totals }) => totals.gain.own.people);

test("each carrier's file has an annex of its own, named in the contents", () => {
  for (const annex of ['Phụ lục IX', 'Phụ lục X'])
    expect(documentText.match(new RegExp(`${annex}\\b`, 'g'))).toHaveLength(2);
  expect(documentText).toContain('ĐỀ XUẤT CỦA VIETTEL (VIETTEL.GEOJSON)');
  expect(documentText).not.toContain('không có đề xuất nào');
  expect(strFromU8(bytes('report.html'))).toContain('Đề xuất của vinaphone (vina.csv)');
});

test('the annex tells advice and reasons in the words of the assessment', () => {
  const { verdict, reason } = vietnamese;
  expect(documentText).toContain(verdict.build);
  expect(documentText).toContain(verdict.share);
  const [, , shared] = assessment.files.flatMap(({ proposedSites }) => proposedSites);
  expect(shared.verdict).toBe('share');
  expect(documentText).toContain(reason['mast-serves-as-well'].split('{{')[0].trim());
  expect(documentText).not.toContain('{{');
});

test('what a proposal gives is the same in assessment, document, workbook, CSV and GeoJSON', async () => {
  const csv = readCsv(bytes('tables/proposals.csv'), 'proposals.csv');
  expect(csv.map((row) => Number(row.get('people_newly_served')))).toEqual(people);
  const sheet =
    (await readSheets(Buffer.from(bytes('report.xlsx')))).find((one) => one.sheet === 'Đề xuất')?.data ?? [];
  const column = sheet[0].indexOf('Người lần đầu có sóng 4G của nhà mạng đề xuất (người)');
  expect(sheet.slice(1).map((row) => row[column])).toEqual(people);
  const { features }: FeatureCollection = JSON.parse(strFromU8(bytes('proposals.geojson')));
  const masts = features.filter(({ geometry }: Feature) => geometry.type === 'Point');
  expect(masts.map(({ properties }) => properties?.gain.own.people)).toEqual(
    assessment.files.flatMap(({ proposedSites }) => proposedSites.map(({ gain }) => gain.own.people)),
  );
  const rows = [...documentText.matchAll(/Nếu làm tất cả, ([\d.]+) người/g)].map(([, value]) => Number(value));
  expect(rows).toEqual([assessment.totals.gain.own.people, ...people]);
});

test('a globe viewer gets every proposed mast, and an id that starts with = stays text', async () => {
  const kml = strFromU8(unzipSync(bytes('report.kmz'))['doc.kml']);
  expect(kml.match(/<Placemark id="proposed-/g)).toHaveLength(3);
  const sheet =
    (await readSheets(Buffer.from(bytes('report.xlsx')))).find((one) => one.sheet === 'Vị trí đề xuất')?.data ?? [];
  expect(sheet.slice(1).map((row) => row[sheet[0].indexOf('Mã số')])).toEqual(['P-1', '=P-2', 'P-3']);
});

test('figures of proposals lead to their definition, and the manifest names the scenario and the files', () => {
  const { proposalGain, proposalCost, proposalRate, consolidationSpread, avoidedNewBuildSpread, rent } = figure;
  const { co2Consolidation, co2AvoidedNewBuild } = figure;
  const figureNames = [
    ...[consolidationSpread, avoidedNewBuildSpread, rent, co2Consolidation, co2AvoidedNewBuild],
    ...[proposalGain.replace('{{technology}}', '4G'), proposalCost, proposalRate],
  ];
  const lineage = readCsv(bytes('tables/lineage.csv'), 'lineage.csv').map((row) => row.get('figure'));
  expect(lineage).toEqual(expect.arrayContaining(figureNames));
  expect(documentText).toContain('Đề nghị với cột đề xuất');
  const manifest = JSON.parse(strFromU8(unzipSync(bytes('report.zip'))['manifest.json']));
  expect(manifest.scenario).toEqual({ name: 'Kịch bản Ữ', changes: 2 });
  expect(manifest.proposals.map(({ file }: { file: string }) => file)).toEqual(['viettel.geojson', 'vina.csv']);
});

test('in English the proposals are English throughout', async () => {
  const page = strFromU8((await renderReport(await inputIn('en'), ['html'], tools)).get('report.html')!);
  expect(page).toContain('Proposal of viettel (viettel.geojson)');
  expect(page).toContain(english.verdict.build);
  expect(page).not.toMatch(/Đề xuất|Dựng mới|\{\{/);
});
