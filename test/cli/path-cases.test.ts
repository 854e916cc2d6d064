import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { computeCases } from '../../src/cli/path/path-cases.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';

const header = 'id,profile,f_GHz,p_pct,htg_m,hrg_m,pol,phi_t,phi_r,lam_t,lam_r,DN,N0';
const good = 'a,hill.csv,1.8,50,40,1.5,2,21.6,21.6,105.8,105.9,45,330';
const hill = 'd_km,h_m\n0,100\n2,160\n5,120\n8,90\n10,80\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'path-cases-'));
  writeFileSync(join(folder, 'hill.csv'), hill);
});
afterEach(() => rmSync(folder, { recursive: true }));

const compute = (...rows: string[]) => {
  const cases = join(folder, 'cases.csv');
  writeFileSync(cases, rows.join('\n'));
  return computeCases(cases, folder);
};

const problemsOf = (...rows: string[]): readonly Problem[] => {
  try {
    compute(...rows);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
};

describe('a table of cases', () => {
  test('is computed in its order, a profile found by its file name', () => {
    const results = compute(header, good, good.replace('a,hill.csv,1.8', 'b,elsewhere/hill.csv,0.7'));
    expect(results.map(({ id, f_GHz }) => [id, f_GHz])).toEqual([
      ['a', 1.8],
      ['b', 0.7],
    ]);
    expect(results[0].Lbfs).toBeCloseTo(92.4 + 20 * Math.log10(1.8 * Math.hypot(10, 0.0585)), 9);
    expect(results[0].Lb).toBeGreaterThan(results[1].Lb);
  });

  test('names row, column, value and rule of everything wrong, all at once', () => {
    const problems = problemsOf(header, good.replace('1.8,50', 'fast,70'), good.replace(',2,21.6', ',3,21.6'));
    expect(problems.map(({ place, value, rule }) => [place, value, rule])).toEqual([
      ['row 2, f_GHz', 'fast', 'wrong-type'],
      ['row 2, p_pct', '70', 'out-of-range'],
      ['row 3, pol', '3', 'not-one-of'],
    ]);
  });

  test('without a column it needs names the column', () => {
    const [problem] = problemsOf(header.replace(',DN', ''), good.replace(',45', ''));
    expect(problem).toMatchObject({ place: 'row 2, DN', rule: 'missing-field' });
  });

  test('whose profile is absent names the file', () => {
    const [problem] = problemsOf(header, good.replace('hill', 'dale'));
    expect(problem).toMatchObject({ file: join(folder, 'dale.csv'), rule: 'missing-file' });
  });

  test('whose profile runs backwards names the point', () => {
    writeFileSync(join(folder, 'hill.csv'), hill.replace('5,120', '1.5,120'));
    const [problem] = problemsOf(header, good);
    expect(problem).toMatchObject({ place: 'row 4, d_km', value: '1.5', rule: 'out-of-range' });
  });
});
