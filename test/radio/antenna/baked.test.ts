import { describe, expect, it } from 'vitest';
import antennas from '../../../data/facts/antennas.json' with { type: 'json' };
import type { AntennaType, MeasuredAntenna } from '../../../src/model/facts.ts';
import { bakeAntenna, bakedGainDbi } from '../../../src/radio/antenna/baked.ts';
import { antennaGainDbi } from '../../../src/radio/antenna.ts';

/** Directions that miss the table's nodes, spread over the whole sphere: steps of the golden ratio and its square. */
const directions = Array.from({ length: 20_000 }, (_, i): [azimuth: number, elevation: number] => [
  (i * 222.4922) % 360,
  ((i * 101.1146) % 180) - 90,
]);

/** A measured antenna with lobes, its boresight 30° off the middle of its beam. */
const lobed: MeasuredAntenna = {
  id: 'measured',
  source: 'test',
  kind: 'measured',
  name: 'lobed',
  frequencyMHz: 1800,
  gainDbi: 17,
  electricalTiltDeg: 2,
  horizontalDb: Array.from({ length: 360 }, (_, i) => 12 * (1 - Math.cos(((i - 30) * Math.PI) / 180))),
  verticalDb: Array.from({ length: 360 }, (_, i) => 12 - 9 * Math.cos((i * Math.PI) / 180) + 3 * Math.cos(i / 3)),
};

const worst = (
  antenna: AntennaType | MeasuredAntenna,
  mechanicalTiltDeg: number,
  electricalTiltDeg: number,
): number => {
  const pointing = { azimuthDeg: 133.7, mechanicalTiltDeg, electricalTiltDeg };
  const baked = bakeAntenna(antenna, pointing);
  let most = 0;
  for (const [azimuth, elevation] of directions) {
    const exact = antennaGainDbi(antenna, pointing, azimuth, elevation);
    most = Math.max(most, Math.abs(bakedGainDbi(baked, azimuth, elevation) - exact));
  }
  return most;
};

describe('a baked antenna', () => {
  it.each(antennas as AntennaType[])('is within 0.01 dB of the exact gain over the whole sphere: $id', (antenna) => {
    for (const tilt of [-3, 0.5, 2, 6, 15]) expect(worst(antenna, tilt, 4)).toBeLessThan(0.01);
  });

  it('is within 0.01 dB for a measured antenna with side lobes', () => {
    for (const tilt of [2, 6]) expect(worst(lobed, tilt, 0)).toBeLessThan(0.01);
  });

  it('is exact without mechanical tilt', () => {
    expect(worst(antennas[0] as AntennaType, 0, 6)).toBe(0);
  });

  it('follows north and the seam behind the antenna', () => {
    const antenna = antennas[0] as AntennaType;
    const baked = bakeAntenna(antenna, { azimuthDeg: 0, mechanicalTiltDeg: 6, electricalTiltDeg: 0 });
    expect(bakedGainDbi(baked, 0, -6)).toBeCloseTo(antenna.gainDbi, 3);
    expect(bakedGainDbi(baked, 360, -6)).toBeCloseTo(antenna.gainDbi, 3);
    expect(bakedGainDbi(baked, 179.9999, 0)).toBeCloseTo(bakedGainDbi(baked, -179.9999, 0), 6);
  });
});
