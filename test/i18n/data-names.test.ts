import { expect, test } from 'vitest';
import { builtInProvenance } from '../../data/build/built-in.ts';
import parameters from '../../data/facts/parameters.json' with { type: 'json' };
import { parameter as english } from '../../src/i18n/en/report/parameter.ts';
import { parameter as vietnamese } from '../../src/i18n/vi/report/parameter.ts';
import { pack } from '../../src/i18n/vi/shared/pack.ts';
import { rule } from '../../src/i18n/vi/shared/rule.ts';
import { ruleIds } from '../../src/model/problem.ts';

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

test('every parameter of the facts has its name, and no other', () => {
  const names = sorted(parameters.map(({ name }) => name));
  expect(sorted(Object.keys(vietnamese.name))).toEqual(names);
  expect(sorted(Object.keys(english.name))).toEqual(names);
});

test('a unit that has a name is one of the facts', () => {
  const units = new Set(parameters.map(({ unit }) => unit));
  expect(Object.keys(vietnamese.unit).filter((unit) => !units.has(unit))).toEqual([]);
});

test('what the built-in pack and its parameters say of themselves is said in Vietnamese too, and nothing else', () => {
  const said = Object.values(builtInProvenance).flatMap(({ source, licence, note }) => [source, licence, note]);
  const notes = parameters.flatMap((parameter) => ('note' in parameter ? [parameter.note] : []));
  // what is said of the built-in pack's units read by another vintage
  const ofUnits = Object.keys(pack).filter((sentence) => /^Units of 20\d\d\b/.test(sentence));
  expect(ofUnits).toHaveLength(3);
  const sentences = [...said, ...notes, ...ofUnits].filter((sentence) => sentence !== undefined);
  expect(sorted(sentences).filter((sentence) => !(sentence in pack))).toEqual(['Apache-2.0']);
  expect(Object.keys(pack).filter((sentence) => !sentences.includes(sentence))).toEqual([]);
});

test('every rule has sentences, and there are none of other rules', () => {
  expect(ruleIds.filter((id) => !(id in rule))).toEqual([]);
  expect(sorted(Object.keys(rule).map((key) => key.replace(/_.*/, '')))).toEqual([...ruleIds].sort());
});
