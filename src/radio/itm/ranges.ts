/** Ranges the Irregular Terrain Model was made from; NTIA Report 82-100, table 1. Outside them it answers and warns. */
export const itmRanges = {
  frequencyMHz: [40, 10_000],
  distanceKm: [1, 1000],
  txHeightM: [1, 1000],
  rxHeightM: [1, 1000],
} as const;

/** The steepest horizon of an antenna, either way. */
export const steepestHorizonMrad = 200;
/** A horizon's distance as shares of that over a smooth Earth. */
export const horizonShares = [0.1, 3] as const;
/** A path is so many times as long as the antennas' effective heights differ. */
export const lengthPerHeight = 5;
/** N_s, N-units. */
export const surfaceRefractivityRange = [250, 400] as const;
/** The farthest deviate of a share that the distributions are known for. */
export const farthestDeviate = 3.1;
