import { selection, sheetHeight } from '../app-state/view.ts';

const margin = 24;
const selectionWidth = 372;
export const narrowScreen = '(max-width: 860px)';

/** Pixels at each side of the map that panels lie over. */
export const uncoveredPadding = () => {
  const around = { left: margin, right: margin, top: margin, bottom: margin };
  if (window.matchMedia(narrowScreen).matches) {
    const sheet = document.querySelector<HTMLElement>('.sheet');
    const path = document.querySelector<HTMLElement>('.path');
    const covered = path?.offsetHeight ?? (sheetHeight.peek() === 'full' ? 0 : (sheet?.offsetHeight ?? 0));
    return { ...around, bottom: covered + margin };
  }
  return { ...around, right: selection.peek() ? selectionWidth + margin : margin };
};
