import * as Comlink from 'comlink';
import type { Findings, HamletFinding } from '../../src/findings/findings.ts';
import type { DrawingTools } from '../../src/report/figures/rasterise.ts';
import { type ReportFormat, renderReport } from '../../src/report/render-report.ts';
import type { ReportInput } from '../../src/report/report-input.ts';

/** What a report is made of comes in parts, so that no message holds the page up for long. */
export type ReportPart =
  | { raster: ReportInput['rasters'][number] }
  | { places: ReportInput['places'] }
  | { hamlets: readonly HamletFinding[] };
export type ReportRest = Omit<ReportInput, 'rasters' | 'places' | 'findings'> & { findings: Omit<Findings, 'hamlets'> };

const wholeOf = (parts: readonly ReportPart[], rest: ReportRest): ReportInput => {
  const places = parts.flatMap((part) => ('places' in part ? [part.places] : [])).at(-1);
  if (!places) throw new Error('A report was asked for before its places were given');
  return {
    ...rest,
    places,
    rasters: parts.flatMap((part) => ('raster' in part ? [part.raster] : [])),
    findings: { ...rest.findings, hamlets: parts.flatMap((part) => ('hamlets' in part ? part.hamlets : [])) },
  };
};

export const createReportApi = () => {
  let parts: ReportPart[] = [];
  return {
    give: (part: ReportPart): void => {
      parts.push(part);
    },
    /** The files of a report by name, of what has been given since the last. */
    render: async (
      rest: ReportRest,
      formats: readonly ReportFormat[],
      tools: DrawingTools,
      onProgress: (done: number, total: number) => void,
    ): Promise<Map<string, Uint8Array>> => {
      const input = wholeOf(parts, rest);
      parts = [];
      const files = await renderReport(input, formats, tools, onProgress);
      return Comlink.transfer(files, [...new Set([...files.values()].map(({ buffer }) => buffer))]);
    },
  };
};
