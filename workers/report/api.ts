import type { DrawingTools } from '../../src/report/figures/rasterise.ts';
import { type ReportFormat, renderReport } from '../../src/report/render/render-report.ts';
import type { ReportInput } from '../../src/report/render/report-input.ts';

export const reportApi = {
  /** The files of a report by name. */
  render: (
    input: ReportInput,
    formats: readonly ReportFormat[],
    tools: DrawingTools,
    onProgress: (done: number, total: number) => void,
  ): Promise<Map<string, Uint8Array>> => renderReport(input, formats, tools, onProgress),
};
