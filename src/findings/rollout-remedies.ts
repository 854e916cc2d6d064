import type { Hamlet } from '../model/hamlet.ts';
import { type HamletOutcome, hamletOutcomes } from '../rollout/hamlet-outcomes.ts';
import type { OptionKind, RolloutFinding } from '../rollout/rollout-types.ts';
import type { HamletRemedy } from './findings.ts';

const meansOf: Record<OptionKind, HamletRemedy['means']> = {
  retune: 'cell-on-own-site',
  sector: 'cell-on-own-site',
  carrier: 'cell-on-own-site',
  tenancy: 'tenancy',
  mast: 'new-mast',
  'small-site': 'new-mast',
};

/** A remedy and its place in the building order. */
interface Placed {
  order: number;
  remedy: HamletRemedy;
}

/**
 * A rollout plan as what closes the gap of each hamlet, in building order; then the hamlets that nothing within the rules
 * reaches. Whom the budget or the share leaves out has no remedy planned.
 *
 * @param hamlets those of the pack that the plan was made of
 * @throws Error for a plan of one operator: it says nothing of who has no signal from any
 */
export const rolloutRemedies = (finding: RolloutFinding, hamlets: readonly Pick<Hamlet, 'id'>[]): HamletRemedy[] => {
  const { operator } = finding.question;
  if (operator !== null)
    throw new Error(`A plan for ${operator} alone is no remedy of gaps that any operator may close`);
  const remedyOf = ({ hamlet, options, peopleServed, costVnd, leftOut }: HamletOutcome): Placed[] => {
    const [main] = options;
    const common = { hamletId: hamlets[hamlet].id, gap: 'signal' as const };
    if (main) {
      const { kind, siteId, backhaul } = main;
      const lengthKm = backhaul.means === 'fibre' ? backhaul.km : null;
      const remedy = {
        ...common,
        means: meansOf[kind],
        operator: main.operator,
        siteId,
        lengthKm,
        peopleServed,
        costVnd,
      };
      return [{ order: main.order, remedy }];
    }
    if (leftOut?.reason !== 'no-option') return [];
    const nothing = { operator: null, siteId: null, lengthKm: null, peopleServed: 0, costVnd: null };
    return [{ order: Number.POSITIVE_INFINITY, remedy: { ...common, means: 'none' as const, ...nothing } }];
  };
  // of those that share an order or have none, the pack's order stays
  return hamletOutcomes(finding)
    .flatMap(remedyOf)
    .sort((a, b) => (a.order === b.order ? 0 : a.order - b.order))
    .map(({ remedy }) => remedy);
};
