import { describe, expect, it } from 'vitest';
import type { MeasuredAntenna } from '../../../src/model/facts.ts';
import { antennaGainDbi } from '../../../src/radio/antenna.ts';

const level = { azimuthDeg: 0, mechanicalTiltDeg: 0, electricalTiltDeg: 0 };

/** Two cuts that agree with each other where they meet: in front and behind. */
const panel: MeasuredAntenna = {
  id: 'measured',
  source: 'test',
  kind: 'measured',
  name: 'panel',
  frequencyMHz: 1800,
  gainDbi: 17,
  electricalTiltDeg: 0,
  horizontalDb: Array.from({ length: 360 }, (_, i) => Math.min(i, 360 - i) / 6),
  verticalDb: Array.from({ length: 360 }, (_, i) => (i <= 180 ? i / 6 : Math.min(30, (360 - i) / 2))),
};

describe('a measured antenna', () => {
  it('gives its horizontal cut on the horizon, linear between degrees', () => {
    expect(antennaGainDbi(panel, level, 0, 0)).toBeCloseTo(17, 12);
    expect(antennaGainDbi(panel, level, 60, 0)).toBeCloseTo(7, 12);
    expect(antennaGainDbi(panel, level, 330.3, 0)).toBeCloseTo(17 - 29.7 / 6, 12);
    expect(antennaGainDbi(panel, level, 180, 0)).toBeCloseTo(-13, 12);
  });

  it('gives its vertical cut in front, angles growing downwards', () => {
    expect(antennaGainDbi(panel, level, 0, -12)).toBeCloseTo(15, 12);
    expect(antennaGainDbi(panel, level, 0, 12)).toBeCloseTo(11, 12);
  });

  it('gives its vertical cut behind: 10° below the horizon there is 170° along the cut', () => {
    expect(antennaGainDbi(panel, level, 180, -10)).toBeCloseTo(17 - 170 / 6, 12);
  });

  it('weighs front and back between them: halfway round, half of each on top of the horizontal cut', () => {
    const front = 12 / 6;
    const back = 168 / 6 - 180 / 6;
    expect(antennaGainDbi(panel, level, 90, -12)).toBeCloseTo(17 - 90 / 6 - (front + back) / 2, 12);
  });

  it('shifts its vertical cut by what the tilt differs from that of the measurement', () => {
    const measuredAt4 = { ...panel, electricalTiltDeg: 4 };
    const at = (tilt: number, elevation: number) =>
      antennaGainDbi(measuredAt4, { ...level, electricalTiltDeg: tilt }, 0, elevation);
    expect(at(4, -12)).toBeCloseTo(15, 12);
    expect(at(6, -14)).toBeCloseTo(15, 12);
  });
});
