import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isPathByPath } from '../../coverage/raster/one-site-only.ts';
import { sweepZooms } from '../../coverage/sweep/sweep-terrain.ts';
import type { SecondOpinion } from '../../findings/second-opinion.ts';
import { withProposals } from '../../findings/with-proposals.ts';
import type { Language } from '../../i18n/languages.ts';
import { loadCommandTexts } from '../../i18n/load.ts';
import { type UnitVintage, unitVintages } from '../../model/other-units.ts';
import { type PathModelId, pathModelIds } from '../../radio/path-model.ts';
import { findingsFiles } from '../../report/files/findings-files.ts';
import { reportCoverageZoom } from '../../report/files/rasters.ts';
import { askSecondOpinion } from '../../runs/second-opinion.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';
import { checkOutputFolder, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { readProposalFiles } from '../proposal-files.ts';
import { assessmentOf, defaultPack, runOf } from '../study-findings.ts';
import { headlineText } from './headline-text.ts';
import { type FileFormat, fileFormats, holdsRasters, renderFiles } from './report-files.ts';
import { readReportStudy } from './report-study.ts';
import { toldBy } from './report-units.ts';

const help = `Who is served, which hamlets lack 4G or fibre, and what sharing towers saves.

Usage: phusong report [--pack DIR] [--study FILE.phusong] [--proposal FILE]... [--lang vi|en] [--format LIST] --out DIR

  --pack DIR    folder of a pack; the built-in one (${defaultPack}) by default
  --study FILE  a saved study: its scenario, settings and letterhead; its own pack where it has one inside
  --scenario NAME  which of the study's scenarios; the one at work by default
  --proposal FILE  a carrier's proposed masts, as 'assess' reads them: assessed beside what stands, an annex of the
                report; may be given several times, then all of them together
  --lang vi|en  language of the headline table and the report; vi by default
  --format LIST formats of the report, with commas: docx, pdf, html, xlsx, csv, geojson, kmz, geotiff, json
  --second-opinion M  asks a second propagation model, such as itm, who is served: findings.json then says of every hamlet
                whether both models serve it or one alone, as secondOpinion
  --commune-sheets  adds a page for each commune to docx, html and pdf
  --units Y     read by the units of 2020 or 2025 instead of the pack's own; totals stay what they are
  --coverage-zoom Z  grid of the coverage in geotiff and kmz: ${reportCoverageZoom} is 71 m a cell at 21.6° N, 12 half of it and
                about three times as long; 'none' leaves coverage out (${reportCoverageZoom})
  --letterhead F.json  who issues it: any of parentBody, office, number, symbol, place,
                date (YYYY-MM-DD), signerTitle, signerName, recipients (a list)
  --out DIR     where the files go; made if it is not there

Prints the headline table and writes
  findings.json    everything found, with definitions, parameters and provenance
  hamlets.csv      every hamlet with its service by operator, fibre and people
  sharing.csv      the merges of the sharing plan with their present value
  hamlets.geojson  the hamlets with their status, for any GIS

With --format it also writes the report, and report.zip with all of it and a manifest of checksums
  docx     report.docx, laid out as Decree 30/2020/NĐ-CP has it
  xlsx     report.xlsx, a sheet a table
  html     report.html, a page to read, print or save as PDF from any browser
  pdf      report.pdf, printed from that page by a Chromium where one is found (CHROMIUM_PATH)
  csv      tables/*.csv, a file a table
  geojson  communes.geojson, sites.geojson and proposals.geojson
  kmz      report.kmz, hamlets, sites, communes and coverage for a globe viewer
  geotiff  rasters/*.tif, coverage by operator and of the best of them, and the ground it was computed on

Examples:
  npm run -s phusong -- pack
  npm run -s phusong -- report --out out
  npm run -s phusong -- report --format docx,xlsx,csv,geojson,pdf --out out
  npm run -s phusong -- report --pack public/packs/real --lang en --out out-real

Exit codes: 0 done, 2 wrong usage, 3 a pack that can't be used, 130 cancelled.
`;

interface Options {
  pack: string;
  studyFile: string | null;
  scenario: string | null;
  proposals: string[];
  lang: Language;
  out: string;
  formats: FileFormat[] | null;
  secondModel: PathModelId | null;
  communeSheets: boolean;
  letterheadFile: string | null;
  coverageZoom: number | null;
  units: UnitVintage | null;
}

const readFormats = (list: string): FileFormat[] =>
  list.split(',').map((name) => {
    const format = fileFormats.find((known) => known === name.trim());
    if (!format) throw new UsageError(`--format has '${name}'; it takes ${fileFormats.join(', ')}, with commas.`);
    return format;
  });

const coverageZoomOf = (text: string): number | null => {
  if (text === 'none') return null;
  const { min, max } = sweepZooms;
  const zoom = numberIn('coverage-zoom', text, min, max);
  if (!Number.isInteger(zoom)) throw new UsageError(`--coverage-zoom must be a whole number or none, not '${text}'.`);
  return zoom;
};

const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string' },
      study: { type: 'string' },
      scenario: { type: 'string' },
      proposal: { type: 'string', multiple: true, default: [] },
      lang: { type: 'string' },
      out: { type: 'string' },
      format: { type: 'string' },
      'second-opinion': { type: 'string' },
      'commune-sheets': { type: 'boolean', default: false },
      letterhead: { type: 'string' },
      'coverage-zoom': { type: 'string', default: String(reportCoverageZoom) },
      units: { type: 'string' },
    },
  });
  const lang = values.lang ?? 'vi';
  if (lang !== 'vi' && lang !== 'en') throw new UsageError(`--lang is '${lang}'; it takes vi or en.`);
  if (!values.out) throw new UsageError("--out DIR is missing: where should the files go? 'report --help' tells more.");
  const formats = values.format === undefined ? null : readFormats(values.format);
  return {
    pack: values.pack ?? defaultPack,
    studyFile: values.study ?? null,
    scenario: values.scenario ?? null,
    proposals: values.proposal,
    lang,
    out: values.out,
    formats,
    secondModel:
      values['second-opinion'] === undefined ? null : oneOf('second-opinion', values['second-opinion'], pathModelIds),
    communeSheets: values['commune-sheets'],
    letterheadFile: values.letterhead ?? null,
    coverageZoom: coverageZoomOf(values['coverage-zoom']),
    units: values.units === undefined ? null : oneOf('units', values.units, unitVintages),
  };
};

