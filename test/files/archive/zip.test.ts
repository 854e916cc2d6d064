import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unzip } from '../../../src/files/archive/zip.ts';
import { InputError } from '../../../src/model/problem.ts';

const problemOf = (reading: () => unknown) => {
  try {
    reading();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems[0];
  }
  throw new Error('was read');
};

describe('a zip archive', () => {
  test('gives its files by path and leaves folders out', () => {
    const zip = zipSync({ thư: { 'mục.txt': strToU8('xin chào') }, 'trống/': new Uint8Array(0) });
    expect([...unzip(zip, 'a.zip')]).toEqual([['thư/mục.txt', strToU8('xin chào')]]);
  });

  test('that would expand past the limit is refused before it does', () => {
    const zip = zipSync({ 'zeros.bin': new Uint8Array(5_000_000) });
    expect(zip.length).toBeLessThan(10_000);
    const problem = problemOf(() => unzip(zip, 'bomb.zip', { entries: 10, expandedBytes: 1_000_000 }));
    expect(problem).toMatchObject({ file: 'bomb.zip', rule: 'too-large', value: '5000000 bytes' });
  });

  test('with too many files is refused', () => {
    const zip = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, strToU8('a')])));
    const problem = problemOf(() => unzip(zip, 'many.zip', { entries: 10, expandedBytes: 1_000_000 }));
    expect(problem).toMatchObject({ rule: 'too-large', ruleValues: { max: 10, unit: 'files' } });
  });

  test.each(['../evil.txt', '/etc/passwd', 'a/../../b', 'C:\\x', '..\\x'])('with the path %s is refused', (path) => {
    const problem = problemOf(() => unzip(zipSync({ [path]: strToU8('x') }), 'a.zip'));
    expect(problem).toMatchObject({ file: 'a.zip', rule: 'unsafe-path', value: path });
  });

  test('cut short is refused', () => {
    const zip = zipSync({ 'a.txt': strToU8('some text that is long enough to matter') });
    expect(problemOf(() => unzip(zip.subarray(0, zip.length - 30), 'a.zip'))).toMatchObject({
      rule: 'not-this-format',
    });
  });
});
