import { describe, expect, test } from 'vitest';
import {
  type CoverageResult,
  defaultCoverageSettings,
  NO_SERVER,
  NO_SIGNAL,
} from '../../src/coverage/raster/coverage-types.ts';
import {
  classBounds,
  rampEntries,
  rampIds,
  rampLowestDbm,
  rampPixels,
  rampStepDb,
  signalClasses,
} from '../../src/coverage/raster/ramp.ts';
import { cellCentre, lonLatToPixel, worldPixels } from '../../src/geo/grid.ts';
import { coverageAt, coverageImage } from '../../src/map/coverage/image.ts';
import { tileMatrix, tilesOf } from '../../src/map/coverage/tiles.ts';
import type { Grid } from '../../src/model/raster.ts';

const grid: Grid = { zoom: 12, col0: 3_326_000, row0: 1_840_000, width: 3, height: 2 };

const result: CoverageResult = {
  grid,
  settings: defaultCoverageSettings,
  restarts: 0,
  outsideDem: [],
  outsideModel: [],
  layers: [
    {
      operator: 'a',
      technology: '4G',
      levelTenthsDbm: Int16Array.of(-700, -900, NO_SIGNAL, -1100, NO_SIGNAL, -1000),
      server: Uint16Array.of(0, 1, NO_SERVER, 1, NO_SERVER, 0),
      servers: [
        { site: 5, cell: 2 },
        { site: 9, cell: 0 },
      ],
    },
    {
      operator: 'b',
      technology: '4G',
      levelTenthsDbm: Int16Array.of(-800, -850, -1200, NO_SIGNAL, NO_SIGNAL, -1000),
      server: Uint16Array.of(0, 0, 0, NO_SERVER, NO_SERVER, 0),
      servers: [{ site: 7, cell: 1 }],
    },
  ],
};

describe('coverage as an image', () => {
  test('of one operator is its own raster', () => {
    expect(coverageImage(result, 'a').levelTenthsDbm).toBe(result.layers[0].levelTenthsDbm);
  });

  test('of all operators is the strongest, cell by cell, and changes no layer', () => {
    expect([...coverageImage(result, null).levelTenthsDbm]).toEqual([-700, -850, -1200, -1100, NO_SIGNAL, -1000]);
    expect(result.layers[0].levelTenthsDbm[1]).toBe(-900);
  });

  test('of an operator without a layer has no signal anywhere', () => {
    expect([...coverageImage(result, 'nobody').levelTenthsDbm]).toEqual(Array(6).fill(NO_SIGNAL));
  });
});

describe('the value at a place', () => {
  const at = (col: number, row: number, operator: string | null = null) =>
    coverageAt(result, operator, cellCentre(grid, col, row));

  test('is the strongest level and who gives it', () => {
    expect(at(0, 0)).toEqual({ levelDbm: -70, operator: 'a', site: 5, cell: 2 });
    expect(at(1, 0)).toEqual({ levelDbm: -85, operator: 'b', site: 7, cell: 1 });
  });

  test('of one operator is its own', () => {
    expect(at(1, 0, 'a')).toEqual({ levelDbm: -90, operator: 'a', site: 9, cell: 0 });
  });

  test('is nothing where nobody is heard, and outside the grid', () => {
    expect(at(1, 1)).toBeNull();
    expect(at(3, 0)).toBeNull();
    expect(at(0, -1)).toBeNull();
  });
});

