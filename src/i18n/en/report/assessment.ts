import type { Translation } from '../../texts.ts';
import type { assessment as vietnamese } from '../../vi/report/assessment.ts';

export const assessment: Translation<typeof vietnamese> = {
  title: 'Assessment of antenna masts proposed by carriers',
  opening:
    'This document compares {{towers}} proposed masts of {{files}} files ({{names}}) with the present state in the pack “{{pack}}” of {{date}}.',
  synthetic:
    'The present state has synthetic layers ({{layers}}). The figures show how the assessment works and are no verdict on a real mast.',
  real: 'The provenance of each layer of the present state stands in the pack.',
  summary: 'SUMMARY',
  summaryText:
    'Advice: {{share}} masts share a standing one, {{build}} are built, {{noGain}} show no gain in {{technology}} coverage. With all of them {{people}} people are newly served with {{technology}} by the carrier itself, {{any}} of whom nobody serves with it today; {{hamlets}} hamlets are served in full.',
  moneyText:
    'Building all has a present value of {{build}} billion VND (low {{buildLow}}, high {{buildHigh}}); sharing as advised {{advice}} billion VND (low {{adviceLow}}, high {{adviceHigh}}). Mast, upkeep and auxiliary power are in it, radio equipment and rent are not. Parameters and sources stand in the pack.',
  rateText:
    'The sharing rate {{definition}} is {{today}} today; {{built}} if all are built; {{advised}} if shared as advised.',
  method: 'METHOD',
  methodText:
    'The {{technology}} signal of each mast is computed at the centre and every cluster of all hamlets within {{radius}} km, threshold {{threshold}} dBm, {{percent}} % of locations. A mast is near enough within {{urban}} m in towns and {{rural}} m in the country, with at most {{tenants}} operators on one. Sharing is advised where a standing mast has room and serves everybody whom the new one would newly serve with {{technology}}. Capacity and land are not part of the calculation.',
  masts: 'MAST BY MAST: {{file}}',
  mastsTable: 'Masts proposed in {{file}}',
  reasons: 'Reasons',
  near: 'STANDING MASTS WITHIN THE LIMIT FOR SHARING',
  nearTable: 'Standing masts near enough to proposed ones',
  joint: 'PROPOSED MASTS THAT SHOULD BE SHARED',
  leftOutText: '{{count}} of the {{rows}} rows of {{file}} could not be read and were not assessed.',
};
