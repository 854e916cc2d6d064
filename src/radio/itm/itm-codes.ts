/** How a computation ended, by the numbers that users of the Irregular Terrain Model know. */
export const itmCodes = {
  success: 0,
  withWarnings: 1,
  txHeight: 1000,
  rxHeight: 1001,
  climate: 1002,
  time: 1003,
  location: 1004,
  situation: 1005,
  refractivity: 1008,
  frequency: 1009,
  polarisation: 1010,
  permittivity: 1011,
  conductivity: 1012,
  groundImpedance: 1013,
  variabilityMode: 1014,
  effectiveEarth: 1016,
  surfaceRefractivityLow: 1021,
  surfaceRefractivityHigh: 1022,
} as const;

/** What lies outside the ranges the model was made from; a result may carry several. */
export const itmWarnings = {
  txHeight: 0x0001,
  rxHeight: 0x0002,
  frequency: 0x0004,
  distanceLong: 0x0008,
  distanceVeryLong: 0x0010,
  distanceShort: 0x0020,
  distanceVeryShort: 0x0040,
  txHorizonAngle: 0x0080,
  rxHorizonAngle: 0x0100,
  txHorizonNear: 0x0200,
  rxHorizonNear: 0x0400,
  txHorizonFar: 0x0800,
  rxHorizonFar: 0x1000,
  extremeShares: 0x2000,
  surfaceRefractivity: 0x4000,
} as const;
export type ItmWarning = keyof typeof itmWarnings;
