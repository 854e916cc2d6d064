import { describe, expect, it } from 'vitest';
import bandRows from '../../data/facts/bands.json' with { type: 'json' };
import operatorRows from '../../data/facts/operators.json' with { type: 'json' };
import type { Band, Operator } from '../../src/model/facts.ts';

const bands = bandRows as Band[];
const operators = operatorRows as Operator[];

/** Downlink edges in MHz: 3GPP TS 36.101 table 5.5-1 and TS 38.101-1 table 5.2-1. */
const downlinkEdges: Record<string, [low: number, high: number]> = {
  B1: [2110, 2170],
  B3: [1805, 1880],
  B8: [925, 960],
  B28: [758, 803],
  n41: [2496, 2690],
  n77: [3300, 4200],
  n78: [3300, 3800],
};

describe('the bands of the facts', () => {
  it('each have a source, and a downlink inside the 3GPP band they name', () => {
    for (const band of bands) {
      const [low, high] = downlinkEdges[band.name];
      expect(band.source, band.id).not.toBe('');
      expect(band.downlinkMHz, band.id).toBeGreaterThan(low);
      expect(band.downlinkMHz, band.id).toBeLessThan(high);
    }
  });

  it('hand out no more than the downlink has, to operators of the facts', () => {
    const known = new Set(operators.map((operator) => operator.id));
    for (const band of bands) {
      const [low, high] = downlinkEdges[band.name];
      const held = band.holdings.reduce((sum, holding) => sum + holding.widthMHz, 0);
      expect(held, band.id).toBeLessThanOrEqual(high - low);
      for (const { operator } of band.holdings) expect(known, `${band.id} ${operator}`).toContain(operator);
    }
  });

  it('give every operator somewhere to run 4G at the end of 2020, and nobody 5G', () => {
    const holders = (technology: '4G' | '5G') =>
      new Set(
        bands.flatMap((band) =>
          band.holdings.filter((h) => h.technologies.includes(technology)).map((h) => h.operator),
        ),
      );
    expect([...holders('4G')].sort()).toEqual(operators.map((operator) => operator.id).sort());
    expect([...holders('5G')]).toEqual([]);
  });
});

describe('the operators of the facts', () => {
  it('are known by codes of Viet Nam, mobile country code 452, all unlike', () => {
    for (const operator of operators) expect(operator.mccMnc, operator.id).toMatch(/^452-\d{2}$/);
    expect(new Set(operators.map((operator) => operator.mccMnc)).size).toBe(operators.length);
  });

  it('have a source each', () => {
    for (const operator of operators) expect(operator.source, operator.id).not.toBe('');
  });
});
