import { readPackFolder } from '../../src/cli/pack-folder.ts';
import { readDrawingTools } from '../../src/cli/report/drawing-tools.ts';
import { terrainRasters } from '../../src/report/files/rasters.ts';
import { defaultLetterhead } from '../../src/report/letterhead.ts';
import { renderReport, reportFormats } from '../../src/report/render-report.ts';
import { placesOf, type ReportInput } from '../../src/report/report-input.ts';
import { runStudy } from '../../src/runs/study-run.ts';
import { installNodeWorkers } from '../../workers/node-worker.ts';
import type { Print } from './measure.ts';

const silent = { stdout: () => {}, stderr: () => {}, interactive: false, signal: new AbortController().signal };

/** Seconds that each format of the built-in pack's report takes, with a sheet for every commune. */
export const run = async (print: Print): Promise<void> => {
  const { pack, checksum } = await readPackFolder('public/packs/thai-nguyen-2020', silent);
  installNodeWorkers();
  const { findings } = await runStudy({ pack, checksum });
  const input: ReportInput = {
    findings,
    places: placesOf(pack),
    language: 'vi',
    letterhead: defaultLetterhead('vi', 'Thái Nguyên', pack.manifest.date),
    scenario: null,
    rasters: terrainRasters(pack),
    communeSheets: true,
  };
  const tools = await readDrawingTools();
  for (const format of reportFormats.filter((one) => one !== 'zip')) {
    const start = performance.now();
    const files = await renderReport(input, [format], tools);
    const seconds = (performance.now() - start) / 1000;
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    print({ area: 'report', format, seconds: Number(seconds.toFixed(2)), bytes });
  }
};
