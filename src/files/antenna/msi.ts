import type { MeasuredAntenna } from '../../model/facts.ts';
import { ProblemList, refuse } from '../problem-list.ts';
import { anglesInCut, at, type CutName, cutNames, isCut, type Line, numberPattern, readCut } from './msi-cut.ts';

/** What stands before and between the cuts, by its key in capitals. */
type Header = Map<string, Line>;

const headerKeys = new Set([
  'NAME',
  'MAKE',
  'FREQUENCY',
  'H_WIDTH',
  'V_WIDTH',
  'FRONT_TO_BACK',
  'GAIN',
  'TILT',
  'ELECTRICAL_TILT',
  'POLARIZATION',
  'COMMENT',
]);

const maxBytes = 1_000_000;
/** The frequencies the propagation model of the coverage takes, ITU-R P.1812. */
const frequencyLimits = { min: 30, max: 6000 };
const gainLimits = { min: -20, max: 50 };
const tiltLimits = { min: -45, max: 45 };
/** A half-wave dipole over an isotropic antenna. */
const dipoleGainDbi = 2.15;

const withUnit = (units: string): RegExp => new RegExp(`^(${numberPattern})\\s*(${units})?$`, 'i');

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const linesOf = (text: string): Line[] =>
  text.split(/\r\n|\r|\n/).flatMap((raw, i) => {
    const line = raw.trim();
    if (line === '') return [];
    const space = line.search(/\s/);
    const end = space < 0 ? line.length : space;
    return [{ number: i + 1, key: line.slice(0, end), rest: line.slice(end).trim() }];
  });

/** A file being read: what stands above its cuts, and what is wrong with it so far. */
interface Reading {
  file: string;
  header: Header;
  problems: ProblemList;
}

interface Limits {
  min: number;
  max: number;
}

/** A header's number in a unit, 0 after telling what is wrong with it. */
const headerNumber = (
  { file, header, problems }: Reading,
  field: string,
  units: string,
  convert: (value: number, unit: string) => number,
  limits: Limits,
): number => {
  const line = header.get(field);
  if (!line || line.rest === '') {
    problems.error({ file, place: line ? at(line) : '', value: '', rule: 'missing-field', ruleValues: { field } });
    return 0;
  }
  const match = withUnit(units).exec(line.rest);
  if (!match) {
    const ruleValues = { expected: `${field} ${units.replace('|', ', ')}` };
    problems.error({ file, place: at(line), value: line.rest, rule: 'wrong-type', ruleValues });
    return 0;
  }
  const value = convert(Number(match[1]), (match[2] ?? '').toLowerCase());
  if (!(value >= limits.min && value <= limits.max)) {
    problems.error({ file, place: at(line), value: line.rest, rule: 'out-of-range', ruleValues: { ...limits } });
  }
  return value;
};

/** Where the main lobe of a vertical cut lies, degrees below the horizon: the least attenuation, nearest the horizon. */
const lobeTiltDeg = (verticalDb: readonly number[]): number => {
  let best = 0;
  for (let offset = 1; offset <= tiltLimits.max; offset++) {
    for (const tilt of [offset, -offset]) {
      if (verticalDb[(tilt + 360) % 360] < verticalDb[(best + 360) % 360]) best = tilt;
    }
  }
  return best;
};

/** ELECTRICAL_TILT, or a TILT that is not mechanical; where neither has a figure, the main lobe tells. */
const tiltDeg = ({ file, header, problems }: Reading, verticalDb: readonly number[]): number => {
  for (const field of ['ELECTRICAL_TILT', 'TILT']) {
    const line = header.get(field);
    const figure = line && !/mech/i.test(line.rest) ? new RegExp(numberPattern, 'i').exec(line.rest)?.[0] : undefined;
    if (!line || figure === undefined) continue;
    const tilt = Number(figure);
    if (Math.abs(tilt) > tiltLimits.max) {
      problems.error({ file, place: at(line), value: figure, rule: 'out-of-range', ruleValues: { ...tiltLimits } });
    }
    return tilt;
  }
  return lobeTiltDeg(verticalDb);
};

/**
 * An antenna pattern in the format of MSI Planet (.msi, .pln): NAME, FREQUENCY in MHz unless it says GHz, GAIN in dBd
 * unless it says dBi, TILT, and the attenuation below that gain in dB along two cuts of 360 rows each, HORIZONTAL
 * clockwise from the boresight and VERTICAL downwards from the horizon. A first line without a key is the name.
 *
 * Throws InputError with everything wrong: not this format, cut short, a cut that is not 360 angles 0..359 in order,
 * an angle twice, text where a number belongs, negative attenuation, gain or frequency missing or out of range.
 */
export const readMsi = (bytes: Uint8Array, file: string): MeasuredAntenna => {
  if (bytes.length > maxBytes) {
    const ruleValues = { max: maxBytes, unit: 'bytes' };
    throw refuse({ file, place: '', value: String(bytes.length), rule: 'too-large', ruleValues });
  }
  const lines = linesOf(decode(bytes).normalize('NFC'));
  const problems = new ProblemList();
  const header: Header = new Map();
  const reading: Reading = { file, header, problems };
  const cuts = new Map<CutName, Float64Array>();
  let cutShort = false;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i++];
    const key = line.key.toUpperCase();
    if (isCut(key)) {
      if (cuts.has(key)) problems.error({ file, place: at(line), value: key, rule: 'repeated' });
      const cut = new Float64Array(anglesInCut);
      cuts.set(key, cut);
      const rows = i;
      i = readCut(lines, rows, key, cut, file, problems);
      cutShort = i === lines.length && i - rows < anglesInCut;
    } else if (i === 1 && !headerKeys.has(key)) {
      header.set('NAME', { ...line, rest: `${line.key} ${line.rest}`.trim() });
    } else {
      const first = header.get(key);
      if (first && key !== 'COMMENT') {
        problems.error({ file, place: at(line), value: key, rule: 'repeated', ruleValues: { first: at(first) } });
      } else header.set(key, line);
    }
  }
  if (cuts.size === 0 && !header.has('GAIN') && !header.has('FREQUENCY')) {
    const value = lines[0] ? `${lines[0].key} ${lines[0].rest}`.trim().slice(0, 40) : '';
    throw refuse({ file, place: '', value, rule: 'not-this-format', ruleValues: { expected: 'MSI, PLN' } });
  }
  const frequencyMHz = headerNumber(
    reading,
    'FREQUENCY',
    'MHz|GHz',
    (value, unit) => (unit === 'ghz' ? value * 1000 : value),
    frequencyLimits,
  );
  const gainDbi = headerNumber(
    reading,
    'GAIN',
    'dBd|dBi',
    (value, unit) => (unit === 'dbi' ? value : value + dipoleGainDbi),
    gainLimits,
  );
  for (const field of cutNames) {
    // a file cut short in one cut has told so already
    if (!cuts.has(field) && !cutShort) {
      problems.error({ file, place: '', value: '', rule: 'missing-field', ruleValues: { field } });
    }
  }
  const cutOf = (cut: CutName): number[] => [...(cuts.get(cut) ?? new Float64Array(anglesInCut))];
  const horizontalDb = cutOf('HORIZONTAL');
  const verticalDb = cutOf('VERTICAL');
  const electricalTiltDeg = tiltDeg(reading, verticalDb);
  problems.throwIfErrors(file);
  const name = header.get('NAME')?.rest || file;
  return {
    id: file.replace(/\.[^.]*$/, ''),
    kind: 'measured',
    name,
    frequencyMHz,
    gainDbi,
    electricalTiltDeg,
    horizontalDb,
    verticalDb,
    source: file,
  };
};
