import { describe, expect, it } from 'vitest';
import { seenAzimuthDeg, seenElevationDeg, wrapDeg } from '../../../src/radio/antenna/tilt.ts';

const radians = Math.PI / 180;

/** East of the boresight, ahead and up, of length 1. */
const vector = (azimuthDeg: number, elevationDeg: number): [right: number, ahead: number, up: number] => [
  Math.cos(elevationDeg * radians) * Math.sin(azimuthDeg * radians),
  Math.cos(elevationDeg * radians) * Math.cos(azimuthDeg * radians),
  Math.sin(elevationDeg * radians),
];
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

const directions = Array.from({ length: 500 }, (_, i): [number, number] => [
  ((i * 222.4922) % 360) - 180,
  ((i * 101.1146) % 178) - 89,
]);

describe('a direction seen by a tilted antenna', () => {
  it('keeps its angles to the antenna’s own three axes', () => {
    for (const tilt of [-5, 2, 12]) {
      const axes = [vector(90, 0), vector(0, -tilt), vector(0, 90 - tilt)];
      for (const [azimuth, elevation] of directions) {
        const world = vector(azimuth, elevation);
        const seen = vector(seenAzimuthDeg(tilt, azimuth, elevation), seenElevationDeg(tilt, azimuth, elevation));
        axes.forEach((axis, i) => {
          expect(seen[i]).toBeCloseTo(dot(world, axis), 12);
        });
      }
    }
  });

  it('is the direction itself without tilt', () => {
    expect(seenAzimuthDeg(0, 200, 33)).toBe(-160);
    expect(seenElevationDeg(0, 200, 33)).toBe(33);
  });
});

describe('wrapping', () => {
  it('keeps a direction in (−180, 180]', () => {
    expect([-540, -180, -179, 0, 180, 181, 359, 720.5].map(wrapDeg)).toEqual([180, 180, -179, 0, 180, -179, -1, 0.5]);
  });
});
