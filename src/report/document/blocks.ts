import type { Figure } from '../figures/figure.ts';
import type { ReportTable } from '../tables/report-table.ts';

/** One piece of the report's text, in reading order. Numbers of captions and headings stand in their text. */
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  /** `keepNext`: on the page of what follows. */
  | { kind: 'paragraph'; text: string; keepNext?: boolean }
  /** What must not be overlooked, set apart. */
  | { kind: 'notice'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Headings with their pages, then the annexes by name. */
  | { kind: 'contents'; title: string; annexes: readonly string[] }
  /** `compact`: in the smallest type, to keep to a page. */
  | { kind: 'table'; caption: string; table: ReportTable; compact?: boolean }
  | { kind: 'figure'; caption: string; figure: Figure }
  | { kind: 'signature' }
  /** Begins an annex on a page of its own; `place` is that among the annexes of the contents, from 0. */
  | { kind: 'annex'; number: string; title: string; note: string; place: number }
  /** Begins a commune's sheet on a page of its own; the first has its place in the contents. */
  | { kind: 'sheet'; title: string; place?: number };

/** Pages of one direction that follow each other. */
export interface Part {
  landscape: boolean;
  blocks: readonly Block[];
}

/** The report in one language: a head, the text, the annexes. */
export interface ReportDocument {
  title: string;
  /** 'Báo cáo', above the title. */
  kindOfDocument: string;
  parts: readonly Part[];
}
