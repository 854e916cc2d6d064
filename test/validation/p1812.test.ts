import { describe, expect, test } from 'vitest';
import { computeCases } from '../../src/cli/path/path-cases.ts';
import { hasVectors, type Row, readVectors, vectorPath } from './vector-files.ts';

const folder = 'p1812';

// dB; within 1e-3
const losses = [
  ...['Lbfs', 'Lb0p', 'Lb0b', 'Lbulla_50', 'Lbulls_50', 'Ldsph_50', 'Lbulla_b0', 'Lbulls_b0', 'Ldsph_b0'],
  ...['Ld50', 'Ldb', 'Ldp', 'Lbd50', 'Lminb0p', 'Lba', 'Lminbap', 'Lbda', 'Lbam', 'Lbs', 'Lbc', 'Lb', 'Ep'],
];

// km, m, mrad, degrees, %, factors; within a millionth of the value or of 1
const geometry = [
  ...['d_km', 'dlt_km', 'dlr_km', 'theta_t_mrad', 'theta_r_mrad', 'theta_mrad', 'hts_m', 'hrs_m', 'omega', 'dtm_km'],
  ...['dlm_km', 'phi_path_deg', 'b0_pct', 'ae_km', 'hst_eq85_m', 'hsr_eq86_m', 'hst_eq90a_m', 'hsr_eq90b_m'],
  ...['hstd_m', 'hsrd_m', 'htesph_eq37a_m', 'hresph_eq37b_m', 'hte_m', 'hre_m', 'hm_m', 'Fi', 'Fj', 'Fk'],
];

const worstOf = (columns: readonly string[], found: Row, expected: Row, scale: (value: number) => number) =>
  columns
    .map((column) => {
      const error = Math.abs(Number(found[column]) - Number(expected[column])) / scale(Number(expected[column]));
      return { column, error };
    })
    .reduce((worst, next) => (next.error <= worst.error ? worst : next));

// Cases over the profiles of the software that ITU-R Study Group 3 provides for P.1812, with every step of the method.
describe.skipIf(!hasVectors(folder))('the 42 worked examples of ITU-R P.1812', () => {
  const expected = hasVectors(folder) ? readVectors(`${folder}/cases.csv`) : [];
  const found = hasVectors(folder)
    ? computeCases(vectorPath(`${folder}/cases.csv`), vectorPath(`${folder}/profiles`))
    : [];

  test('all 42 are computed, in their order', () => {
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(found).toHaveLength(42);
  });

  test.each(expected.map((row, i) => [row.id, row, i] as const))('%s', (_id, row, i) => {
    const computed = found[i] as unknown as Row;
    const loss = worstOf(losses, computed, row, () => 1);
    expect(loss.error, loss.column).toBeLessThan(1e-3);
    // eq. (43) from the row's own columns; see the last test
    expect(Math.abs(Number(computed.Lbd) - (Number(row.Lb0p) + Number(row.Ldp))), 'Lbd').toBeLessThan(1e-3);
    const shape = worstOf(geometry, computed, row, (value) => Math.max(1, Math.abs(value)));
    expect(shape.error, shape.column).toBeLessThan(1e-6);
  });

  // where ducting lowers the loss, the published Lbd is a copy of Lbda and contradicts Lb0p + Ldp of its own row
  test('Lbd is as published but for two rows that repeat Lbda there', () => {
    const differing = expected.filter((row, i) => Math.abs(found[i].Lbd - Number(row.Lbd)) > 1e-3);
    expect(differing.map(({ id }) => id)).toEqual(['rburg_urban_with_clutter#0', 'rburg_urban_with_clutter#3']);
    for (const row of differing) {
      expect(row.Lbd).toBe(row.Lbda);
      expect(Number(row.Lb0p) + Number(row.Ldp) - Number(row.Lbd)).toBeGreaterThan(3);
    }
  });
});
