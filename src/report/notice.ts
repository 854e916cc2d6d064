import type { Findings } from '../findings/findings.ts';

/** Whether hamlets or sites, on which every figure stands, are made up. */
export const isSynthetic = ({ pack: { provenance } }: Findings): boolean =>
  (['hamlets', 'sites', 'fibre', 'terrain'] as const).some((layer) => provenance[layer].kind === 'synthetic');
