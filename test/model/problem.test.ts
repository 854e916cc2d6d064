import { expect, test } from 'vitest';
import { ProblemList } from '../../src/files/problem-list.ts';
import { describeProblem } from '../../src/i18n/problems.ts';
import { InputError, type Problem } from '../../src/model/problem.ts';

const hostile: Problem = {
  file: 'a\u202egnp.csv',
  place: 'row 3\u0007',
  value: '\u001b[2Jx\u2066',
  rule: 'wrong-type',
  ruleValues: { expected: 'number' },
  severity: 'error',
};

test('what a problem quotes of a file turns no text about it and steers no terminal', () => {
  const error = new InputError([hostile]);
  const texts = [error.message, ...error.problems.map((problem) => describeProblem(problem, 'vi'))];
  for (const text of texts) {
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    expect(text).toContain('\ufffd[2Jx\ufffd');
  }
});

test('nor does a warning', () => {
  const list = new ProblemList();
  list.warning(hostile);
  expect(list.warnings[0]).toMatchObject({ file: 'a\ufffdgnp.csv', value: '\ufffd[2Jx\ufffd', severity: 'warning' });
});
