import type { Asked } from '../../coverage/service/asked.ts';
import type { Reason } from '../../proposal/proposal-findings.ts';

/** A reason's sentence: those of a full site differ by the rule that fills it. */
type ReasonKey = Exclude<Reason['id'], 'near-mast-full'> | 'near-mast-full-too-many-tenants' | 'near-mast-full-no-room';

/** The sentence of a reason and the values it takes, what was asked among them; numbers are written by `count`. */
export const reasonOf = (
  reason: Reason,
  count: (value: number) => string,
  asked: Asked,
): { key: ReasonKey; values: Record<string, string> } => {
  const values: Record<string, string> = { ...asked };
  for (const [name, value] of Object.entries(reason)) {
    const short = { distanceM: 'distance', limitM: 'limit', keptPeople: 'kept' }[name] ?? name;
    values[short] = typeof value === 'number' ? count(value) : value;
  }
  const key: ReasonKey = reason.id === 'near-mast-full' ? `near-mast-full-${reason.fit}` : reason.id;
  return { key, values };
};
