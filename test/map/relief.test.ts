import { expect, test } from 'vitest';
import { gridCovering } from '../../src/geo/grid.ts';
import { palettes } from '../../src/map/palette.ts';
import { reliefImage } from '../../src/map/relief.ts';
import { NO_HEIGHT } from '../../src/model/raster.ts';

const grid = { ...gridCovering([105.8, 21.6, 105.9, 21.65], 12), width: 12, height: 8 };
const palette = palettes.light;

/** A terrain with the height of each cell told by its column and row. */
const terrainOf = (heightM: (col: number, row: number) => number) => ({
  grid,
  data: Int16Array.from({ length: grid.width * grid.height }, (_, i) =>
    heightM(i % grid.width, Math.floor(i / grid.width)),
  ),
});

const at = ({ pixels, width }: ReturnType<typeof reliefImage>, col: number, row: number): number[] => [
  ...pixels.slice((row * width + col) * 4, (row * width + col) * 4 + 4),
];
const brightness = ([red, green, blue]: number[]): number => red + green + blue;

test('flat low ground has the colour of the lowland', () => {
  const image = reliefImage(
    terrainOf(() => 0),
    null,
    palette,
  );
  expect(at(image, 5, 4)).toEqual([...palette.relief[0], 255]);
});

test('a slope that faces north-west is lit, one that faces south-east lies in shade', () => {
  const of = (heightM: (col: number, row: number) => number): number =>
    brightness(at(reliefImage(terrainOf(heightM), null, palette), 5, 4));
  const middle = 9;
  const facingNorthWest = of((col, row) => 150 + 10 * (col + row - middle));
  const facingSouthEast = of((col, row) => 150 - 10 * (col + row - middle));
  const level = of(() => 150);
  expect(facingNorthWest).toBeGreaterThan(level);
  expect(facingSouthEast).toBeLessThan(level);
});

test('where no height is known the picture is transparent', () => {
  const image = reliefImage(
    terrainOf((col) => (col < 6 ? NO_HEIGHT : 100)),
    null,
    palette,
  );
  expect(at(image, 2, 2)[3]).toBe(0);
  expect(at(image, 8, 2)[3]).toBe(255);
});

test('an unknown neighbour makes no cliff', () => {
  const image = reliefImage(
    terrainOf((col) => (col < 6 ? NO_HEIGHT : 0)),
    null,
    palette,
  );
  expect(at(image, 6, 2)).toEqual([...palette.relief[0], 255]);
});

test('water is drawn flat', () => {
  const terrain = terrainOf((col) => 50 * col);
  const landCover = { grid, data: new Uint8Array(terrain.data.length).fill(1) };
  expect(at(reliefImage(terrain, landCover, palette), 5, 4)).toEqual([...palette.water, 255]);
});

test('a step makes a smaller picture of the same ground', () => {
  const image = reliefImage(
    terrainOf((_, row) => (row < 4 ? 0 : 1000)),
    null,
    { ...palette, shade: 0 },
    2,
  );
  expect([image.width, image.height]).toEqual([6, 4]);
  expect(at(image, 3, 0)).toEqual([...palette.relief[0], 255]);
  expect(at(image, 3, 3)).toEqual([...palette.relief[2], 255]);
});
