import type { CoverageResult, CoverageSettings } from '../../coverage/raster/coverage-types.ts';
import type { Grid, Raster } from '../../model/raster.ts';

/** A raster that goes with the report. Plain data: its files are written in the worker. `id` names them: 'coverage-4g-viettel'. */
export type ReportRaster =
  | { kind: 'ground'; id: 'terrain' | 'landcover'; raster: Raster; noData?: number }
  /** Layers of levels in tenths of dBm, the strongest of which counts; of an operator, or of all together. */
  | {
      kind: 'coverage';
      id: string;
      operator: string | null;
      grid: Grid;
      layers: CoverageResult['layers'];
      settings: CoverageSettings;
    };
