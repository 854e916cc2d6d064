import type { Translation } from '../../texts.ts';
import type { headline as vietnamese } from '../../vi/screen/headline.ts';

export const headline: Translation<typeof vietnamese> = {
  signal: '4G signal',
  fibre: 'Fibre',
  sharing: 'Tower sharing',
  hamlets: 'hamlets in the province',
  hamletsNoSignal: 'hamlets with no signal',
  hamletsHole: 'hamlets with a signal hole',
  peopleUnserved: 'people in clusters without signal',
  hamletsWithoutFibre: 'hamlets without fibre',
  peopleWithoutFibre: 'people in those hamlets',
  sites: 'sites',
  sharingRateD1: 'sharing rate D1 today',
  sharingRateD2: 'rate D2 today',
  mergesNeeded: 'merges needed for the target',
  mergesChosen: 'merges chosen, no hamlet losing service',
  sharingRateAfter: 'D1 after the plan',
  consolidation: 'saved by consolidation, present value',
  avoidedNewBuild: 'if as many new sites went onto standing masts, present value',
};
