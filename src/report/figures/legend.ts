import { colours } from './colours.ts';
import { element, text, textWidth } from './svg.ts';

/** A mark drawn at a place, and what it means. */
export interface LegendEntry {
  mark: (x: number, y: number) => string;
  label: string;
}

const lineHeight = 48;
const size = 30;

/** Entries side by side, in as many lines as the width needs. */
export const legend = (
  entries: readonly LegendEntry[],
  x0: number,
  y0: number,
  width: number,
): { svg: string; height: number } => {
  let [x, line] = [x0, 0];
  const drawn = entries.map(({ mark, label }) => {
    const room = 60 + textWidth(label, size) + 30;
    if (x > x0 && x + room > x0 + width) {
      x = x0;
      line++;
    }
    const y = y0 + line * lineHeight + lineHeight / 2;
    const svg = mark(x + 20, y) + text(x + 48, y + size * 0.35, label, { size });
    x += room;
    return svg;
  });
  return { svg: drawn.join(''), height: (line + 1) * lineHeight };
};

export const dot =
  (radius: number, fill: string, stroke = '#ffffff') =>
  (x: number, y: number): string =>
    element('circle', { cx: x, cy: y, r: radius, fill, stroke, 'stroke-width': 1.5 });

export const ring =
  (radius: number, stroke: string) =>
  (x: number, y: number): string =>
    element('circle', { cx: x, cy: y, r: radius, fill: '#ffffff', stroke, 'stroke-width': 5 });

export const swatch =
  (fill: string) =>
  (x: number, y: number): string =>
    element('rect', {
      x: x - 18,
      y: y - 12,
      width: 36,
      height: 24,
      fill,
      stroke: colours.districtBorder,
      'stroke-width': 1.5,
    });

export const square =
  (side: number, fill: string) =>
  (x: number, y: number): string =>
    element('rect', {
      x: x - side / 2,
      y: y - side / 2,
      width: side,
      height: side,
      fill,
      stroke: '#ffffff',
      'stroke-width': 1.5,
    });

export const stroke =
  (colour: string, width: number) =>
  (x: number, y: number): string =>
    element('path', { d: `M${x - 20} ${y}H${x + 20}`, stroke: colour, 'stroke-width': width });
