import * as Comlink from 'comlink';
import type { DrawingTools } from '../../src/report/figures/rasterise.ts';
import { type ReportFormat, renderReport } from '../../src/report/render/render-report.ts';
import type { ReportInput } from '../../src/report/render/report-input.ts';

let rasters: ReportInput['rasters'] = [];

export const reportApi = {
  /** Takes what goes along as GeoTIFF and KMZ; apart from the rest, so that no message holds the page up for long. */
  giveRasters: (given: ReportInput['rasters']): void => {
    rasters = given;
  },
  /** The files of a report by name. */
  render: async (
    input: Omit<ReportInput, 'rasters'>,
    formats: readonly ReportFormat[],
    tools: DrawingTools,
    onProgress: (done: number, total: number) => void,
  ): Promise<Map<string, Uint8Array>> => {
    const files = await renderReport({ ...input, rasters }, formats, tools, onProgress);
    return Comlink.transfer(files, [...new Set([...files.values()].map(({ buffer }) => buffer))]);
  },
};
