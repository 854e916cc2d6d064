import { type HamletStatus, hasDistricts, isAbsent, statusesIn } from '../../findings/findings.ts';
import type { Range } from '../../model/facts.ts';
import type { ReportContext } from '../report-input.ts';
import { colours } from './colours.ts';
import { type Figure, figureOf, pageWidth } from './figure.ts';
import { dot, legend, stroke, swatch } from './legend.ts';
import { element, text, wrapText } from './svg.ts';

const size = 31;
const labelWidth = 520;
const rowHeight = 62;
const top = 20;

interface Row {
  label: string;
  value: number;
  written: string;
}

const rowLabel = (label: string, y: number): string => {
  const lines = wrapText(label, size, labelWidth - 30).slice(0, 2);
  return lines
    .map((line, i) =>
      text(labelWidth - 20, y + size * 0.35 + (i - (lines.length - 1) / 2) * 36, line, { size, anchor: 'end' }),
    )
    .join('');
};

/** Bars from nothing, one a row, each with its value. */
const barChart = (id: string, alt: string, rows: readonly Row[]): Figure => {
  const most = Math.max(...rows.map(({ value }) => value), Number.MIN_VALUE);
  const room = pageWidth - labelWidth - 200;
  const bars = rows.map(({ label, value, written }, i) => {
    const y = top + (i + 0.5) * rowHeight;
    const length = (value / most) * room;
    return (
      rowLabel(label, y) +
      element('rect', { x: labelWidth, y: y - 19, width: length, height: 38, fill: colours.bar }) +
      text(labelWidth + length + 14, y + 10, written, { size, weight: 600 })
    );
  });
  const axis = element('path', {
    d: `M${labelWidth} ${top}V${top + rows.length * rowHeight}`,
    stroke: colours.ink,
    'stroke-width': 2,
  });
  return figureOf(id, alt, pageWidth, top * 2 + rows.length * rowHeight, bars.join('') + axis);
};

/** Communes shown where there are no districts. */
const mostCommunes = 12;

/** People without signal in each district, most first; in the communes with most of them where there are no districts. */
export const unservedChart = ({ findings, texts }: ReportContext): Figure => {
  const ofDistricts = hasDistricts(findings);
  return barChart(
    'chart-unserved',
    texts.t(ofDistricts ? 'picture.unservedChart' : 'picture.unservedByCommune', texts.asked),
    (ofDistricts ? findings.districts : findings.communes)
      .map(({ code, name, any }) => ({ code, label: name, value: any.peopleUnserved ?? 0 }))
      .sort((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
      .slice(0, ofDistricts ? undefined : mostCommunes)
      .map(({ label, value }) => ({ label, value, written: texts.count(value) })),
  );
};

/** The sharing rate today, its target and what the plan reaches. */
export const rateChart = ({ findings: { sharing }, texts }: ReportContext): Figure => {
  const { t, share } = texts;
  const { rules, today, after } = sharing;
  const of = rules.definition === 'D1' ? 'd1' : 'd2';
  const rows = [
    { label: t('table.column.today'), value: today[of] },
    { label: t('table.column.target'), value: rules.targetRate },
    { label: t('table.column.after'), value: after[of] },
  ];
  return barChart(
    'chart-rate',
    t('picture.rateChart'),
    rows.map((row) => ({ ...row, written: share(row.value, 2) })),
  );
};

const barOrder: readonly HamletStatus[] = ['served', 'partial', 'none', 'unknown'];

/** Hamlets by status, one bar an operator and one for the best of all. */
export const operatorChart = ({ findings, places, texts }: ReportContext): Figure => {
  const { t, count, asked } = texts;
  const { province } = findings;
  const names = new Map(places.operators.map(({ id, name }) => [id, name]));
  const rows = [
    ...Object.entries(province.byOperator).map(([id, of]) => {
      const operator = names.get(id) ?? id;
      // an absent technology has no bar, and says so where its bar would begin
      const label = isAbsent(of) ? t('table.operatorWithout', { ...asked, operator }) : operator;
      return { label, hamlets: of.hamlets };
    }),
    { label: t('table.anyOperator'), hamlets: province.any.hamlets },
  ];
  const room = pageWidth - labelWidth - 40;
  const parts = statusesIn(findings)
    .filter((status) => status !== 'absent')
    .sort((a, b) => barOrder.indexOf(a) - barOrder.indexOf(b));
  const bars = rows.map(({ label, hamlets }, i) => {
    const y = top + (i + 0.5) * rowHeight;
    let x = labelWidth;
    const pieces = parts.map((part) => {
      const length = (hamlets[part] / Math.max(1, province.hamlets)) * room;
      const piece = element('rect', { x, y: y - 20, width: length, height: 40, fill: colours[part] });
      const written = count(hamlets[part]);
      const fits = length > written.length * 18 + 10;
      const fill = part === 'served' ? colours.ink : '#ffffff';
      const middle = x + length / 2;
      x += length;
      return piece + (fits ? text(middle, y + 9, written, { size: 30, weight: 600, anchor: 'middle', fill }) : '');
    });
    return rowLabel(label, y) + pieces.join('');
  });
  const height = top + rows.length * rowHeight;
  const key = legend(
    parts.map((part) => ({ mark: swatch(colours[part]), label: t(`status.${part}`) })),
    labelWidth,
    height + 10,
    room,
  );
  return figureOf(
    'chart-operators',
    t('picture.operatorChart', asked),
    pageWidth,
    height + 30 + key.height,
    bars.join('') + key.svg,
  );
};

/** Each case of money from low to high, with its central value. */
export const moneyChart = ({ findings: { sharing }, texts }: ReportContext): Figure => {
  const { t, billion } = texts;
  const rows: { label: string; range: Range }[] = [
    { label: t('table.money.consolidation'), range: sharing.money.consolidationVnd },
    { label: t('table.money.avoidedNewBuild'), range: sharing.money.avoidedNewBuildVnd },
  ];
  const low = Math.min(0, ...rows.map(({ range }) => range.low));
  const high = Math.max(0, ...rows.map(({ range }) => range.high));
  const room = pageWidth - labelWidth - 160;
  const at = (value: number): number => labelWidth + 80 + ((value - low) / Math.max(1, high - low)) * room;
  const tall = 110;
  const bars = rows.map(({ label, range }, i) => {
    const y = top + (i + 0.5) * tall;
    return [
      rowLabel(label, y),
      element('path', { d: `M${at(range.low)} ${y}H${at(range.high)}`, stroke: colours.range, 'stroke-width': 26 }),
      dot(14, colours.bar)(at(range.central), y),
      text(at(range.low), y + 44, billion(range.low), { size: 28, anchor: 'middle' }),
      text(at(range.high), y + 44, billion(range.high), { size: 28, anchor: 'middle' }),
      text(at(range.central), y - 24, billion(range.central), { size: 32, weight: 600, anchor: 'middle' }),
    ].join('');
  });
  const height = top + rows.length * tall;
  const zero =
    element('path', {
      d: `M${at(0)} ${top}V${height}`,
      stroke: colours.ink,
      'stroke-width': 2,
      'stroke-dasharray': '6 5',
    }) + text(at(0), height + 26, '0', { size: 28, anchor: 'middle' });
  const key = legend(
    [
      { mark: stroke(colours.range, 20), label: t('picture.lowToHigh') },
      { mark: dot(12, colours.bar), label: t('picture.central') },
    ],
    labelWidth,
    height + 40,
    room,
  );
  return figureOf(
    'chart-money',
    t('picture.moneyChart'),
    pageWidth,
    height + 60 + key.height,
    zero + bars.join('') + key.svg,
  );
};
