import { describe, expect, it } from 'vitest';
import { readMsi } from '../../../src/files/antenna/msi.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import { antennaGainDbi } from '../../../src/radio/antenna.ts';

const header = ['NAME Panel 65', 'MAKE Somebody', 'FREQUENCY 1855', 'GAIN 15.35', 'TILT ELECTRICAL'];

/** 360 rows: the attenuation at each whole degree. */
const rows = (attenuationDb: (angle: number) => number): string[] =>
  Array.from({ length: 360 }, (_, angle) => `${angle}\t${attenuationDb(angle).toFixed(2)}`);

const around = (peak: number, slope: number) => (angle: number) => {
  const off = Math.abs(((angle - peak + 540) % 360) - 180);
  return Math.min(30, off * slope);
};

const horizontal = ['HORIZONTAL 360', ...rows(around(0, 0.1))];
const vertical = ['VERTICAL 360', ...rows(around(6, 0.5))];
const whole = [...header, ...horizontal, ...vertical];

const bytes = (lines: readonly string[], end = '\r\n') => new TextEncoder().encode(lines.join(end));
const read = (lines: readonly string[]) => readMsi(bytes(lines), 'panel.msi');

const problemsOf = (lines: readonly string[]): readonly Problem[] => {
  try {
    read(lines);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
};

/** The file with one line put in another's place. */
const replaced = (line: string, by: string): string[] => {
  const i = whole.indexOf(line);
  expect(i, line).toBeGreaterThanOrEqual(0);
  return whole.with(i, by);
};

describe('an MSI file', () => {
  it('gives name, frequency and both cuts', () => {
    const antenna = read(whole);
    expect(antenna.name).toBe('Panel 65');
    expect(antenna.frequencyMHz).toBe(1855);
    expect(antenna.horizontalDb[65]).toBe(6.5);
    expect(antenna.verticalDb[10]).toBe(2);
  });

  it('has its gain in dBd unless it says dBi', () => {
    expect(read(whole).gainDbi).toBeCloseTo(17.5, 12);
    expect(read(replaced('GAIN 15.35', 'GAIN 15.35 dBd')).gainDbi).toBeCloseTo(17.5, 12);
    expect(read(replaced('GAIN 15.35', 'GAIN 17.5 dBi')).gainDbi).toBe(17.5);
    expect(read(replaced('GAIN 15.35', 'gain 17.5dBi')).gainDbi).toBe(17.5);
  });

  it('has its frequency in MHz unless it says GHz', () => {
    expect(read(replaced('FREQUENCY 1855', 'FREQUENCY 1.855 GHz')).frequencyMHz).toBeCloseTo(1855, 9);
  });

  it('has the tilt it states, or else that of its main lobe', () => {
    expect(read(replaced('TILT ELECTRICAL', 'ELECTRICAL_TILT 4')).electricalTiltDeg).toBe(4);
    expect(read(replaced('TILT ELECTRICAL', 'TILT 3')).electricalTiltDeg).toBe(3);
    expect(read(replaced('TILT ELECTRICAL', 'TILT MECHANICAL 3')).electricalTiltDeg).toBe(6);
    expect(read(whole).electricalTiltDeg).toBe(6);
  });

  it('gives its full gain where its main lobe points', () => {
    const antenna = read(whole);
    const pointing = { azimuthDeg: 90, mechanicalTiltDeg: 0, electricalTiltDeg: antenna.electricalTiltDeg };
    expect(antennaGainDbi(antenna, pointing, 90, -6)).toBeCloseTo(17.5, 12);
  });

  it('may begin with its name alone, end lines as it likes, and have its cuts either way round', () => {
    const lines = ['Antenne für Tuyên Quang', ...header.slice(1), '', ...vertical, ...horizontal, ''];
    for (const end of ['\n', '\r\n', '\r']) {
      const antenna = readMsi(bytes(lines, end), 'x.pln');
      expect(antenna.name).toBe('Antenne für Tuyên Quang');
      expect(antenna.verticalDb[6]).toBe(0);
    }
  });

  it('may have comments between its cuts, and a byte-order mark', () => {
    const lines = ['\ufeffNAME Panel 65', ...header.slice(1), ...horizontal, 'COMMENT downwards', ...vertical];
    expect(read(lines).name).toBe('Panel 65');
  });

  it('keeps text as text, in NFC and from an old encoding too', () => {
    const markup = '<img src=x onerror=alert(1)> =1+1';
    expect(read(replaced('NAME Panel 65', `NAME ${markup}`)).name).toBe(markup);
    expect(read(replaced('NAME Panel 65', 'NAME Định Hóa'.normalize('NFD'))).name).toBe('Định Hóa'.normalize('NFC'));
    const latin1 = Uint8Array.from(replaced('NAME Panel 65', 'NAME für').join('\n'), (c) => c.charCodeAt(0));
    expect(readMsi(latin1, 'x.msi').name).toBe('für');
  });
});

describe('an MSI file that is refused', () => {
  it('is cut short: says which cut, how many angles came and how many belong', () => {
    const vertical0 = whole.indexOf('VERTICAL 360');
    expect(problemsOf(whole.slice(0, vertical0 + 1 + 212))).toEqual([
      {
        file: 'panel.msi',
        place: `line ${vertical0 + 1}`,
        value: 'VERTICAL 212',
        rule: 'truncated',
        ruleValues: { expected: 360, unit: '°' },
        severity: 'error',
      },
    ]);
  });

  it('is cut short before its second cut', () => {
    expect(problemsOf(whole.slice(0, whole.indexOf('VERTICAL 360')))).toMatchObject([
      { rule: 'missing-field', ruleValues: { field: 'VERTICAL' } },
    ]);
    expect(problemsOf(whole.slice(0, 40))).toMatchObject([{ rule: 'truncated', value: 'HORIZONTAL 34' }]);
  });

  it('has 359 angles in a cut', () => {
    const first = whole.indexOf('HORIZONTAL 360');
    expect(problemsOf(whole.toSpliced(first + 360, 1))).toMatchObject([
      {
        place: `line ${first + 1}`,
        value: 'HORIZONTAL',
        rule: 'wrong-count',
        ruleValues: { expected: 360, found: 359 },
      },
    ]);
    expect(problemsOf(whole.toSpliced(first, 1, 'HORIZONTAL 359').toSpliced(first + 360, 1))).toMatchObject([
      { rule: 'wrong-count', ruleValues: { found: 359 } },
      { rule: 'wrong-count', value: 'HORIZONTAL 359' },
    ]);
  });

  it('leaves an angle out in the middle', () => {
    const line = whole.indexOf('17\t1.70');
    expect(problemsOf(whole.toSpliced(line, 1))).toMatchObject([
      { place: `line ${line + 1}`, value: '18', rule: 'wrong-order', ruleValues: { expected: 17 } },
      { rule: 'wrong-count', ruleValues: { found: 359 } },
    ]);
  });

  it('has an angle twice', () => {
    const line = whole.indexOf('17\t1.70');
    expect(problemsOf(whole.with(line + 1, '17\t1.80'))).toMatchObject([
      { place: `line ${line + 2}`, value: '17', rule: 'repeated', ruleValues: { first: `line ${line + 1}` } },
    ]);
  });

  it('has its angles in another order', () => {
    const line = whole.indexOf('17\t1.70');
    const swapped = whole.with(line, whole[line + 1]).with(line + 1, whole[line]);
    expect(problemsOf(swapped)).toMatchObject([{ value: '18', rule: 'wrong-order', ruleValues: { expected: 17 } }]);
  });

  it('has a row too many', () => {
    const line = whole.indexOf('VERTICAL 360');
    expect(problemsOf(whole.toSpliced(line, 0, '360\t0.0'))).toMatchObject([
      { value: 'HORIZONTAL', rule: 'wrong-count', ruleValues: { expected: 360, found: 361 } },
    ]);
  });

  it('has text where a number belongs', () => {
    const line = whole.indexOf('17\t1.70');
    expect(problemsOf(whole.with(line, '17\t1,7o'))).toMatchObject([
      { place: `line ${line + 1}`, value: '17 1,7o', rule: 'wrong-type' },
    ]);
    expect(problemsOf(whole.with(line, 'x7\t1.70'))).toMatchObject([
      { place: `line ${line + 1}`, value: 'x7 1.70', rule: 'wrong-type' },
    ]);
    expect(problemsOf(replaced('GAIN 15.35', 'GAIN high'))).toMatchObject([
      { place: 'line 4', value: 'high', rule: 'wrong-type' },
    ]);
  });

  it('has an attenuation below zero', () => {
    expect(problemsOf(replaced('17\t1.70', '17\t-1.70'))).toMatchObject([{ value: '-1.70', rule: 'out-of-range' }]);
  });

  it('has no gain, or one no antenna has', () => {
    const without = whole.filter((line) => !line.startsWith('GAIN'));
    expect(problemsOf(without)).toMatchObject([{ rule: 'missing-field', ruleValues: { field: 'GAIN' } }]);
    expect(problemsOf(replaced('GAIN 15.35', 'GAIN'))).toMatchObject([{ place: 'line 4', rule: 'missing-field' }]);
    expect(problemsOf(replaced('GAIN 15.35', 'GAIN 1535'))).toMatchObject([{ value: '1535', rule: 'out-of-range' }]);
  });

  it('has a frequency out of range, as one in kHz', () => {
    expect(problemsOf(replaced('FREQUENCY 1855', 'FREQUENCY 1855000'))).toMatchObject([
      { place: 'line 3', value: '1855000', rule: 'out-of-range', ruleValues: { min: 30, max: 6000 } },
    ]);
  });

  it('has a tilt no antenna has', () => {
    expect(problemsOf(replaced('TILT ELECTRICAL', 'TILT 60'))).toMatchObject([
      { place: 'line 5', value: '60', rule: 'out-of-range', ruleValues: { min: -45, max: 45 } },
    ]);
  });

  it('states something twice', () => {
    expect(problemsOf(replaced('MAKE Somebody', 'GAIN 12'))).toMatchObject([
      { place: 'line 4', value: 'GAIN', rule: 'repeated', ruleValues: { first: 'line 2' } },
    ]);
    expect(problemsOf([...whole, ...vertical])).toMatchObject([{ value: 'VERTICAL', rule: 'repeated' }]);
  });

  it('is something else', () => {
    expect(problemsOf(['{"type":"FeatureCollection"}'])).toMatchObject([{ rule: 'not-this-format' }]);
    expect(problemsOf([])).toMatchObject([{ rule: 'not-this-format' }]);
    expect(problemsOf(['x'.repeat(1_000_001)])).toMatchObject([{ rule: 'too-large', value: '1000001' }]);
  });

  it('tells everything that is wrong at once', () => {
    const broken = replaced('GAIN 15.35', 'GAIN high').with(2, 'FREQUENCY 0');
    expect(problemsOf(broken).map((problem) => problem.rule)).toEqual(['out-of-range', 'wrong-type']);
  });
});
