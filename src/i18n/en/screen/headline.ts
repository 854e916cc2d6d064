import type { Translation } from '../../texts.ts';
import type { headline as vietnamese } from '../../vi/screen/headline.ts';

export const headline: Translation<typeof vietnamese> = {
  signal: '{{technology}} signal',
  fibre: 'Fibre',
  sharing: 'Tower sharing',
  hamlets: 'hamlets in the province',
  hamletsNoSignal: 'hamlets with no {{technology}} signal',
  hamletsHole: 'hamlets with a {{technology}} hole',
  peopleUnserved: 'people in clusters without {{technology}}',
  hamletsUnknown: 'hamlets of unknown {{technology}} service: no terrain',
  peopleUnknown: 'people in clusters of unknown {{technology}} service',
  absent: 'the network has no {{technology}}',
  hamletsWithoutFibre: 'hamlets without fibre',
  peopleWithoutFibre: 'people in those hamlets',
  sites: 'sites',
  sharingRateD1: 'sharing rate D1 today',
  sharingRateD2: 'rate D2 today',
  mergesNeeded: 'merges needed for the target',
  mergesChosen: 'merges chosen, no hamlet losing {{technology}}',
  sharingRateAfter: 'D1 after the plan',
  consolidation: 'expected to be saved by consolidation, present value',
  avoidedNewBuild: 'expected if as many new sites went onto standing masts, present value',
};
