import { computeCoverageInWorkers } from '../../../workers/coverage/client.ts';
import { renderReportInWorker } from '../../../workers/report/client.ts';
import { coverageSceneOf, coverageSettingsOf } from '../../coverage/raster/of-study.ts';
import type { Findings } from '../../findings/findings.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Letterhead } from '../../model/letterhead.ts';
import type { Pack } from '../../model/pack.ts';
import type { DrawingTools } from '../../report/figures/rasterise.ts';
import { bundle } from '../../report/files/bundle.ts';
import { coverageRasters, terrainRasters } from '../../report/files/rasters.ts';
import { dayOf, defaultLetterhead } from '../../report/letterhead.ts';
import { type ChosenFormat, type ReportFormat, reportFormats } from '../../report/render-report.ts';
import { placesOf, type ReportInput } from '../../report/report-input.ts';
import { type CommandIo, UsageError } from '../command.ts';
import { readRegularFile } from '../input-file.ts';
import type { Progress } from '../progress.ts';
import { readDrawingTools } from './drawing-tools.ts';
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
  /** Zoom of the coverage that goes as GeoTIFF and KMZ; null for none. */
  coverageZoom: number | null;
}

/** The letterhead with what a file says in place of the defaults. */
const readLetterhead = async (defaults: Letterhead, file: string): Promise<Letterhead> => {
  const refuse = (why: string): UsageError => new UsageError(`--letterhead ${file}: ${why}`);
  const bytes = await readRegularFile(file);
  if (!bytes) throw refuse('there is no such file');
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder().decode(bytes));
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

/** Coverage takes about as long as so many formats. */
const stationsWeight = 4;

/** The formats that hold rasters, and so wait for coverage. */
const rasterFormats: readonly (FileFormat | ReportFormat)[] = ['geotiff', 'kmz'];
export const holdsRasters = (format: FileFormat | ReportFormat): boolean => rasterFormats.includes(format);

/** Sums what several jobs have done into one progress. */
const together = (onProgress: (progress: Progress) => void) => {
  const jobs: { done: number; total: number }[] = [];
  return (total: number): ((share: number) => void) => {
    const job = { done: 0, total };
    jobs.push(job);
    return (share) => {
      job.done = share * total;
      const sum = (of: 'done' | 'total'): number => jobs.reduce((all, each) => all + each[of], 0);
      onProgress({ phase: 'report', done: Math.round(sum('done')), total: sum('total') });
    };
  };
};

/** The report's files by name, and the zip of them. A PDF that no browser can print leaves the page to print instead. */
export const renderFiles = async (
  { pack, findings, lang, formats, communeSheets, letterhead: own, scenario, letterheadFile, coverageZoom }: Wanted,
  io: CommandIo,
  onProgress: (progress: Progress) => void,
): Promise<Map<string, Uint8Array>> => {
  const places = placesOf(pack);
  const province = places.province.features[0]?.properties.name ?? '';
  const defaults = { ...defaultLetterhead(lang, province, own.date || dayOf(pack.manifest)), ...own };
  const letterhead = letterheadFile ? await readLetterhead(defaults, letterheadFile) : defaults;
  const input: ReportInput = {
    findings,
    places,
    language: lang,
    letterhead,
    scenario,
    rasters: [],
    communeSheets,
  };
  // the findings themselves always go with what is drawn from them
  const drawn: ReportFormat[] = ['json', ...formats.filter((format) => format !== 'pdf' && format !== 'html')];
  const withRasters = drawn.filter(holdsRasters);
  const tools = await readDrawingTools();
  const failed = new AbortController();
  const signal = AbortSignal.any([io.signal, failed.signal]);
  const job = together(onProgress);

  const draw = (of: ReportInput, some: readonly ReportFormat[], told: (share: number) => void) =>
    renderReportInWorker(of, some, tools, { signal, onProgress: (done, total) => told(done / total) });
  const page = async (): Promise<{ page: Uint8Array | null; pdf: Uint8Array | null }> => {
    if (!formats.some((format) => format === 'html' || format === 'pdf')) return { page: null, pdf: null };
    const html = await renderPage(input, tools, signal);
    const date = letterhead.date || pack.manifest.date;
    return { page: html, pdf: formats.includes('pdf') && html ? await printPdf(html, date, signal) : null };
  };
  const overRasters = async (): Promise<Map<string, Uint8Array>> => {
    if (withRasters.length === 0) return new Map();
    const computed = job(stationsWeight);
    const written = job(withRasters.length);
    const coverage =
      coverageZoom === null
        ? null
        : await computeCoverageInWorkers(coverageSceneOf(pack), coverageSettingsOf(findings.service, coverageZoom), {
            signal,
            onProgress: ({ done, total }) => computed(done / total),
          });
    const rasters = [
      ...(formats.includes('geotiff') ? terrainRasters(pack) : []),
      ...(coverage ? coverageRasters(coverage) : []),
    ];
    return draw({ ...input, rasters }, withRasters, written);
  };
  try {
    const plain = drawn.filter((format) => !holdsRasters(format));
    // a browser prints and coverage is computed while the rest is drawn
    const [files, over, printed] = await Promise.all([draw(input, plain, job(plain.length)), overRasters(), page()]);
    for (const [name, content] of over) files.set(name, content);
    if (printed.page && (formats.includes('html') || !printed.pdf)) files.set('report.html', printed.page);
    if (printed.pdf) files.set('report.pdf', printed.pdf);
    else if (formats.includes('pdf')) {
      io.stderr(
        'report.pdf: no Chromium found (set CHROMIUM_PATH). Open report.html in any browser and print it to PDF instead.\n',
      );
    }
    files.set('report.zip', bundle(input, files));
    return files;
  } catch (error) {
    failed.abort();
    throw error;
  }
};
