import type { Snapshot } from './snapshot.ts';

/** States kept of a work: enough to go back past one that is damaged, little enough to stay small. */
const ringSize = 20;
/** Works kept although nothing of them is to be offered. */
const closedWorks = 5;

/** Which work a snapshot is a state of. */
export const workOf = ({ work, tab, base }: Snapshot): string => work ?? `${tab} ${base.checksum}`;

/** Snapshots by work, the newest work and in each the newest state first. */
export const byWork = (newestFirst: readonly Snapshot[]): Snapshot[][] => {
  const works = new Map<string, Snapshot[]>();
  for (const snapshot of newestFirst) {
    const states = works.get(workOf(snapshot));
    if (states) states.push(snapshot);
    else works.set(workOf(snapshot), [snapshot]);
  }
  return [...works.values()];
};

/** Whether its user has to say what becomes of a work whose newest state this is. */
export const isOpen = ({ isClosed, scenarios }: Snapshot): boolean => !isClosed && scenarios.length > 0;

/** What is kept too long: states of a work beyond the newest, and works that are closed beyond a few. An open one stays. */
export const beyondRing = (newestFirst: readonly Snapshot[]): Snapshot[] => {
  const works = byWork(newestFirst);
  const old = works.filter(([newest]) => !isOpen(newest)).slice(closedWorks);
  return [
    ...works.filter((states) => !old.includes(states)).flatMap((states) => states.slice(ringSize)),
    ...old.flat(),
  ];
};

/** What may go where there is no room: every state that a newer one of its work replaces, and works that are closed. */
export const replaceable = (newestFirst: readonly Snapshot[]): Snapshot[] =>
  byWork(newestFirst).flatMap((states) => (isOpen(states[0]) ? states.slice(1) : states));

/** Works that wait for an answer, each by its newest state, the newest first; without the one that is open. */
export const leftWorks = (newestFirst: readonly Snapshot[], openWork: string): Snapshot[] =>
  byWork(newestFirst)
    .map(([newest]) => newest)
    .filter((newest) => isOpen(newest) && workOf(newest) !== openWork);
