import { vi } from 'vitest';

/** As much of a page as the state of the screen looks at when it is loaded; call it before anything of the screen is. */
export const standInPage = (): void => {
  vi.stubGlobal('window', {
    location: { hash: '' },
    matchMedia: () => ({ matches: false }),
    localStorage: { getItem: () => null, setItem: () => {} },
    setTimeout,
    clearTimeout,
  });
  vi.stubGlobal('document', { baseURI: 'https://localhost/' });
};
