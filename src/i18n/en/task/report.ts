import type { Translation } from '../../texts.ts';
import type { report as vietnamese } from '../../vi/task/report.ts';

export const report: Translation<typeof vietnamese> = {
  title: 'Report',
  intro: 'Makes the report in the layout of Decree 30/2020/NĐ-CP, and its tables, from the very findings on screen.',
  synthetic: 'The open data have synthetic layers; the report says so on its first page.',
  formats: 'Formats',
  format: {
    docx: 'Word document (.docx)',
    html: 'Page to read, print or save as PDF (.html)',
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'CSV tables',
    geojson: 'GeoJSON map layers',
    kmz: 'Google Earth (.kmz)',
    geotiff: 'GeoTIFF of coverage, terrain, land cover (.tif)',
    json: 'Everything found (findings.json)',
  },
  communeSheets: 'Add a page for each commune (map, hamlets)',
  covering: 'Computing coverage, cells of {{cell}} m',
  coverageReady: 'GeoTIFF and KMZ take the coverage at hand, cells of {{cell}} m.',
  coverageFirst:
    'GeoTIFF and KMZ hold coverage, cells of {{cell}} m. There is none of these figures yet, so it is computed first: half a minute to a few minutes, and can be cancelled. Draw it under Coverage beforehand for finer cells.',
  sheetsLong: 'A Word document with a sheet for every commune takes about half a minute to a minute.',
  language: 'Language of the report',
  proposals_one: 'With {{count}} assessed proposal, in an annex of its own.',
  proposals_other: 'With {{count}} assessed proposals, each in an annex of its own.',
  proposalsWaiting_one:
    '{{count}} proposal is not assessed on these figures and stays out of the report; assess it again under Proposals.',
  proposalsWaiting_other:
    '{{count}} proposals are not assessed on these figures and stay out of the report; assess them again under Proposals.',
  letterhead: 'Issuing office, signer, recipients',
  letterheadHint:
    'Leave number, date and signer empty to fill them in by hand. The office follows the date of the report: Information and Communications until 28 February 2025, Science and Technology since 1 March 2025. These fields belong to the scenario: they are saved with it and can be undone.',
  field: {
    parentBody: 'Body above',
    office: 'Issuing office',
    number: 'Number',
    symbol: 'Symbol',
    place: 'Place',
    date: 'Date',
    signerTitle: 'Office of the signer',
    signerName: 'Name of the signer',
    recipients: 'Recipients, one a line',
  },
  defaults: 'Back to the defaults',
  make: 'Make the report',
  chooseOne: 'Choose at least one format.',
  making: 'Making the report: {{done}} of {{total}} formats',
  cancel: 'Cancel',
  cancelled: 'Cancelled; there is no report.',
  failed: 'The report could not be made: {{message}}',
  ready: 'The report is ready',
  all: 'Download everything (report.zip)',
  print: 'Print or save as PDF',
  stale: 'The findings have changed since this report was made.',
  size: '{{value}} MB',
  sizeSmall: '{{value}} kB',
};
