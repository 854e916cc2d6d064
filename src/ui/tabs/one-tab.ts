/** Says of a study who holds it. `since` is when its tab opened it: the earlier one has the right. */
export interface TabMessage {
  kind: 'who' | 'held' | 'take' | 'free';
  checksum: string;
  tab: string;
  since: number;
}

interface Channel {
  post: (message: TabMessage) => void;
}

/** What a tab knows of its right to a study. Talks to the others by messages alone, so that it works on any host. */
export interface OneTab {
  /** Opens a study: asks who holds it, and lets go of the one before. */
  open: (checksum: string | null) => void;
  hear: (message: TabMessage) => void;
  /** Takes the study over from the tab that holds it. */
  take: () => void;
  leave: () => void;
  /** To be called now and then: a tab that ended without a word answers no more, and its study is free. */
  check: () => void;
}

/** Questions in a row without an answer after which a holder is taken to be gone. */
const patience = 2;

/**
 * One of several tabs on a study may change it: the one that opened it first, or took it over. The others are told.
 *
 * @param now milliseconds, the same for all tabs
 * @param onChange told whether this tab may only look, and whether that came from another closing
 */
export const createOneTab = (
  tab: string,
  { post }: Channel,
  now: () => number,
  onChange: (readOnly: boolean, freed: boolean) => void,
): OneTab => {
  let checksum: string | null = null;
  let since = 0;
  let readOnly = false;
  let unanswered = 0;
  const say = (kind: TabMessage['kind']): void => {
    if (checksum !== null) post({ kind, checksum, tab, since });
  };
  const turn = (next: boolean, freed = false): void => {
    if (readOnly === next) return;
    readOnly = next;
    // whoever may only look comes after everybody
    if (next) since = Number.MAX_SAFE_INTEGER;
    onChange(next, freed);
  };
  const begin = (freed: boolean): void => {
    unanswered = 0;
    since = now();
    turn(false, freed);
    say('who');
  };
  /** From the word on this tab answers for the study no more. */
  const letGo = (): void => {
    const held = readOnly ? null : checksum;
    checksum = null;
    if (held !== null) post({ kind: 'free', checksum: held, tab, since });
  };
  const isBefore = (other: TabMessage): boolean => since < other.since || (since === other.since && tab < other.tab);

  return {
    open: (next) => {
      if (next === checksum) return;
      letGo();
      checksum = next;
      begin(false);
    },
    hear: (message) => {
      if (message.checksum !== checksum || message.tab === tab) return;
      if (message.kind === 'held') unanswered = 0;
      if (message.kind === 'who' && !readOnly && isBefore(message)) say('held');
      else if (message.kind === 'held' && !isBefore(message)) turn(true);
      else if (message.kind === 'take') turn(true);
      else if (message.kind === 'free' && readOnly) begin(true);
    },
    take: () => {
      since = now();
      turn(false);
      say('take');
    },
    leave: letGo,
    check: () => {
      if (!readOnly) return;
      if (unanswered >= patience) begin(true);
      else {
        unanswered++;
        say('who');
      }
    },
  };
};
