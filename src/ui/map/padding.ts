import { selection, sheetHeight } from '../state/view.ts';

const margin = 24;
const selectionWidth = 372;
export const narrowScreen = '(max-width: 860px)';

/** Pixels at each side of the map that panels lie over. */
export const uncoveredPadding = () => {
  const around = { left: margin, right: margin, top: margin, bottom: margin };
  if (window.matchMedia(narrowScreen).matches) {
    const covered = sheetHeight.peek() === 'low' ? 0.12 : 0.46;
    return { ...around, top: margin + 16, bottom: Math.round(window.innerHeight * covered) };
  }
  return { ...around, right: selection.peek() ? selectionWidth + margin : margin };
};
