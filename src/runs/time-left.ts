/** Too little done to tell: the first tasks pay for starting the workers. */
const tooEarlyShare = 0.03;

/**
 * Seconds a run still takes, from the pace so far; null while too little is done to tell.
 * `elapsedS` counts from the start of the part that `done` and `total` count.
 */
export const secondsLeft = (done: number, total: number, elapsedS: number): number | null => {
  if (total <= 0 || done / total < tooEarlyShare) return null;
  return (elapsedS * (total - done)) / done;
};
