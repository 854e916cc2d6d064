import type { ReportContext } from '../report-input.ts';
import { annexes, annexTitles, citeAnnex, communeSheets } from './annexes.ts';
import type { Block, ReportDocument } from './blocks.ts';
import { closing } from './closing.ts';
import { createNumbering } from './numbering.ts';
import { fibre, gaps, method, pilots, summary, targets } from './sections.ts';
import { proposals, sharing } from './sharing-sections.ts';

const sections = [summary, method, gaps, fibre, closing, pilots, targets, sharing, proposals];

/** The mark by which an official text ends in Vietnamese, in place of its last full stop. */
const end = './.';

const withEnd = (blocks: readonly Block[]): Block[] => {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return [...blocks];
  return [...blocks.slice(0, -1), { ...last, text: last.text.replace(/\.$/, '') + end }];
};

/** The whole report as text, tables and figures, for the renderers that make pages. */
export const composeReport = (input: ReportContext): ReportDocument => {
  const { t, language, asked } = input.texts;
  const making = {
    input,
    number: createNumbering(input.texts),
    annex: citeAnnex(input),
    annexTitles: annexTitles(input),
  };
  const sectionBlocks = sections.flatMap((section) => section(making));
  const text: Block[] = [...(language === 'vi' ? withEnd(sectionBlocks) : sectionBlocks), { kind: 'signature' }];
  return {
    title: t('document.title', asked),
    kindOfDocument: t('document.official.kindOfDocument'),
    parts: [
      { landscape: false, blocks: text },
      { landscape: true, blocks: annexes(input) },
      ...(input.communeSheets ? [{ landscape: false, blocks: communeSheets(input) }] : []),
    ],
  };
};
