import { expect, test } from 'vitest';
import { NO_SIGNAL } from '../../../src/coverage/raster/coverage-types.ts';
import { overlayImage } from '../../../src/coverage/raster/overlay-image.ts';
import { signalClasses } from '../../../src/coverage/raster/ramp.ts';
import { gridBounds, lonLatToPixel } from '../../../src/geo/grid.ts';

const look = { thresholdDbm: -100, opacity: 0.5, ramp: 'viridis', continuous: false } as const;
const colourAt = (pixels: Uint8ClampedArray, index: number) => [...pixels.subarray(index * 4, index * 4 + 4)];

test('a level has the colour of its class; weaker than the threshold and nothing heard stay clear', () => {
  const grid = { zoom: 12, col0: 832_000, row0: 460_000, width: 3, height: 1 };
  const { pixels } = overlayImage({ grid, data: Int16Array.of(-700, -1001, NO_SIGNAL) }, look, 'light');
  const [strongest] = signalClasses('viridis', 'light');
  expect(`rgb(${colourAt(pixels, 0).slice(0, 3).join(' ')})`).toBe(strongest.colour);
  expect(colourAt(pixels, 0)[3]).toBe(255);
  expect(colourAt(pixels, 1)).toEqual([0, 0, 0, 0]);
  expect(colourAt(pixels, 2)).toEqual([0, 0, 0, 0]);
});

test('rows are even in latitude: each shows the row of the grid that its parallel falls in', () => {
  const grid = { zoom: 9, col0: 104_000, row0: 57_000, width: 1, height: 600 };
  const levelTenthsDbm = Int16Array.from({ length: 600 }, (_, row) => (row < 300 ? -700 : -900));
  const { pixels, bounds } = overlayImage({ grid, data: levelTenthsDbm }, look, 'light');
  expect(bounds).toEqual(gridBounds(grid));
  const [west, south, , north] = bounds;
  const first = colourAt(pixels, 0);
  const turns = levelTenthsDbm.findIndex((_, row) => colourAt(pixels, row).join() !== first.join());
  const latOfTurn = north + (turns / 600) * (south - north);
  const rowOfTurn = lonLatToPixel(9, west, latOfTurn)[1] - grid.row0;
  expect(Math.abs(rowOfTurn - 300)).toBeLessThan(1);
  expect(turns).not.toBe(300);
});
