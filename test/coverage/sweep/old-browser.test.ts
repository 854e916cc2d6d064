import { afterEach, expect, test, vi } from 'vitest';
import { openKernel } from '../../../src/coverage/sweep/kernel.ts';
import { describeProblem } from '../../../src/i18n/problems.ts';
import { InputError } from '../../../src/model/problem.ts';

afterEach(() => void vi.restoreAllMocks());

test('a browser that has no lanes is told which have', () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  let error: unknown;
  try {
    openKernel(1000);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InputError);
  const [problem] = (error as InputError).problems;
  expect(describeProblem(problem, 'en')).toBe(
    'coverage «WebAssembly SIMD»: this browser is too old to compute coverage; use Chrome 91, Edge 91, Firefox 89, Safari 16.4 or newer',
  );
  expect(describeProblem(problem, 'vi')).toContain('trình duyệt này quá cũ');
});

test('another is not', () => {
  expect(openKernel(1000).memory.buffer.byteLength).toBeGreaterThan(1000);
});
