import type { ProblemList } from '../problem-list.ts';

/** A line of an antenna file that has something on it, split after its first word. */
export interface Line {
  number: number;
  key: string;
  rest: string;
}

export const at = (line: Line): string => `line ${line.number}`;

export const cutNames = ['HORIZONTAL', 'VERTICAL'] as const;
export type CutName = (typeof cutNames)[number];
export const isCut = (key: string): key is CutName => (cutNames as readonly string[]).includes(key);

export const anglesInCut = 360;

/** A decimal number, as a pattern to build on. */
export const numberPattern = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:e[+-]?\\d+)?';
const wholeNumber = new RegExp(`^${numberPattern}$`, 'i');
const isNumber = (text: string): boolean => wholeNumber.test(text);

/**
 * Reads the rows of a cut, `angle attenuation`, from the line after its name on. Gives the index of the line they end
 * before; what is wrong with them is added to `problems`.
 */
export const readCut = (
  lines: readonly Line[],
  start: number,
  name: CutName,
  into: Float64Array,
  file: string,
  problems: ProblemList,
): number => {
  const declared = lines[start - 1];
  const firstAt = new Map<number, Line>();
  let i = start;
  let rows = 0;
  let ordered = true;
  for (; i < lines.length; i++) {
    const line = lines[i];
    const { key, rest } = line;
    const nextCut = isCut(key.toUpperCase());
    if (nextCut || (rows >= anglesInCut && !isNumber(key))) break;
    rows++;
    if (!isNumber(key) || !isNumber(rest)) {
      const value = `${key} ${rest}`.trim();
      problems.error({ file, place: at(line), value, rule: 'wrong-type', ruleValues: { expected: '0-359 dB' } });
      continue;
    }
    const angle = Number(key);
    const first = firstAt.get(angle);
    if (first) {
      problems.error({ file, place: at(line), value: key, rule: 'repeated', ruleValues: { first: at(first) } });
      ordered = false;
    } else if (ordered && angle !== rows - 1) {
      problems.error({ file, place: at(line), value: key, rule: 'wrong-order', ruleValues: { expected: rows - 1 } });
      // one slip puts every angle after it out of place: telling it once is enough
      ordered = false;
    }
    firstAt.set(angle, line);
    const attenuationDb = Number(rest);
    if (attenuationDb < 0) {
      problems.error({ file, place: at(line), value: rest, rule: 'out-of-range', ruleValues: { min: 0 } });
    }
    if (rows <= anglesInCut) into[rows - 1] = attenuationDb;
  }
  const place = at(declared);
  if (rows < anglesInCut && i === lines.length) {
    const ruleValues = { expected: anglesInCut, unit: '°' };
    problems.error({ file, place, value: `${name} ${rows}`, rule: 'truncated', ruleValues });
  } else if (rows !== anglesInCut) {
    const ruleValues = { expected: anglesInCut, found: rows };
    problems.error({ file, place, value: name, rule: 'wrong-count', ruleValues });
  }
  if (declared.rest !== String(anglesInCut)) {
    const value = `${name} ${declared.rest}`.trim();
    problems.error({ file, place, value, rule: 'wrong-count', ruleValues: { expected: anglesInCut } });
  }
  return i;
};
