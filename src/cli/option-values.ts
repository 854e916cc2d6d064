import { UsageError } from './command.ts';

/** A number of an option within its bounds. UsageError names the option, the bounds and what was given. */
export const numberIn = (option: string, text: string, min: number, max: number): number => {
  // Number takes '0x10' and '' as well
  const value = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) {
    throw new UsageError(`--${option} must be a number from ${min} to ${max}, not '${text}'.`);
  }
  return value;
};

/** One of the words an option takes. */
export const oneOf = <T extends string>(option: string, text: string, allowed: readonly T[]): T => {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new UsageError(`--${option} must be ${allowed.join(' or ')}, not '${text}'.`);
  return found;
};
