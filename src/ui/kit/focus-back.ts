import { useEffect } from 'preact/hooks';

/** Gives the focus to an element, or to the page's main part where that is gone. */
const giveTo = (element: Element | null): void => {
  const isThere = element instanceof HTMLElement && element !== document.body && element.isConnected;
  const to = isThere ? element : document.querySelector<HTMLElement>('main');
  to?.focus({ preventScroll: true });
};

/**
 * Where a part of the page goes with the focus inside, gives the focus back to what had it before the part came, so that
 * a reader who goes by keyboard is never left nowhere.
 */
export const useFocusBack = (): void =>
  useEffect(() => {
    const before = document.activeElement;
    // taken out of the page, a part leaves the focus nowhere
    return () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body) giveTo(before);
      });
  }, []);
