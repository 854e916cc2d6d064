import { signalClasses } from '../../coverage/raster/ramp.ts';
import { coverageRamp } from '../files/rasters.ts';
import type { Texts } from '../report-input.ts';
import { type Figure, figureOf } from './figure.ts';
import { swatch } from './legend.ts';
import { text } from './svg.ts';

const rowHeight = 48;
const width = 420;

/** What the colours of coverage mean, for the corner of a viewer; classes below the threshold are not drawn. */
export const signalLegend = (thresholdDbm: number, { t, count, asked }: Texts): Figure => {
  const classes = signalClasses(coverageRamp, 'light').filter(({ below }) => below === null || below > thresholdDbm);
  const label = ({ from, below }: (typeof classes)[number]): string => {
    const least = Math.max(from ?? thresholdDbm, thresholdDbm);
    return below === null
      ? t('picture.from', { value: count(least) })
      : t('picture.between', { low: count(least), high: count(below) });
  };
  const rows = classes.map((one, i) => {
    const y = 70 + (i + 0.5) * rowHeight;
    return swatch(one.colour)(40, y) + text(76, y + 10, label(one), { size: 28 });
  });
  const title = `${asked.level} (${t('table.unit.dbm')})`;
  return figureOf(
    'legend-signal',
    title,
    width,
    90 + classes.length * rowHeight,
    text(20, 46, title, { size: 30, weight: 600 }) + rows.join(''),
  );
};
