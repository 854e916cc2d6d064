import { canSpawn, openThread, type Thread } from './thread.ts';

interface StandingJob<Api, Question, Answer> {
  /** Says which worker died, in an error. */
  name: string;
  spawn: () => Worker;
  /** Gives a fresh worker what every question needs. */
  setUp: (api: Thread<Api>['api']) => Promise<unknown>;
  ask: (api: Thread<Api>['api'], question: Question) => Promise<Answer>;
  /** The same where there is no Worker. */
  inline: (question: Question) => Answer;
}

/** A worker that stays, answering one question after another over what it was given once. */
export interface Standing<Question, Answer> {
  /** Rejects as the calculation throws, and when the worker died twice over the same question. */
  ask: (question: Question) => Promise<Answer>;
  close: () => void;
}

/** Opens a standing worker when it is first asked; a dead one is replaced and its question asked once more. */
export const openStanding = <Api, Question, Answer>(
  job: StandingJob<Api, Question, Answer>,
): Standing<Question, Answer> => {
  if (!canSpawn()) return { ask: async (question) => job.inline(question), close: () => {} };
  let open: { thread: Thread<Api>; ready: Promise<unknown> } | null = null;
  const thread = async (): Promise<Thread<Api>> => {
    if (!open || open.thread.isDead()) {
      const fresh = openThread<Api>(job.spawn(), job.name);
      open = { thread: fresh, ready: Promise.race([job.setUp(fresh.api), fresh.death]) };
    }
    await open.ready;
    return open.thread;
  };
  const attempt = async (question: Question): Promise<Answer> => {
    const on = await thread();
    return Promise.race([job.ask(on.api, question), on.death]);
  };
  return {
    ask: async (question) => {
      try {
        return await attempt(question);
      } catch (error) {
        if (!open?.thread.isDead()) throw error;
        return attempt(question);
      }
    },
    close: () => {
      open?.thread.terminate();
      open = null;
    },
  };
};
