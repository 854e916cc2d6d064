import { describe, expect, it } from 'vitest';
import { peopleImage, peopleSteps } from '../../src/map/people-image.ts';
import type { Raster } from '../../src/model/raster.ts';

const raster = (people: readonly number[]): Raster<Float32Array> => ({
  grid: { zoom: 11, col0: 0, row0: 0, width: people.length, height: 1 },
  data: Float32Array.from(people),
});

const pixel = (people: number, theme: 'light' | 'dark' = 'light'): number[] => [
  ...peopleImage(raster([people]), theme),
];

describe('the picture of where a mast helps', () => {
  it('leaves places clear that reach nobody', () => {
    expect(pixel(0)[3]).toBe(0);
  });

  it('has a colour from each step to the next, in either theme', () => {
    for (const theme of ['light', 'dark'] as const) {
      const colours = peopleSteps.map((from) => pixel(from, theme).join(' '));
      expect(new Set(colours).size).toBe(peopleSteps.length);
      peopleSteps.slice(1).forEach((from, i) => {
        expect(pixel(from - 1, theme).join(' ')).toBe(colours[i]);
      });
    }
  });

  it('puts every cell where it is', () => {
    const image = peopleImage(raster([0, 5, 0, 500]), 'light');
    expect([3, 7, 11, 15].map((alpha) => image[alpha] > 0)).toEqual([false, true, false, true]);
  });
});
