import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { assessmentDocxInWorker } from '../../../workers/proposal/client.ts';
import type { MappedColumn } from '../../files/import/guess/column-map.ts';
import type { Findings } from '../../findings/findings.ts';
import type { Language } from '../../i18n/languages.ts';
import { loadCommandTexts } from '../../i18n/load.ts';
import type { Pack } from '../../model/pack.ts';
import type { Assessment } from '../../proposal/assessment.ts';
import { dayOf, defaultLetterhead } from '../../report/letterhead.ts';
import { assessmentGeoJson } from '../../report/proposals/write-assessment-geojson.ts';
import { placesOf } from '../../report/report-input.ts';
import { mapHelp, readColumnMap } from '../column-map.ts';
import { type Command, type CommandIo, exitCodes, UsageError } from '../command.ts';
import { checkOutputFile, writeFiles } from '../output.ts';
import { progressPrinter } from '../progress.ts';
import { readProposalFiles, withColumns } from '../proposal-files.ts';
import { assessmentOf, defaultPack, openPackFolder, runOf } from '../study-findings.ts';
import { assessmentText } from './assess-text.ts';

const help = `What a carrier's proposed masts bring: people newly served, overlap, masts to share instead, cost, a verdict.

Usage: phusong assess [--pack DIR] [--lang vi|en] [--map COLUMN=FIELD]... FILE... --out FILE

  FILE          proposed masts: GeoJSON as public/schema/proposal.schema.json has it, or a CSV, XLSX, KML, KMZ
                or zipped shapefile with the same columns; several are assessed together, so that masts two
                carriers should share are found
  --pack DIR    folder of the pack they are compared with; the built-in one (${defaultPack}) by default
  --lang vi|en  language of the table and the document; vi by default
  --out FILE    where the assessment goes: FILE.geojson or FILE.docx; may be given twice
${mapHelp}

Prints a line for each mast, masts to share between the files, and the sums. How each file was read and rows that can't
be read go to stderr.

Examples:
  npm run -s phusong -- assess public/schema/proposal-template.geojson --out out/assessment.geojson
  npm run -s phusong -- assess viettel.geojson vinaphone.xlsx --out out/both.geojson --out out/both.docx

Exit codes: 0 done, 2 wrong usage, 3 a file or a pack that can't be used, 130 cancelled.
`;

const extensions = ['.geojson', '.docx'];

interface Options {
  pack: string;
  lang: Language;
  map: MappedColumn[];
  files: string[];
  out: string[];
}

const readOptions = (args: readonly string[]): Options => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      pack: { type: 'string' },
      lang: { type: 'string' },
      map: { type: 'string', multiple: true },
      out: { type: 'string', multiple: true },
    },
  });
  const map = readColumnMap(values.map ?? []);
  const lang = values.lang ?? 'vi';
  if (lang !== 'vi' && lang !== 'en') throw new UsageError(`--lang is '${lang}'; it takes vi or en.`);
  if (positionals.length === 0) throw new UsageError("No FILE of proposed masts. 'assess --help' tells more.");
  if (!values.out)
    throw new UsageError("--out FILE is missing: FILE.geojson or FILE.docx. 'assess --help' tells more.");
  for (const out of values.out) {
    if (!extensions.includes(extname(out).toLowerCase())) {
      throw new UsageError(`--out is '${out}'; it must end in ${extensions.join(' or ')}.`);
    }
  }
  return { pack: values.pack ?? defaultPack, lang, map, files: positionals, out: values.out };
};

const documentOf = (assessment: Assessment, findings: Findings, pack: Pack, lang: Language) => {
  const places = placesOf(pack);
  const province = places.province.features[0]?.properties.name ?? '';
  const letterhead = defaultLetterhead(lang, province, dayOf(pack.manifest));
  const report = { findings, places, language: lang, letterhead, scenario: null, rasters: [], communeSheets: false };
  return assessmentDocxInWorker({ assessment, report });
};

const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const { pack: folder, lang, map, files: paths, out } = readOptions(args);
  for (const path of out) checkOutputFile(path);
  const given = await readProposalFiles(paths);
  const { pack, checksum } = await openPackFolder(folder, io);
  const files = await withColumns(given, pack, map, io);
  const progress = progressPrinter(io);
  const found = await runOf({ pack, checksum }, { signal: io.signal, onProgress: progress.report });
  const assessment = await assessmentOf({ pack, checksum }, found, files, lang, io, progress.report);
  progress.end();
  const written: [path: string, content: string | Uint8Array][] = [];
  for (const path of out) {
    const isDocument = path.toLowerCase().endsWith('.docx');
    written.push([
      path,
      isDocument ? await documentOf(assessment, found.findings, pack, lang) : assessmentGeoJson(assessment),
    ]);
  }
  await writeFiles(written);
  io.stdout(assessmentText(assessment, await loadCommandTexts(lang)));
  return exitCodes.ok;
};

export const assessCommand: Command = {
  name: 'assess',
  summary: "what a carrier's proposed masts bring, which should share, at what cost",
  help,
  run,
};
