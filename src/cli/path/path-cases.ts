import { basename } from 'node:path';
import { readCsv } from '../../files/office/csv.ts';
import { ProblemList } from '../../files/problem-list.ts';
import { p1812 } from '../../radio/p1812/p1812.ts';
import { pathCentreLatitudeDeg } from '../../radio/p1812/path-centre.ts';
import { profilesOf, readBytes } from './case-files.ts';
import { p1812Columns } from './path-columns.ts';
import { type Bounds, NumberRow } from './path-row.ts';

const latitude: Bounds = { min: -90, max: 90 };
const longitude: Bounds = { min: -360, max: 360 };

/**
 * Computes every case of a table of ITU-R P.1812 examples, in its order, with the same column names.
 *
 * @param casesPath a CSV; each row names its profile, a CSV of that file name in `profilesFolder`
 * @throws InputError that lists every row and column that can't be used
 */
export const computeCases = (casesPath: string, profilesFolder: string) => {
  const problems = new ProblemList();
  const profileOf = profilesOf(profilesFolder, (read) => read);

  const results = readCsv(readBytes(casesPath), casesPath).flatMap((values, index) => {
    const row = new NumberRow(values, casesPath, `row ${index + 2}`, problems);
    const name = basename(row.text('profile'));
    const frequencyGHz = row.number('f_GHz', { min: 0, above: true });
    const input = {
      frequencyMHz: frequencyGHz * 1000,
      timePercent: row.number('p_pct', { min: 1, max: 50 }),
      txHeightM: row.number('htg_m', { min: 0, above: true }),
      rxHeightM: row.number('hrg_m', { min: 0, above: true }),
      polarisation: row.oneOf('pol', [1, 2]) === 1 ? ('horizontal' as const) : ('vertical' as const),
      deltaN: row.number('DN', { min: 0, max: 156 }),
      refractivityN0: row.number('N0', { min: 0, above: true }),
      locationPercent: row.optional('pL_pct', 50, { min: 1, max: 99 }),
      locationSigmaDb: row.optional('sigmaL_dB', 0, { min: 0 }),
      txCoastKm: row.optional('dct_km', 500, { min: 0 }),
      rxCoastKm: row.optional('dcr_km', 500, { min: 0 }),
    };
    const from = [row.number('lam_t', longitude), row.number('phi_t', latitude)] as const;
    const to = [row.number('lam_r', longitude), row.number('phi_r', latitude)] as const;
    if (name === '' || problems.hasErrors) return [];

    const { profile, zone } = profileOf(name);
    const lengthKm = profile.distanceKm[profile.distanceKm.length - 1];
    const latitudeDeg = pathCentreLatitudeDeg(from, to, lengthKm);
    const result = p1812({ ...input, profile, zone, pathCentreLatitudeDeg: latitudeDeg });
    return [
      {
        id: values.get('id') ?? String(index),
        profile: values.get('profile') ?? name,
        f_GHz: frequencyGHz,
        p_pct: input.timePercent,
        ...p1812Columns(result, lengthKm, latitudeDeg),
        outsideValidity: result.outsideValidity.map(({ input: quantity }) => quantity),
      },
    ];
  });
  problems.throwIfErrors(casesPath);
  return results;
};
