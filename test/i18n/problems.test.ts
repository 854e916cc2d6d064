import { expect, test } from 'vitest';
import { describeProblem, ruleSentence } from '../../src/i18n/problems.ts';
import { type Problem, ruleIds } from '../../src/model/problem.ts';

const aProblem = (change: Partial<Problem> = {}): Problem => ({
  file: 'hamlets.geojson',
  place: 'features[3]',
  value: '0',
  rule: 'no-people',
  severity: 'error',
  ...change,
});

test.each(ruleIds)('%s has a sentence in both languages, whole without any value', (rule) => {
  for (const language of ['vi', 'en'] as const) {
    const sentence = ruleSentence(aProblem({ rule }), language);
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentence).not.toMatch(/[[\]{}]/);
  }
});

test('a problem names file, place, value and rule', () => {
  expect(describeProblem(aProblem(), 'vi')).toBe('hamlets.geojson: features[3] «0»: xóm không có người');
  expect(describeProblem(aProblem(), 'en')).toBe('hamlets.geojson: features[3] «0»: the hamlet has no people');
});

test('empty place and value leave no trace', () => {
  const problem = aProblem({ rule: 'missing-file', place: '', value: '' });
  expect(describeProblem(problem, 'en')).toBe('hamlets.geojson: the file is missing');
});

test('values are filled in, numbers in the format of the language', () => {
  const problem = aProblem({ rule: 'truncated', ruleValues: { expected: 2884802, unit: 'bytes' } });
  expect(ruleSentence(problem, 'vi')).toContain('2.884.802 bytes');
  expect(ruleSentence(problem, 'en')).toContain('2,884,802 bytes');
});

test('a part whose value is missing is left out, the others stay', () => {
  const problem = aProblem({ rule: 'out-of-range', ruleValues: { max: 360 } });
  expect(ruleSentence(problem, 'en')).toBe('is outside the range allowed, at most 360');
});

test('a column is read as a field by its name in the language', () => {
  const problem = aProblem({ rule: 'other-column', ruleValues: { field: 'height', others: 'Chiều cao cột' } });
  expect(ruleSentence(problem, 'vi')).toContain('«Độ cao cột (m)»');
  expect(ruleSentence(problem, 'en')).toContain('“Height of mast (m)”');
});
