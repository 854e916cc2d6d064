import { describe, expect, test } from 'vitest';
import { deltaBullington } from '../../src/radio/diffraction/delta-bullington.ts';
import { hasVectors, type Row, readVectors } from './vector-files.ts';

const folder = 'itu_delta_bullington';

// ITU-R Study Group 3, "Validation examples for the delta Bullington diffraction prediction method". The sheet takes
// light at 3e8 m/s; P.1812 and the product round it to 2.998e8, which alone moves Lbulla by up to 0.003 dB.
const losses = (row: Row) => {
  const points = readVectors(`${folder}/${row.profile}`);
  return deltaBullington({
    profile: {
      distanceKm: Float64Array.from(points, (p) => Number(p.d_km)),
      heightM: Float64Array.from(points, (p) => Number(p.h_m)),
      clutterM: new Float64Array(points.length),
      unknownShare: 0,
    },
    frequencyMHz: Number(row.f_MHz),
    txHeightM: Number(row.htg_m),
    rxHeightM: Number(row.hrg_m),
    polarisation: row.pol === '1' ? 'horizontal' : 'vertical',
    effectiveEarthRadiusKm: Number(row.ae_km),
    seaShare: Number(row.omega),
    wavelengthM: 3e8 / (Number(row.f_MHz) * 1e6),
  });
};

describe.skipIf(!hasVectors(folder))('the 20 delta-Bullington examples of ITU-R Study Group 3', () => {
  const rows = hasVectors(folder) ? readVectors(`${folder}/cases.csv`) : [];

  test('all 20 are there', () => expect(rows).toHaveLength(20));

  test.each(rows.map((row) => [row.case, row] as const))('case %s', (_case, row) => {
    const found = losses(row);
    expect(Math.abs(found.bullingtonActualDb - Number(row.Lbulla_dB))).toBeLessThan(1e-4);
    expect(Math.abs(found.bullingtonSmoothDb - Number(row.Lbulls_dB))).toBeLessThan(1e-4);
    expect(Math.abs(found.txEffectiveHeightM - Number(row.htesph_m))).toBeLessThan(1e-5);
    expect(Math.abs(found.rxEffectiveHeightM - Number(row.hresph_m))).toBeLessThan(1e-5);
    expect(Math.abs(found.sphericalDb - Number(row.Ldsph_dB))).toBeLessThan(0.01);
    expect(Math.abs(found.lossDb - Number(row.Ld_dB))).toBeLessThan(0.01);
  });
});
