/** Bits a resource element by channel quality indicator 1 to 15: 3GPP TS 36.213 table 7.2.3-1. */
export const cqiEfficiencies = [
  0.1523, 0.2344, 0.377, 0.6016, 0.877, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234, 5.1152, 5.5547,
] as const;

/** How a link falls short of Shannon's bound, and where it ends: 3GPP TR 36.942 annex A.2 table A.1. */
export interface LinkCurve {
  attenuation: number;
  leastSinrDb: number;
  /** Bit/s/Hz; the best of the table's modulations. */
  most: number;
}

export const downlinkCurve: LinkCurve = { attenuation: 0.6, leastSinrDb: -10, most: 4.4 };
export const uplinkCurve: LinkCurve = { attenuation: 0.4, leastSinrDb: -10, most: 2 };

/**
 * Bit/s/Hz of a link: 3GPP TR 36.942 annex A.2, Shannon's bound attenuated and cut off at both ends, taken down to the next
 * efficiency that a receiver reports (`cqiEfficiencies`). 0 below the least SINR, and where not even the lowest is reached.
 */
export const spectralEfficiency = (sinrDb: number, { attenuation, leastSinrDb, most }: LinkCurve): number => {
  if (!(sinrDb >= leastSinrDb)) return 0;
  const reached = Math.min(most, attenuation * Math.log2(1 + 10 ** (sinrDb / 10)));
  return cqiEfficiencies.findLast((step) => step <= reached) ?? 0;
};

/**
 * The same with several layers, each with its part of the power: of one layer up to `layers` the number that carries most.
 */
export const layeredEfficiency = (sinrDb: number, layers: number, curve: LinkCurve): number => {
  let most = 0;
  for (let rank = 1; rank <= layers; rank++)
    most = Math.max(most, rank * spectralEfficiency(sinrDb - 10 * Math.log10(rank), curve));
  return most;
};
