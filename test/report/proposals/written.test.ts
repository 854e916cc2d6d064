import { strFromU8, unzipSync } from 'fflate';
import type { Feature, FeatureCollection } from 'geojson';
import { expect, test } from 'vitest';
import { loadReportTexts } from '../../../src/i18n/load.ts';
import type { Assessment } from '../../../src/proposal/assessment.ts';
import { defaultLetterhead } from '../../../src/report/letterhead.ts';
import { writeAssessmentDocx } from '../../../src/report/proposals/write-assessment-docx.ts';
import { assessmentGeoJson } from '../../../src/report/proposals/write-assessment-geojson.ts';
import { placesOf } from '../../../src/report/report-input.ts';
import { aFile, aNetwork, aStandingSite, assessed, findingsOf } from '../../proposal/a-proposal.ts';

const pack = aNetwork([aStandingSite('TN-9', 'mobifone', [105.895, 21.605])]);
const both = () =>
  assessed(
    pack,
    aFile('viettel.geojson', aStandingSite('P-1', 'viettel', [105.82, 21.63])),
    aFile('vina.geojson', aStandingSite('<b>P-2</b>', 'vinaphone', [105.822, 21.63])),
  );

const textOf = async (assessment: Assessment, language: 'vi' | 'en'): Promise<string> => {
  const letterhead = defaultLetterhead(language, 'Thái Nguyên', '2020-12-31');
  const bytes = await writeAssessmentDocx({
    assessment,
    report: {
      findings: await findingsOf(pack),
      places: placesOf(pack),
      language,
      letterhead,
      scenario: null,
      rasters: [],
      communeSheets: false,
    },
  });
  return strFromU8(unzipSync(bytes)['word/document.xml']);
};

test('the GeoJSON has every mast with its verdict, and a line for masts to share', async () => {
  const assessment = await both();
  const json: FeatureCollection & Partial<Assessment> = JSON.parse(
    new TextDecoder().decode(assessmentGeoJson(assessment)),
  );
  const kinds = json.features.map(({ geometry }: Feature) => geometry.type);
  expect(kinds).toEqual(['Point', 'Point', 'LineString']);
  expect(json.features[0].properties).toMatchObject({ id: 'P-1', file: 'viettel.geojson', verdict: 'build' });
  expect(json.features[0].properties?.gain.own.people).toBe(assessment.files[0].proposedSites[0].gain.own.people);
  expect(json.pack?.provenance.sites.kind).toBe('synthetic');
});

test.each(['vi', 'en'] as const)(
  'the document (%s) tells verdict, reasons and that the data is synthetic',
  async (language) => {
    const assessment = await both();
    const xml = await textOf(assessment, language);
    const { t } = await loadReportTexts(language);
    expect(xml).toContain(t('proposal.verdict.build'));
    expect(xml).toContain(t('assessment.joint'));
    expect(xml).toContain(language === 'vi' ? 'lớp giả lập' : 'synthetic layers');
    expect(xml).toContain('312');
    expect(xml).not.toContain('{{');
    // a name from a file is text in the document, never markup
    expect(xml).toContain('&lt;b&gt;P-2&lt;/b&gt;');
    expect(xml).not.toContain('<b>P-2');
  },
);

test('the same assessment gives the same bytes', async () => {
  const assessment = await both();
  expect(await textOf(assessment, 'vi')).toBe(await textOf(assessment, 'vi'));
});

test('headings are numbered as far as there are files', async () => {
  const files = Array.from({ length: 16 }, (_, k) =>
    aFile(`f-${k}.geojson`, aStandingSite(`P-${k}`, 'viettel', [105.82, 21.63])),
  );
  const xml = await textOf(await assessed(pack, ...files), 'vi');
  // a summary, the method, then a section a file
  expect(xml).toContain('XVIII. ');
  expect(xml).not.toContain('undefined');
});
