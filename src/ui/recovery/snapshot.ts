import type { Change, Moment } from '../../study/moment.ts';
import type { Scenario } from '../../study/study.ts';
import type { StoredStudy } from '../../study/study-schema.ts';

/** A study at a moment, its moments by key: they never change, so each is kept once however many snapshots have it. */
export interface Snapshot {
  /** Given by the store, ascending. */
  id?: number;
  /** Which work it is a state of; those kept before works had names are told apart by `workOf`. */
  work?: string;
  tab: string;
  /** Milliseconds since 1970. */
  at: number;
  base: { id: string; title: string; checksum: string };
  current: string | null;
  scenarios: { id: string; name: string; done: string[]; undone: string[] }[];
  /** Nothing to offer: a file holds it, or its user let it go. */
  isClosed: boolean;
  /** The file it was downloaded to, where nobody learns whether that came to be. */
  downloadedTo?: string;
}

/** A piece of a moment: a long import is kept in several, so that the page never waits for one. */
export interface MomentPart {
  key: string;
  part: number;
  parts: number;
  note: Moment['note'];
  gesture?: string;
  changes: readonly Change[];
}

/** Changes a piece: a few milliseconds of the page's time. */
const partChanges = 1_000;

export const partsOf = (key: string, { note, gesture, changes }: Moment): MomentPart[] => {
  const parts = Math.max(1, Math.ceil(changes.length / partChanges));
  return Array.from({ length: parts }, (_, part) => ({
    key,
    part,
    parts,
    note,
    ...(gesture !== undefined && { gesture }),
    changes: changes.slice(part * partChanges, (part + 1) * partChanges),
  }));
};

/** Keys of moments: the same moment, the same key, as long as the page lives. */
export interface MomentKeys {
  keyOf: (moment: Moment) => string;
  /** A moment read from the ring goes on under the key it had. */
  remember: (moment: Moment, key: string) => void;
}

export const createMomentKeys = (tab: string): MomentKeys => {
  const keys = new WeakMap<Moment, string>();
  let next = 0;
  return {
    keyOf: (moment) => {
      let key = keys.get(moment);
      if (key === undefined) {
        key = `${tab}-${next++}`;
        keys.set(moment, key);
      }
      return key;
    },
    remember: (moment, key) => void keys.set(moment, key),
  };
};

/** What is known of a snapshot besides the study itself. */
export type Keeping = Omit<Snapshot, 'id' | 'base' | 'current' | 'scenarios'>;

/** A study as a snapshot, and the moments it names. */
export const snapshotOf = (
  { base, current, scenarios }: StoredStudy,
  { keyOf }: MomentKeys,
  keeping: Keeping,
): { snapshot: Snapshot; moments: Map<string, Moment> } => {
  const moments = new Map<string, Moment>();
  const keysOf = (list: readonly Moment[]): string[] =>
    list.map((moment) => {
      const key = keyOf(moment);
      moments.set(key, moment);
      return key;
    });
  return {
    moments,
    snapshot: {
      ...keeping,
      current,
      base,
      scenarios: scenarios.map(({ id: scenario, name, done, undone }) => ({
        id: scenario,
        name,
        done: keysOf(done),
        undone: keysOf(undone),
      })),
    },
  };
};

/** Scenarios of a snapshot with their moments; null where a piece of one is missing. */
export const scenariosOf = (
  { scenarios }: Snapshot,
  parts: readonly MomentPart[],
  { remember }: Pick<MomentKeys, 'remember'>,
): Scenario[] | null => {
  const byKey = new Map<string, MomentPart[]>();
  for (const part of parts) byKey.set(part.key, [...(byKey.get(part.key) ?? []), part]);
  const moments = new Map<string, Moment>();
  for (const [key, own] of byKey) {
    if (own.length !== own[0].parts) continue;
    const { note, gesture } = own[0];
    const changes = own.sort((a, b) => a.part - b.part).flatMap((part) => part.changes);
    const moment: Moment = { note, changes, ...(gesture !== undefined && { gesture }) };
    moments.set(key, moment);
    remember(moment, key);
  }
  const whole = scenarios.every(({ done, undone }) => [...done, ...undone].every((key) => moments.has(key)));
  if (!whole) return null;
  const list = (keys: readonly string[]): Moment[] => keys.flatMap((key) => moments.get(key) ?? []);
  return scenarios.map(({ id, name, done, undone }) => ({ id, name, done: list(done), undone: list(undone) }));
};

/** Changes made since the base was opened, over all scenarios. */
export const changesIn = ({ scenarios }: Snapshot): number => scenarios.reduce((sum, { done }) => sum + done.length, 0);
