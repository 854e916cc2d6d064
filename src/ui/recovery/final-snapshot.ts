import type { Study } from '../../study/study.ts';
import { checkStoredStudy, storedStudy } from '../../study/study-file.ts';
import type { StoredStudy } from '../../study/study-schema.ts';

const key = 'phusong.last-words';

/**
 * What a page that ends says at once, of a state that the ring has not got yet: session storage alone is written before
 * the page is gone. It lasts as long as the tab.
 */
export const keepFinalSnapshot = (study: Study): void => {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(storedStudy(study)));
  } catch {
    // refused, or too long: the ring has the state before
  }
};

/** What this tab's page said before it ended; null where it said nothing. Heard once. */
export const takeFinalSnapshot = (): StoredStudy | null => {
  try {
    const said = window.sessionStorage.getItem(key);
    window.sessionStorage.removeItem(key);
    return said === null ? null : checkStoredStudy(JSON.parse(said), key);
  } catch {
    return null;
  }
};
