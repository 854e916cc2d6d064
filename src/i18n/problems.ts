import type { Problem } from '../model/problem.ts';
import { hasText, textLeavingOut } from './engine.ts';
import type { Language } from './languages.ts';
import './translator.ts';
import { writePlain } from './write.ts';

/** Every selection of some names, the fullest first. */
const selections = ([first, ...rest]: readonly string[]): string[][] => {
  if (first === undefined) return [[]];
  const others = selections(rest);
  return [...others.map((some) => [first, ...some]), ...others].sort((a, b) => b.length - a.length);
};

/** A value as it is typed into a file: with a plain minus. */
const written = (value: string | number, language: Language): string =>
  typeof value === 'string' ? value : writePlain(language, value, 3).replace('−', '-');

/**
 * What rule a problem breaks, in a sentence of the language. Beside the sentence under the rule's id there may be fuller
 * ones, each with the names of its values in its key ('too-large_max_unit'): the fullest that can be said is taken.
 */
export const ruleSentence = ({ rule, ruleValues = {} }: Problem, language: Language): string => {
  const names = Object.keys(ruleValues).sort();
  const keys = selections(names).map((some) => [`rule.${rule}`, ...some].join('_'));
  const values = Object.fromEntries(names.map((name) => [name, written(ruleValues[name], language)]));
  // a field of the import is called as the screen calls it; elsewhere a field is a property of a file
  if (rule === 'other-column' && ruleValues.field !== undefined) {
    values.field = textLeavingOut(language, `field.${ruleValues.field}`, {});
  }
  return textLeavingOut(language, keys.find((key) => hasText(language, key)) ?? `rule.${rule}`, values);
};

/** Where a problem is, with 'row 17' in words of the language; paths inside a file stay as they are. */
export const problemPlace = ({ place }: Pick<Problem, 'place'>, language: Language): string =>
  language === 'vi' ? place.replace(/^(?:row|line) (?=\d)/, 'dòng ') : place;

/** One line for a problem: file, place, what stands there, and the rule in words. */
export const describeProblem = (problem: Problem, language: Language): string => {
  const where = [problem.file, problemPlace(problem, language)].filter((part) => part !== '').join(': ');
  const value = problem.value === '' ? '' : ` «${problem.value}»`;
  return `${where}${value}: ${ruleSentence(problem, language)}`;
};
