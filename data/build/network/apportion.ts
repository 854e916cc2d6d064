/**
 * Shares out `total` whole units in proportion to `weights` by largest remainder, none getting less than `minimum`.
 * Those whose quota falls below the minimum get it first; the rest is shared among the others. Ties go to
 * the heavier, then to the earlier, so that two weights whose quotas round to one number keep their order.
 * Throws when the minimum alone is more than the total.
 */
export const apportion = (total: number, weights: readonly number[], minimum = 0): number[] => {
  if (minimum * weights.length > total) {
    throw new Error(`Cannot share ${total} among ${weights.length} with at least ${minimum} each`);
  }
  const shares = weights.map(() => minimum);
  let open = weights.map((_, i) => i);
  let left = total;
  for (;;) {
    const sum = open.reduce((s, i) => s + weights[i], 0);
    const quota = (i: number): number => (sum > 0 ? (left * weights[i]) / sum : left / open.length);
    const above = open.filter((i) => quota(i) >= minimum);
    if (above.length === open.length) {
      for (const i of open) shares[i] = Math.floor(quota(i));
      const rest = left - open.reduce((s, i) => s + shares[i], 0);
      const remainder = (i: number): number => quota(i) - shares[i];
      const byRemainder = [...open].sort((a, b) => remainder(b) - remainder(a) || weights[b] - weights[a] || a - b);
      for (const i of byRemainder.slice(0, rest)) shares[i]++;
      return shares;
    }
    left -= minimum * (open.length - above.length);
    open = above;
  }
};
