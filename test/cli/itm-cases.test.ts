import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { computeItmCases } from '../../src/cli/path/itm-cases.ts';
import { writtenStepM } from '../../src/cli/path/written-step.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';

const header = 'profile,f_MHz,htg_m,hrg_m,pol,climate,N0,eps_r,sigma_S_m,mdvar,time_pct,location_pct,situation_pct';
const good = 'hill.csv,1842.5,30,1.5,1,5,301,15,0.005,12,50,50,50';
const hill = 'd_km,h_m\n0,100\n2,160\n4,120\n6,90\n8,80\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itm-cases-'));
  writeFileSync(join(folder, 'hill.csv'), hill);
});
afterEach(() => rmSync(folder, { recursive: true }));

const written = (...rows: string[]): string => {
  const cases = join(folder, 'cases.csv');
  writeFileSync(cases, rows.join('\n'));
  return cases;
};
const problemsOf = (...rows: string[]): readonly Problem[] => {
  try {
    computeItmCases(written(...rows), folder);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
};

describe('a table of cases of the Irregular Terrain Model', () => {
  test('is printed as a JSON array with the same names', async () => {
    let out = '';
    const io = { stdout: (text: string) => (out += text), stderr: () => {}, interactive: false };
    const args = ['path', '--model', 'itm', '--cases', written(header, good), '--profiles', folder];
    expect(await main(args, { ...io, signal: new AbortController().signal })).toBe(0);
    const [row] = JSON.parse(out);
    expect(Object.keys(row).join()).toBe(
      `${header},code,warnings,A_dB,Aref_dB,Afs_dB,dh_m,Ns,theta_hzn_t_rad,theta_hzn_r_rad,d_hzn_t_m,d_hzn_r_m,he_t_m,he_r_m,mode`,
    );
    expect(row.Afs_dB).toBeCloseTo(32.45 + 20 * Math.log10(1842.5 * 8), 9);
    expect(row.d_hzn_t_m).toBe(2000);
  });

  test('gives a code where the model has no answer, and the other rows theirs', () => {
    const results = computeItmCases(written(header, good.replace('1842.5', '10'), good), folder);
    expect(results.map(({ code, A_dB }) => [code, A_dB === null])).toEqual([
      [1009, true],
      [1, false],
    ]);
  });

  test('names row, column, value and rule of what is no number', () => {
    const [problem, missing] = problemsOf(header, good.replace('301', 'dry'), good.replace('12,50', ',50'));
    expect(problem).toMatchObject({ place: 'row 2, N0', value: 'dry', rule: 'wrong-type' });
    expect(missing).toMatchObject({ place: 'row 3, mdvar', rule: 'missing-field' });
  });

  test('whose profile has unequal steps names the point and where it should lie', () => {
    writeFileSync(join(folder, 'hill.csv'), hill.replace('\n4,', '\n4.5,'));
    const [problem] = problemsOf(header, good);
    expect(problem).toMatchObject({
      file: join(folder, 'hill.csv'),
      place: 'row 4, d_km',
      value: '4.5',
      ruleValues: { min: 3.9, max: 4.1 },
    });
  });
});

describe('the step a table was written from', () => {
  const tableOf = (stepM: number, count: number, digits: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => Number(((i * stepM) / 1000).toPrecision(digits)));

  test('is the roundest that gives its distances back', () => {
    expect(writtenStepM(tableOf(90, 200, 9))).toBe(90);
    expect(writtenStepM(tableOf(99.708992, 79, 9))).toBe(99.708992);
    expect(writtenStepM(tableOf(99.97805, 3000, 9))).toBe(99.97805);
  });

  test('is the mean of them where none is round', () => {
    const step = 1000 / 7;
    expect(writtenStepM(tableOf(step, 500, 15))).toBeCloseTo(step, 9);
  });
});
