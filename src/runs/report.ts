import { renderReportInWorker } from '../../workers/report/client.ts';
import type { CoverageResult } from '../coverage/raster/coverage-types.ts';
import type { Findings } from '../findings/findings.ts';
import { withProposals } from '../findings/with-proposals.ts';
import type { OtherUnits } from '../model/other-units.ts';
import type { Pack } from '../model/pack.ts';
import type { ProposalFindings } from '../proposal/proposal-findings.ts';
import type { DrawingTools } from '../report/figures/rasterise.ts';
import { coverageRasters, terrainRasters } from '../report/files/rasters.ts';
import type { ReportFormat } from '../report/render-report.ts';
import { placesOf, type ReportInput } from '../report/report-input.ts';

/** What a report is asked to hold, and in which language. */
export interface ReportQuestion
  extends Pick<ReportInput, 'language' | 'letterhead' | 'scenario' | 'communeSheets' | 'closing'> {
  pack: Pack;
  findings: Findings;
  /** Units it is told by; null for those of the pack. */
  units: OtherUnits | null;
  /** Operators' proposals as assessed on these findings; null where there are none. */
  proposals: ProposalFindings | null;
  /** For the formats that hold rasters; null where none of them is asked for. */
  coverage: CoverageResult | null;
  formats: readonly ReportFormat[];
}

interface ReportOptions {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}

/** The files of a report on a run of a pack. Rejects with an AbortError when cancelled. */
export const makeReport = async (
  { pack, findings, units, proposals, coverage, formats, ...rest }: ReportQuestion,
  tools: DrawingTools,
  options: ReportOptions,
): Promise<Map<string, Uint8Array>> => {
  const rasters = [
    ...(formats.includes('geotiff') ? terrainRasters(pack) : []),
    ...(coverage ? coverageRasters(coverage) : []),
  ];
  const found = proposals ? withProposals(findings, proposals) : findings;
  const told = units
    ? (await import('../findings/by-units.ts')).toldByUnits(pack, found, units)
    : { pack, findings: found };
  const input = {
    findings: told.findings,
    places: placesOf(told.pack),
    rasters,
    ...rest,
  };
  return renderReportInWorker(input, formats, tools, options);
};
