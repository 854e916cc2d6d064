import { t } from '../../i18n/language.ts';
import { type SheetHeight, sheetHeight } from '../app-state/view.ts';

const heights: readonly SheetHeight[] = ['low', 'half', 'full'];
/** A shorter drag is a tap. */
const dragPixels = 24;

const pull = (to: SheetHeight): void => {
  sheetHeight.value = to;
  // what shows of a low sheet is its title
  if (to === 'low') for (const part of document.querySelectorAll('.panel, .selection')) part.scrollTop = 0;
};

const step = (by: number): void => {
  const at = heights.indexOf(sheetHeight.value) + by;
  pull(heights[Math.max(0, Math.min(heights.length - 1, at))]);
};

const cycle = (): void => pull(heights[(heights.indexOf(sheetHeight.value) + 1) % heights.length]);

/** Pulls the sheet of a narrow screen up and down: a drag moves it a step, a tap goes round. */
export const SheetHandle = () => {
  let startY: number | null = null;
  let dragged = false;
  return (
    <button
      type="button"
      class="sheet-handle"
      aria-label={t(sheetHeight.value === 'full' ? 'app.sheet.collapse' : 'app.sheet.expand')}
      onPointerDown={(event) => {
        startY = event.clientY;
        dragged = false;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerUp={(event) => {
        const moved = startY === null ? 0 : event.clientY - startY;
        startY = null;
        if (Math.abs(moved) < dragPixels) return;
        dragged = true;
        step(moved < 0 ? 1 : -1);
      }}
      onClick={() => {
        if (!dragged) cycle();
      }}
    />
  );
};
