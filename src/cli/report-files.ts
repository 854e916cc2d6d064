import { readFile } from 'node:fs/promises';
import { renderReportInWorker } from '../../workers/report/client.ts';
import { loadReportWords } from '../i18n/report-words.ts';
import type { Pack } from '../model/pack.ts';
import type { DrawingTools } from '../report/figures/rasterise.ts';
import type { Findings } from '../report/findings.ts';
import { bundle } from '../report/render/bundle.ts';
import { defaultLetterhead, type Letterhead } from '../report/render/letterhead.ts';
import { groundRasters } from '../report/render/rasters.ts';
import { type ChosenFormat, type ReportFormat, reportFormats } from '../report/render/render-report.ts';
import { placesOf, type ReportInput } from '../report/render/report-input.ts';
import { type CommandIo, UsageError } from './command.ts';
import { readDrawingTools } from './drawing-tools.ts';
import type { Language } from './headline-text.ts';
import { printPdf } from './print-pdf.ts';

export type FileFormat = ChosenFormat | 'pdf';
export const fileFormats: readonly FileFormat[] = [...reportFormats.filter((format) => format !== 'zip'), 'pdf'];

interface Wanted {
  pack: Pack;
  findings: Findings;
  lang: Language;
  formats: readonly FileFormat[];
  communeSheets: boolean;
  /** What the study says of its issuer; a file goes before it. */
  letterhead: Partial<Letterhead>;
  scenario: ReportInput['scenario'];
  letterheadFile: string | null;
}

/** The letterhead with what a file says in place of the defaults. */
const readLetterhead = async (defaults: Letterhead, file: string): Promise<Letterhead> => {
  const refuse = (why: string): UsageError => new UsageError(`--letterhead ${file}: ${why}`);
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw refuse('must be a JSON object');
  for (const [name, value] of Object.entries(given)) {
    if (!(name in defaults)) throw refuse(`does not know '${name}'; it takes ${Object.keys(defaults).join(', ')}`);
    const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    if (name === 'recipients' ? !isList : typeof value !== 'string')
      throw refuse(`'${name}' must be ${name === 'recipients' ? 'a list of texts' : 'a text'}`);
  }
  const letterhead = { ...defaults, ...given };
  if (letterhead.date !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(letterhead.date))
    throw refuse(`'date' is '${letterhead.date}'; it takes YYYY-MM-DD or nothing`);
  return letterhead;
};

const renderPage = async (input: ReportInput, tools: DrawingTools, signal: AbortSignal): Promise<Uint8Array | null> =>
  (await renderReportInWorker(input, ['html'], tools, { signal })).get('report.html') ?? null;

/** The report's files by name, and the zip of them. A PDF that no browser can print leaves the page to print instead. */
export const renderFiles = async (
  { pack, findings, lang, formats, communeSheets, letterhead: own, scenario, letterheadFile }: Wanted,
  io: CommandIo,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, Uint8Array>> => {
  const words = await loadReportWords(lang);
  const places = placesOf(pack);
  const province = places.province.features[0]?.properties.name ?? '';
  const defaults = { ...defaultLetterhead(words.letterhead, province, own.date || pack.manifest.date), ...own };
  const letterhead = letterheadFile ? await readLetterhead(defaults, letterheadFile) : defaults;
  const rasters = formats.includes('geotiff') ? groundRasters(pack, words.layer) : [];
  const input = { findings, places, words, letterhead, scenario, rasters, communeSheets };
  // the findings themselves always go with what is drawn from them
  const drawn = new Set<ReportFormat>(['json', ...formats.map((format) => (format === 'pdf' ? 'html' : format))]);
  const tools = await readDrawingTools();
  const page = drawn.has('html') ? await renderPage(input, tools, io.signal) : null;
  drawn.delete('html');
  // a browser prints while the rest is drawn
  const [files, pdf] = await Promise.all([
    renderReportInWorker(input, [...drawn], tools, { signal: io.signal, onProgress }),
    formats.includes('pdf') && page ? printPdf(page, letterhead.date || pack.manifest.date, io.signal) : null,
  ]);
  if (page && (formats.includes('html') || !pdf)) files.set('report.html', page);
  if (pdf) files.set('report.pdf', pdf);
  else if (formats.includes('pdf')) {
    io.stderr(
      'report.pdf: no Chromium found (set CHROMIUM_PATH). Open report.html in any browser and print it to PDF instead.\n',
    );
  }
  files.set('report.zip', bundle(input, files));
  return files;
};
