import type { Figure } from '../figures/figure.ts';
import type { Texts } from '../report-input.ts';
import type { ReportTable } from '../tables/report-table.ts';
import type { Block } from './blocks.ts';

const romanDigits = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

export const roman = (value: number): string => {
  let [left, written] = [value, ''];
  for (const [digit, worth] of romanDigits) {
    while (left >= worth) {
      written += digit;
      left -= worth;
    }
  }
  return written;
};

/** Makes blocks with running numbers: sections in Roman, subsections, tables and figures in Arabic numerals. */
export const createNumbering = ({ t }: Texts) => {
  let [section, subsection, tables, figures] = [0, 0, 0, 0];
  return {
    section: (text: string): Block => {
      subsection = 0;
      return { kind: 'heading', level: 1, text: `${roman(++section)}. ${text}` };
    },
    subsection: (text: string): Block => ({ kind: 'heading', level: 2, text: `${++subsection}. ${text}` }),
    table: (table: ReportTable, title = table.title): Block => ({
      kind: 'table',
      caption: t('document.official.tableCaption', { number: ++tables, title }),
      table,
    }),
    figure: (figure: Figure): Block => ({
      kind: 'figure',
      caption: t('document.official.figureCaption', { number: ++figures, title: figure.alt }),
      figure,
    }),
  };
};
export type Numbering = ReturnType<typeof createNumbering>;
