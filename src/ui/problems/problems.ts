import { signal } from '@preact/signals';
import { InputError, type Problem } from '../../model/problem.ts';

/** Why the last file was refused, until it is read; `error` for what no rule foresaw. */
export const refusal = signal<{ problems: readonly Problem[]; error: unknown } | null>(null);

/** Tells why a file can't be used, with nothing changed. Gives true: a job's fault is dealt with by it. */
export const refuse = (error: unknown): true => {
  refusal.value = error instanceof InputError ? { problems: error.problems, error: null } : { problems: [], error };
  return true;
};

/** Notes of the base's reading, shown on demand. */
export const warnings = signal<readonly Problem[]>([]);
export const warningsShown = signal(false);
