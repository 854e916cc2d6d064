import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gunzip } from '../../../src/files/archive/gzip.ts';
import { openZip, unzip } from '../../../src/files/archive/zip.ts';
import { InputError } from '../../../src/model/problem.ts';
import { fc } from '../../support/fast-check.ts';

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

const content = strToU8('Danh sách trạm BTS của tỉnh Thái Nguyên năm 2020\n'.repeat(40));

describe('a file of an archive', () => {
  test('is checked against its CRC-32: every bit flipped is refused, or changes nothing', () => {
    const zip = zipSync({ 'a.txt': content, 'b/c.txt': strToU8('x') });
    const textsOf = (read: Map<string, Uint8Array>) =>
      [...read.values()].map((bytes) => new TextDecoder().decode(bytes)).join('|');
    const whole = textsOf(unzip(zip, 'a.zip'));
    const silent: number[] = [];
    for (let bit = 0; bit < zip.length * 8; bit++) {
      const flipped = zip.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      try {
        // a name may change: what was asked for is missing then, and its reader says so
        if (textsOf(unzip(flipped, 'a.zip')) !== whole) silent.push(bit);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    expect(silent).toEqual([]);
  });

  test('that would expand past what its directory says is refused as too large, not read', () => {
    const zip = zipSync({ 'a.txt': new Uint8Array(5_000_000) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    for (let at = 0; at + 4 <= zip.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1_000, true);
    }
    expect(problemOf(() => unzip(zip, 'a.zip'))).toMatchObject({ place: 'a.txt', rule: 'too-large' });
  });

  test('that stands twice is refused', () => {
    const zip = zipSync({ 'a.txt': strToU8('1'), 'b.txt': strToU8('2') });
    for (let at = 0; at < zip.length; at++) if (zip[at] === 0x62 && zip[at + 1] === 0x2e) zip[at] = 0x61;
    expect(problemOf(() => unzip(zip, 'a.zip'))).toMatchObject({ rule: 'repeated', value: 'a.txt' });
  });

  test('is expanded alone, within a limit of its own', () => {
    const { paths, read } = openZip(zipSync({ 'a.txt': content, 'b.txt': strToU8('x') }), 'a.zip');
    expect(paths).toEqual(['a.txt', 'b.txt']);
    expect(read('b.txt')).toEqual(strToU8('x'));
    expect(read('c.txt')).toBeNull();
    expect(problemOf(() => read('a.txt', 100))).toMatchObject({ rule: 'too-large', place: 'a.txt' });
  });
});

describe('a gzip file', () => {
  test('gives its content, of several members too', () => {
    expect(gunzip(gzipSync(content), 'a.gz')).toEqual(content);
    const both = new Uint8Array([...gzipSync(content), ...gzipSync(strToU8('x'))]);
    expect(gunzip(both, 'a.gz')).toEqual(new Uint8Array([...content, ...strToU8('x')]));
  });

  test('of any bytes changed or cut is refused, or is the same', () => {
    const whole = gzipSync(content);
    const text = new TextDecoder().decode(content);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, isCut) => {
        const bytes = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) bytes[at] ^= by;
        try {
          expect(new TextDecoder().decode(gunzip(bytes, 'a.gz'))).toBe(text);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 1_000, seed: 15 },
    );
  });

  test('that expands past the limit is refused', () => {
    expect(problemOf(() => gunzip(gzipSync(new Uint8Array(3_000_000)), 'a.gz', 1_000_000))).toMatchObject({
      rule: 'too-large',
    });
  });
});
