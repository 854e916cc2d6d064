import type { Translation } from '../../texts.ts';
import type { figure as vietnamese } from '../../vi/report/figure.ts';

export const figure: Translation<typeof vietnamese> = {
  hamlets: 'Hamlets',
  hamletsNoSignal: 'Hamlets without {{technology}} from any operator',
  hamletsHole: 'Hamlets with a {{technology}} signal hole',
  peopleUnserved: 'People in clusters without {{technology}}',
  hamletsUnknown: 'Hamlets of unknown {{technology}} service (no terrain)',
  peopleUnknown: 'People in clusters of unknown {{technology}} service',
  hamletsWithoutFibre: 'Hamlets without fibre',
  peopleWithoutFibre: 'People in hamlets without fibre',
  sites: 'Sites',
  sharingRateD1: 'Sharing rate D1 (shared sites / sites)',
  sharingRateD2: 'Sharing rate D2 (tenancies on shared sites / tenancies)',
  mergesNeeded: 'Two-into-one merges the target needs',
  mergesChosen: 'Merges chosen, nobody losing {{technology}}',
  sharingRateAfter: 'Sharing rate after the merges',
  consolidation: 'Expected saving by consolidation, present value',
  avoidedNewBuild: 'Expected saving if as many new sites went onto standing masts, present value',
  consolidationSpread: 'P10, P50, P90 of consolidating standing masts',
  avoidedNewBuildSpread: 'P10, P50, P90 of avoiding new masts',
  rent: 'Rent that changes hands each year',
  co2Consolidation: 'CO₂ saved by consolidation',
  co2AvoidedNewBuild: 'CO₂ saved by avoiding new masts',
  proposalGain: 'People and hamlets served with {{technology}} by proposed masts',
  proposalCost: 'Cost of the proposals',
  proposalRate: 'Sharing rate with the proposals',
};
