import { formatNumber } from '../../i18n/format.ts';
import type { Findings } from '../../report/findings.ts';
export const Figures = ({ findings }: { findings: Findings }) => (
  <div class="figures">
    <div class="figure"><span class="figure-value">{formatNumber(findings.province.hamlets)}</span></div>
  </div>
);