describe('ramps', () => {
  const entryOf = (levelDbm: number): number => Math.floor((levelDbm - rampLowestDbm) / rampStepDb);
  const colourAt = (pixels: Uint8Array, levelDbm: number): string =>
    `rgb(${[...pixels.slice(entryOf(levelDbm) * 4, entryOf(levelDbm) * 4 + 3)].join(' ')})`;

  test.each(rampIds)('%s in classes changes colour at every bound and nowhere else', (ramp) => {
    const pixels = rampPixels(ramp, 'light', false);
    const changes: number[] = [];
    for (let i = 1; i < rampEntries; i++) {
      const levelDbm = rampLowestDbm + i * rampStepDb;
      if (colourAt(pixels, levelDbm) !== colourAt(pixels, levelDbm - rampStepDb)) changes.push(levelDbm);
    }
    expect(changes).toEqual([...classBounds].reverse());
  });

  test.each(['light', 'dark'] as const)('the legend shows the colours of the %s map', (theme) => {
    const pixels = rampPixels('cividis', theme, false);
    for (const { from, below, colour } of signalClasses('cividis', theme)) {
      expect(colourAt(pixels, from ?? -140)).toBe(colour);
      expect(colourAt(pixels, (below ?? -40) - rampStepDb)).toBe(colour);
    }
  });

  test.each(rampIds)('%s orders the classes by lightness alone', (ramp) => {
    const lightness = signalClasses(ramp, 'light').map(({ colour }) => {
      const [r, g, b] = colour.match(/\d+/g)!.map((value) => (Number(value) / 255) ** 2.2);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    });
    expect(lightness).toEqual([...lightness].sort((a, b) => a - b));
    expect(signalClasses(ramp, 'dark').map(({ colour }) => colour)).toEqual(
      signalClasses(ramp, 'light')
        .map(({ colour }) => colour)
        .reverse(),
    );
  });

  test('a continuous ramp has the class colour at the middle of its class and others between', () => {
    const pixels = rampPixels('viridis', 'light', true);
    const classes = signalClasses('viridis', 'light');
    expect(colourAt(pixels, -80)).toBe(classes[1].colour);
    expect(classes.map(({ colour }) => colour)).not.toContain(colourAt(pixels, -85));
  });
});

describe('textures', () => {
  test('cover every cell of an image once, none longer than allowed', () => {
    const seen = new Uint8Array(7 * 5);
    for (const { col, row, width, height } of tilesOf(7, 5, 3)) {
      expect(Math.max(width, height)).toBeLessThanOrEqual(3);
      for (let r = row; r < row + height; r++) for (let c = col; c < col + width; c++) seen[r * 7 + c]++;
    }
    expect([...new Set(seen)]).toEqual([1]);
  });

  test('a tile lands on its own corners of the Mercator world', () => {
    const world = worldPixels(12);
    // a matrix that only scales and shifts, as a map at rest has
    const matrix = [3, 0, 0, 0, 0, -2, 0, 0, 0, 0, 1, 0, 0.5, 0.25, 0, 1];
    const product = tileMatrix(matrix, grid, { col: 1, row: 0, width: 2, height: 2 });
    const put = (u: number, v: number): [number, number] => [
      product[0] * u + product[4] * v + product[12],
      product[1] * u + product[5] * v + product[13],
    ];
    const expected = (col: number, row: number): [number, number] => [
      (3 * (grid.col0 + col)) / world + 0.5,
      (-2 * (grid.row0 + row)) / world + 0.25,
    ];
    expect(put(0, 0)[0]).toBeCloseTo(expected(1, 0)[0], 6);
    expect(put(1, 1)[0]).toBeCloseTo(expected(3, 2)[0], 6);
    expect(put(1, 1)[1]).toBeCloseTo(expected(3, 2)[1], 6);
  });

  test('deep in the map a cell keeps its place to a hundredth of a pixel', () => {
    // at zoom 17 the world is 2^17 · 512 pixels wide: single precision alone would be off by several pixels
    const pixels = 2 ** 17 * 512;
    const [x, y] = lonLatToPixel(12, ...cellCentre(grid, 0, 0)).map((value) => value / worldPixels(12));
    const matrix = [pixels, 0, 0, 0, 0, pixels, 0, 0, 0, 0, 1, 0, -x * pixels, -y * pixels, 0, 1];
    const product = tileMatrix(matrix, grid, { col: 0, row: 0, width: 1, height: 1 });
    // the cell's own centre is the middle of the view
    expect(product[0] * 0.5 + product[12]).toBeCloseTo(0, 2);
    expect(product[5] * 0.5 + product[13]).toBeCloseTo(0, 2);
  });
});
