import { InputError } from '../../model/problem.ts';
import { createSelection } from '../solver/merge-problem.ts';
import type { SharingLocks, SharingRules } from './plan-types.ts';
import { mergeName, type PreparedSharing } from './prepare.ts';

const percent = (share: number): number => Math.round(share * 1e6) / 1e4;

const refuse = (
  place: string,
  value: string,
  rule: 'out-of-range' | 'not-possible' | 'nothing-allowed',
  ruleValues = {},
) => new InputError([{ file: 'sharing', place, value, rule, ruleValues, severity: 'error' }]);

/** A rate that is to be reached lies at today's or above, and at 100 % or below. */
export const validateTarget = ({ targetRate: target }: Pick<SharingRules, 'targetRate'>, today: number): void => {
  // a target given as a percentage with two decimals may mean today's rate
  if (target >= today - 1e-9 && target <= 1) return;
  throw refuse('target', `${percent(target)} %`, 'out-of-range', { min: `${percent(today)} %`, max: '100 %' });
};

/** Forced merges must be possible, each and together; and something must be left to merge. */
export const validateLocks = (
  { pack, found, allowed, rejected, problem }: PreparedSharing,
  locks: SharingLocks,
): void => {
  const { sites } = pack;
  const selection = createSelection(problem);
  for (const key of locks.forced) {
    const option = allowed.findIndex(
      ({ host, donor }) => sites[host].id === key.hostId && sites[donor].id === key.donorId,
    );
    const place = 'locks.forced';
    if (option < 0) {
      const reason = rejected.find((pair) => mergeName(pair) === mergeName(key))?.reason ?? 'too-far';
      throw refuse(place, mergeName(key), 'not-possible', { detail: reason });
    }
    if (!selection.fits(option)) throw refuse(place, mergeName(key), 'not-possible', { detail: 'site-already-used' });
    selection.add(option);
  }
  const isForbidden = new Set(locks.forbidden.map(mergeName));
  const allForbidden = found.every(({ host, donor }) =>
    isForbidden.has(mergeName({ hostId: sites[host].id, donorId: sites[donor].id })),
  );
  if (found.length > 0 && allForbidden) throw refuse('locks.forbidden', String(found.length), 'nothing-allowed');
};
