import { checkStoredStudy } from '../../study/study-file.ts';
import type { StoredStudy } from '../../study/study-schema.ts';

const prefix = 'phusong.last-words.';

/** The last state of a work that a page of this tab knew, where the store may lack it. */
export interface FinalSnapshot {
  work: string;
  /** Milliseconds since 1970. */
  at: number;
  study: StoredStudy;
}

/**
 * What a page that ends says at once, of a state that the store has not got yet: session storage alone is written before
 * the page is gone. It lasts as long as the tab, and until the store has it.
 */
export const keepFinalSnapshot = (last: FinalSnapshot): void => {
  try {
    window.sessionStorage.setItem(prefix + last.work, JSON.stringify(last));
  } catch {
    // refused, or too long: the store has the state before
  }
};

/** To be called once the store has a work as it was, or newer. */
export const forgetFinalSnapshot = (work: string): void => {
  try {
    window.sessionStorage.removeItem(prefix + work);
  } catch {
    // storage refused: nothing was said there
  }
};

const read = (key: string): FinalSnapshot | null => {
  try {
    const { work, at, study } = JSON.parse(window.sessionStorage.getItem(key) ?? '');
    if (typeof work !== 'string' || typeof at !== 'number') return null;
    return { work, at, study: checkStoredStudy(study, key) };
  } catch {
    return null;
  }
};

/** What pages of this tab said before they ended, of whatever pack. */
export const finalSnapshots = (): FinalSnapshot[] => {
  try {
    const known = Object.keys(window.sessionStorage).filter((key) => key.startsWith(prefix));
    return known.flatMap((key) => read(key) ?? []);
  } catch {
    return [];
  }
};
