import { basename } from 'node:path';
import { readCsv } from '../../files/office/csv.ts';
import { ProblemList, refuse } from '../../files/problem-list.ts';
import { itm } from '../../radio/itm/itm.ts';
import type { EvenProfile } from '../../radio/itm/itm-input.ts';
import { profilesOf, readBytes, type ZonedProfile } from './case-files.ts';
import { itmColumns } from './itm-columns.ts';
import { NumberRow } from './path-row.ts';
import { firstUneven, unevenShare, writtenStepM } from './written-step.ts';

const evenProfile = ({ profile: { distanceKm, heightM } }: ZonedProfile, path: string): EvenProfile => {
  const uneven = firstUneven(distanceKm);
  if (uneven >= 0) {
    const at = (steps: number): number =>
      Number(((steps * distanceKm[distanceKm.length - 1]) / (distanceKm.length - 1)).toPrecision(6));
    throw refuse({
      file: path,
      place: `row ${uneven + 2}, d_km`,
      value: String(distanceKm[uneven]),
      rule: 'out-of-range',
      ruleValues: { min: at(uneven - unevenShare), max: at(uneven + unevenShare) },
    });
  }
  return { stepM: writtenStepM(distanceKm), heightM };
};

const polarisations: Readonly<Record<number, 'horizontal' | 'vertical'>> = { 0: 'horizontal', 1: 'vertical' };

/**
 * Computes every case of a table of the Irregular Terrain Model, in its order, with the same column names. Values the model has no
 * answer for give its code.
 *
 * @param casesPath a CSV; each row names its profile, a CSV of that file name in `profilesFolder`
 * @throws InputError that lists every row and column that can't be used
 */
export const computeItmCases = (casesPath: string, profilesFolder: string) => {
  const problems = new ProblemList();
  const profileOf = profilesOf(profilesFolder, evenProfile);

  const results = readCsv(readBytes(casesPath), casesPath).flatMap((values, index) => {
    const row = new NumberRow(values, casesPath, `row ${index + 2}`, problems);
    const name = basename(row.text('profile'));
    const asked = {
      profile: values.get('profile') ?? name,
      f_MHz: row.number('f_MHz'),
      htg_m: row.number('htg_m'),
      hrg_m: row.number('hrg_m'),
      pol: row.number('pol'),
      climate: row.number('climate'),
      N0: row.number('N0'),
      eps_r: row.number('eps_r'),
      sigma_S_m: row.number('sigma_S_m'),
      mdvar: row.number('mdvar'),
      time_pct: row.number('time_pct'),
      location_pct: row.number('location_pct'),
      situation_pct: row.number('situation_pct'),
    };
    if (name === '' || problems.hasErrors) return [];
    const outcome = itm({
      profile: profileOf(name),
      frequencyMHz: asked.f_MHz,
      txHeightM: asked.htg_m,
      rxHeightM: asked.hrg_m,
      polarisation: polarisations[asked.pol] ?? null,
      environment: {
        climate: asked.climate,
        refractivityN0: asked.N0,
        permittivity: asked.eps_r,
        conductivitySPerM: asked.sigma_S_m,
        variabilityMode: asked.mdvar,
        timePercent: asked.time_pct,
        locationPercent: asked.location_pct,
        situationPercent: asked.situation_pct,
      },
    });
    return [{ ...asked, ...itmColumns(outcome) }];
  });
  problems.throwIfErrors(casesPath);
  return results;
};
