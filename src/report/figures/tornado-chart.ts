import type { TornadoBar } from '../../money/uncertainty.ts';
import type { ReportContext } from '../report-input.ts';
import { colours } from './colours.ts';
import { type Figure, figureOf, pageWidth } from './figure.ts';
import { legend, stroke, swatch } from './legend.ts';
import { element, text, wrapText } from './svg.ts';

/** Bars of a case; the rest move the figure too little to see. */
const mostBars = 6;
const size = 28;
const labelWidth = 720;
const rowHeight = 68;
const titleHeight = 60;
/** For the figure written at a bar's end. */
const endRoom = 110;

interface Case {
  label: string;
  central: number;
  tornado: readonly TornadoBar[];
}

/** What each parameter's own range does to each case of money, the widest first; one scale for both cases. */
export const tornadoChart = ({ findings: { sharing }, texts }: ReportContext): Figure => {
  const { t, named, billion } = texts;
  const { money } = sharing;
  const cases: Case[] = [
    { label: t('table.money.consolidation'), central: money.consolidationVnd.central, ...money.consolidation },
    { label: t('table.money.avoidedNewBuild'), central: money.avoidedNewBuildVnd.central, ...money.avoidedNewBuild },
  ].map(({ tornado, ...rest }) => ({ ...rest, tornado: tornado.slice(0, mostBars) }));
  const ends = cases.flatMap(({ central, tornado }) => [central, ...tornado.flatMap((one) => [one.atLow, one.atHigh])]);
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const from = labelWidth + endRoom;
  const at = (vnd: number): number => from + ((vnd - least) / Math.max(1, most - least)) * (pageWidth - from - endRoom);

  let y = 10;
  const content = cases.flatMap(({ label, central, tornado }) => {
    const title = text(20, y + 40, label, { size: 30, weight: 600 });
    const top = y + titleHeight;
    const bars = tornado.map(({ parameter, atLow, atHigh }, i) => {
      const middle = top + (i + 0.5) * rowHeight;
      const name = wrapText(named('parameter.name', parameter) ?? parameter, size, labelWidth - 40).slice(0, 2);
      const bar = (vnd: number, fill: string): string =>
        element('rect', {
          x: Math.min(at(vnd), at(central)),
          y: middle - 17,
          width: Math.abs(at(vnd) - at(central)),
          height: 34,
          fill,
        });
      const [left, right] = atLow < atHigh ? [atLow, atHigh] : [atHigh, atLow];
      return [
        ...name.map((line, k) =>
          text(labelWidth - 20, middle + size * 0.35 + (k - (name.length - 1) / 2) * 32, line, { size, anchor: 'end' }),
        ),
        bar(atLow, colours.range),
        bar(atHigh, colours.bar),
        text(at(left) - 10, middle + 9, billion(left), { size: 26, anchor: 'end' }),
        text(at(right) + 10, middle + 9, billion(right), { size: 26 }),
      ].join('');
    });
    y = top + tornado.length * rowHeight + 20;
    const axis = element('path', {
      d: `M${at(central)} ${top - 6}V${y - 14}`,
      stroke: colours.ink,
      'stroke-width': 2,
    });
    return [
      title,
      ...bars,
      axis,
      text(at(central), top - 14, billion(central), { size: 26, weight: 600, anchor: 'middle' }),
    ];
  });
  const key = legend(
    [
      { mark: swatch(colours.range), label: t('picture.atLow') },
      { mark: swatch(colours.bar), label: t('picture.atHigh') },
      { mark: stroke(colours.ink, 3), label: t('picture.atCentral') },
    ],
    20,
    y + 10,
    pageWidth - 40,
  );
  return figureOf('chart-swings', t('picture.swingsChart'), pageWidth, y + 20 + key.height, content.join('') + key.svg);
};
