export interface LatestWins<Question> {
  /** Takes a question; one that waits for its turn gives way to it. */
  ask: (question: Question) => void;
  /** Forgets the question that waits, and has the one at work end as stale. */
  drop: () => void;
}

/**
 * Works on one question at a time, and of those that come meanwhile on the last only. `work` may ask whether another
 * waits, to leave off what no one looks at any more.
 */
export const createLatestWins = <Question>(
  work: (question: Question, isStale: () => boolean) => Promise<void>,
): LatestWins<Question> => {
  let waiting: { question: Question } | null = null;
  let busy = false;
  let turn = 0;
  const next = async (): Promise<void> => {
    if (busy || !waiting) return;
    const { question } = waiting;
    waiting = null;
    busy = true;
    const mine = turn;
    await work(question, () => waiting !== null || mine !== turn);
    busy = false;
    void next();
  };
  return {
    ask: (question) => {
      waiting = { question };
      void next();
    },
    drop: () => {
      waiting = null;
      turn++;
    },
  };
};
