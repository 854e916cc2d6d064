import type { DrawingTools } from '../../src/report/figures/rasterise.ts';
import type { ReportFormat } from '../../src/report/render-report.ts';
import type { ReportInput } from '../../src/report/report-input.ts';
import { runTask } from '../task.ts';

interface RenderOptions {
  /** Aborting ends the work at once and rejects with an AbortError. */
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What a message takes without holding the page up. */
const hamletsAtOnce = 500;

/** The report's files, drawn off the page's thread. */
export const renderReportInWorker = (
  { rasters, places, findings: { hamlets, ...findings }, ...rest }: ReportInput,
  formats: readonly ReportFormat[],
  tools: DrawingTools,
  { signal, onProgress }: RenderOptions = {},
): Promise<Map<string, Uint8Array>> =>
  runTask({
    name: 'report',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).createReportApi(),
    run: async (api, report) => {
      for (const raster of rasters) await api.give({ raster });
      await api.give({ places });
      for (let from = 0; from < hamlets.length; from += hamletsAtOnce)
        await api.give({ hamlets: hamlets.slice(from, from + hamletsAtOnce) });
      return api.render({ ...rest, findings }, formats, tools, report);
    },
    onProgress: (done, total) => onProgress?.(done, total),
    signal,
  });
