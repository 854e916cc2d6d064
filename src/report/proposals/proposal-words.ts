import type { Fit, Reason, Verdict } from '../../proposal/proposal-findings.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** A reason's sentence: those of a full mast differ by the rule that fills it. */
export type ReasonKey =
  | Exclude<Reason['id'], 'near-mast-full'>
  | 'near-mast-full-too-many-tenants'
  | 'near-mast-full-no-room';

/** What is said of proposed masts wherever it is said, in one language. `{{name}}` takes a value. */
export interface ProposalWords {
  jointPair: string;
  jointKept: string;
  verdict: Words<Verdict>;
  reason: Words<ReasonKey>;
  fit: Words<Fit>;
}

/** The sentence of a reason and the values it takes; numbers are written by `count`. */
export const reasonOf = (
  reason: Reason,
  count: (value: number) => string,
): { key: ReasonKey; values: Record<string, string> } => {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(reason)) {
    const short = { distanceM: 'distance', limitM: 'limit', keptPeople: 'kept' }[name] ?? name;
    values[short] = typeof value === 'number' ? count(value) : value;
  }
  const key: ReasonKey = reason.id === 'near-mast-full' ? `near-mast-full-${reason.fit}` : reason.id;
  return { key, values };
};
