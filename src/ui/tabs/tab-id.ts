const key = 'phusong.tab';

/** Known to this tab alone, and kept over a reload. */
const startTab = (): string => {
  try {
    const known = window.sessionStorage.getItem(key);
    if (known) return known;
    const fresh = Math.random().toString(36).slice(2);
    window.sessionStorage.setItem(key, fresh);
    return fresh;
  } catch {
    // storage refused: known as long as the page
    return Math.random().toString(36).slice(2);
  }
};

export const tabId = startTab();
