import type { DrawingTools } from './figures/rasterise.ts';
import { bundle } from './files/bundle.ts';
import { csvFiles } from './files/csv-files.ts';
import { findingsFiles } from './files/findings-files.ts';
import { geojsonFiles } from './files/geojson-files.ts';
import { aboutRasters, geotiffOf } from './files/rasters.ts';
import { contextOf, type ReportContext, type ReportInput } from './report-input.ts';

/** `zip` is all the others in one file with their checksums, and comes last. */
export const reportFormats = ['json', 'csv', 'geojson', 'kmz', 'geotiff', 'xlsx', 'docx', 'html', 'zip'] as const;
export type ReportFormat = (typeof reportFormats)[number];
/** What a user chooses among; the zip of them always goes along. */
export type ChosenFormat = Exclude<ReportFormat, 'zip'>;

type Files = Map<string, Uint8Array>;
type Renderer = (
  input: ReportContext,
  tools: DrawingTools,
  onProgress: (share: number) => void,
  before: Files,
) => Files | Promise<Files>;

const plain = ({ findings }: ReportInput, extension: string): [string, Uint8Array][] =>
  [...findingsFiles(findings)].filter(([name]) => name.endsWith(extension));

const renderers: Record<ReportFormat, Renderer> = {
  json: (input) => new Map(plain(input, '.json')),
  csv: (input) => new Map([...plain(input, '.csv'), ...csvFiles(input)]),
  geojson: (input) => new Map([...plain(input, '.geojson'), ...geojsonFiles(input)]),
  kmz: async (input, tools) => {
    const { kmzFile } = await import('./files/kmz-file.ts');
    return new Map([['report.kmz', await kmzFile(input, tools)]]);
  },
  geotiff: (input, _tools, onProgress) =>
    new Map([
      ...input.rasters.map((raster, i): [string, Uint8Array] => {
        onProgress(i / input.rasters.length);
        return [`rasters/${raster.id}.tif`, geotiffOf(raster)];
      }),
      ['rasters/rasters.json', aboutRasters(input)],
    ]),
  xlsx: async (input) => {
    const { writeXlsx } = await import('./xlsx/write-xlsx.ts');
    return new Map([['report.xlsx', await writeXlsx(input)]]);
  },
  docx: async (input, tools, onProgress) => {
    const { writeDocx } = await import('./docx/write-docx.ts');
    return new Map([['report.docx', await writeDocx(input, tools, onProgress)]]);
  },
  html: async (input, { pageFonts }) => {
    const { writeHtml } = await import('./html/write-html.ts');
    return new Map([['report.html', writeHtml(input, pageFonts)]]);
  },
  zip: (input, _tools, _onProgress, before) => new Map([['report.zip', bundle(input, before)]]),
};

/**
 * The files of a report in the formats asked for. The same input gives the same bytes. `onProgress` counts formats done,
 * and the share of the one at hand.
 */
export const renderReport = async (
  input: ReportInput,
  formats: readonly ReportFormat[],
  tools: DrawingTools,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Files> => {
  const context = await contextOf(input);
  const files: Files = new Map();
  const wanted = reportFormats.filter((format) => formats.includes(format));
  for (const [done, format] of wanted.entries()) {
    onProgress(done, wanted.length);
    const progress = (share: number): void => onProgress(done + share, wanted.length);
    for (const [name, content] of await renderers[format](context, tools, progress, files)) files.set(name, content);
  }
  onProgress(wanted.length, wanted.length);
  return files;
};
