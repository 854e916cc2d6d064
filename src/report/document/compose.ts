import type { ReportInput } from '../report-input.ts';
import { annexes, annexTitles, citeAnnex, communeSheets } from './annexes.ts';
import type { Block, ReportDocument } from './blocks.ts';
import { createNumbering } from './numbering.ts';
import { fibre, gaps, method, pilots, proposals, sharing, summary, targets } from './sections.ts';

const sections = [summary, method, gaps, fibre, pilots, targets, sharing, proposals];

/** The mark by which an official text ends, in place of its last full stop. */
const withEnd = (blocks: readonly Block[], end: string): Block[] => {
  const last = blocks.at(-1);
  if (end === '' || last?.kind !== 'paragraph') return [...blocks];
  return [...blocks.slice(0, -1), { ...last, text: last.text.replace(/\.$/, '') + end }];
};

/** The whole report as text, tables and figures, for the renderers that make pages. */
export const composeReport = (input: ReportInput): ReportDocument => {
  const making = {
    input,
    number: createNumbering(input.words),
    annex: citeAnnex(input),
    annexTitles: annexTitles(input),
  };
  const text: Block[] = [
    ...withEnd(
      sections.flatMap((section) => section(making)),
      input.words.official.end,
    ),
    { kind: 'signature' },
  ];
  return {
    title: input.words.title,
    kindOfDocument: input.words.official.kindOfDocument,
    parts: [
      { landscape: false, blocks: text },
      { landscape: true, blocks: annexes(input) },
      ...(input.communeSheets ? [{ landscape: false, blocks: communeSheets(input) }] : []),
    ],
  };
};
