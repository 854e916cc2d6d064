import { expect, test } from 'vitest';
import { changeClasses } from '../../src/coverage/raster/coverage-change.ts';
import { NO_SIGNAL } from '../../src/coverage/raster/coverage-types.ts';
import { rampEntries, rampLowestDbm, rampStepDb } from '../../src/coverage/raster/ramp.ts';
import { gridCovering } from '../../src/geo/grid.ts';
import { changeImage, changePixels, changeSwatches } from '../../src/map/coverage/change-ramp.ts';

const levels = {
  lost: [-900, -1200],
  weaker: [-900, -950],
  same: [-900, -900],
  stronger: [-900, -850],
  gained: [-1200, -900],
} as const;

/** Lightness of a colour as the eye has it, 0..1. */
const lightness = ([r, g, b]: readonly number[]): number => {
  const [x, y, z] = [r, g, b].map((c) => (c / 255) ** 2.2);
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};

test.each(['light', 'dark'] as const)('every class is drawn in the colour the %s legend gives it', (theme) => {
  const grid = { ...gridCovering([105.8, 21.6, 105.81, 21.61], 12), width: 3, height: 2 };
  const cells = [...changeClasses.map((one) => levels[one]), [-1200, -1200]];
  const { levelTenthsDbm } = changeImage(
    grid,
    Int16Array.from(cells, ([before]) => before),
    Int16Array.from(cells, ([, after]) => after),
    -110,
  );
  const pixels = changePixels(theme);
  changeSwatches(theme).forEach(({ colour }, k) => {
    // as the shader looks it up
    const entry = Math.trunc((levelTenthsDbm[k] - rampLowestDbm * 10) / (rampStepDb * 10));
    expect(entry).toBeLessThan(rampEntries);
    expect(`rgb(${[...pixels.subarray(entry * 4, entry * 4 + 3)].join(' ')})`).toBe(colour);
  });
  expect(levelTenthsDbm[5]).toBe(NO_SIGNAL);
});

test('the ends stand out from what stays as it is, in lightness alone too', () => {
  for (const theme of ['light', 'dark'] as const) {
    const [lost, , same, , gained] = changeSwatches(theme).map(({ colour }) =>
      lightness(colour.match(/\d+/g)!.map(Number)),
    );
    for (const end of [lost, gained])
      expect((Math.max(end, same) + 0.05) / (Math.min(end, same) + 0.05)).toBeGreaterThan(3);
  }
});
