import { describe, expect, it } from 'vitest';
import { areaOf, fitPowerDiagram, type Point, powerCell } from '../../src/geo/power-diagram.ts';

const box: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('a power diagram', () => {
  it('of equal weights splits the box half way between two sites', () => {
    const sites: Point[] = [
      [2, 5],
      [6, 5],
    ];
    expect(areaOf(powerCell(0, sites, new Float64Array(2), [1], box).corners)).toBeCloseTo(40, 9);
    expect(areaOf(powerCell(1, sites, new Float64Array(2), [0], box).corners)).toBeCloseTo(60, 9);
  });

  it('meets the areas asked for, with the rest left to the outer site', () => {
    const sites: Point[] = [
      [3, 3],
      [7, 3],
      [5, 9],
    ];
    const cells = fitPowerDiagram(sites, [20, 35], box, 1e-6);
    expect(areaOf(cells[0].corners)).toBeCloseTo(20, 3);
    expect(areaOf(cells[1].corners)).toBeCloseTo(35, 3);
  });

  it('says so when the areas cannot be had', () => {
    const sites: Point[] = [
      [3, 3],
      [7, 3],
    ];
    expect(() => fitPowerDiagram(sites, [80, 80], box, 1e-6)).toThrow(/do not settle/);
  });
});