const opinionNote = ({ first, second, hamlets: count }: SecondOpinion): string =>
  `Second opinion: both models serve ${count.both} hamlets, ${first} alone ${count['first-only']}, ${second} alone ` +
  `${count['second-only']}, neither ${count.neither}.\n`;

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const options = readOptions(args);
  const { lang, out, formats, communeSheets, letterheadFile, coverageZoom, secondModel } = options;
  checkOutputFolder(out);
  const { letterhead, scenario, ...study } = await readReportStudy(
    { folder: options.pack, file: options.studyFile, scenario: options.scenario, lang },
    io,
  );
  if (secondModel === study.settings.service.model) {
    throw new UsageError(`--second-opinion must be another model than the study's own, ${secondModel}.`);
  }
  if (isPathByPath(study.settings.service.model) && coverageZoom !== null && formats?.some(holdsRasters)) {
    throw new UsageError(
      `The study's model, ${study.settings.service.model}, is for paths, hamlets and one site: give --coverage-zoom none.`,
    );
  }
  const progress = progressPrinter(io);
  const carriers = await readProposalFiles(options.proposals);
  const following = { signal: io.signal, onProgress: progress.report };
  const found = await runOf(study, following);
  const judged = secondModel ? await askSecondOpinion(study.pack, found, secondModel, following) : found.findings;
  const asked =
    carriers.length > 0
      ? withProposals(judged, await assessmentOf(study, found, carriers, lang, io, progress.report))
      : judged;
  const { pack, findings } = options.units
    ? toldBy(options.units, study.pack, asked)
    : { pack: study.pack, findings: asked };
  const files = findingsFiles(findings);
  if (formats) {
    const rendered = await renderFiles(
      { pack, findings, lang, formats, communeSheets, letterhead, scenario, letterheadFile, coverageZoom },
      io,
      progress.report,
    );
    for (const [name, content] of rendered) files.set(name, content);
  }
  progress.end();

  await writeFiles([...files].map(([name, content]) => [join(out, name), content]));
  if (findings.secondOpinion) io.stderr(opinionNote(findings.secondOpinion));
  io.stdout(headlineText(findings, await loadCommandTexts(lang)));
  return exitCodes.ok;
};

export const reportCommand: Command = {
  name: 'report',
  summary: 'who is served, which hamlets lack 4G or fibre, what sharing saves',
  help,
  run,
};
