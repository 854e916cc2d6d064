import type { IContext, IXmlableObject } from 'docx';
import { emsOf } from '../document/fit-widths.ts';
import { cellMarginsTwips } from './docx-table.ts';
import { twipsOfPoints } from './measures.ts';
import { pointsOfStyle } from './styles.ts';

type Node = Record<string, unknown>;

const children = (node: unknown, name: string): Node[] => {
  const inner = (node as Node)[name];
  return Array.isArray(inner) ? (inner as Node[]) : [];
};

/** A paragraph that ends a section carries the section's page. */
const endsSection = (node: Node): boolean =>
  children(node, 'w:p').some((part) => children(part, 'w:pPr').some((property) => 'w:sectPr' in property));

const textOf = (node: unknown): string => {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node).reduce((text, [name, inner]) => (name === '_attr' ? text : text + textOf(inner)), '');
};

const attributeOf = (property: Node, name: string, attribute: string): unknown =>
  (property[name] as { _attr?: Record<string, unknown> } | undefined)?._attr?.[attribute];

/** How full a cell's first line is by its text, by estimate: more than 1 takes another line. */
const fullness = (cell: Node): number => {
  let [width, points] = [Number.POSITIVE_INFINITY, 0];
  for (const part of children(cell, 'w:tc')) {
    for (const property of children(part, 'w:tcPr')) width = Number(attributeOf(property, 'w:tcW', 'w:w') ?? width);
    for (const inner of children(part, 'w:p')) {
      for (const property of children(inner, 'w:pPr')) {
        points = Math.max(points, pointsOfStyle(String(attributeOf(property, 'w:pStyle', 'w:val'))));
      }
    }
  }
  return (emsOf(textOf(cell)) * twipsOfPoints(points)) / (width - cellMarginsTwips);
};

/** The estimate is off by less: a cell less full than this takes one line. */
const mayWrap = 0.9;

/** An empty cell over so many columns, in the type of one of them: its mark makes a line's height as text does. */
const emptyOver = (columns: number, like: Node): Node => {
  const paragraphs = children(like, 'w:tc').filter((part) => 'w:p' in part);
  return {
    'w:tc': [
      { 'w:tcPr': [{ 'w:gridSpan': { _attr: { 'w:val': columns } } }] },
      { 'w:p': children(paragraphs[0], 'w:p').filter((part) => 'w:pPr' in part) },
    ],
  };
};

/** A row with the cells that can make its height, the others as one empty cell beside them. */
const tallestOf = (row: Node): Node => {
  const parts = children(row, 'w:tr');
  const cells = parts.filter((part) => 'w:tc' in part);
  const filled = cells.map(fullness);
  const fullest = filled.indexOf(Math.max(...filled));
  const counts = (i: number): boolean => i === fullest || filled[i] > mayWrap;
  const kept: Node[] = [];
  let left = 0;
  cells.forEach((cell, i) => {
    if (!counts(i)) {
      left++;
      return;
    }
    if (left > 0) kept.push(emptyOver(left, cell));
    left = 0;
    kept.push(cell);
  });
  return { 'w:tr': [...parts.filter((part) => !('w:tc' in part)), ...kept] };
};

/** A list of thousands of rows, with no more in it than makes its pages. */
const lightTable = (table: Node): Node => {
  let isHead = true;
  return {
    'w:tbl': children(table, 'w:tbl').map((part) => {
      if (!('w:tr' in part)) return part;
      const row = isHead ? part : tallestOf(part);
      isHead = false;
      return row;
    }),
  };
};

/**
 * Pages for the contents, as the library lays them out: of the text as it is, of the annexes with only those cells that
 * make a row's height, and up to the first of the communes' sheets. All of it as it is would take half a minute.
 */
export const pagesOfContents = async () => {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const estimate = estimatePageNumbersWith({ guess: true });
  return (body: IXmlableObject, context: IContext) => {
    const blocks = children(body, 'w:body');
    const textEnd = blocks.findIndex(endsSection);
    if (textEnd < 0) return estimate(body, context);
    const annexEnd = blocks.findIndex((block, i) => i > textEnd && endsSection(block));
    // the sheet's own section is told by the last block
    const until = annexEnd < 0 ? blocks.length : annexEnd + 2;
    const light = blocks
      .slice(0, until)
      .map((block, i) => (i > textEnd && 'w:tbl' in block ? lightTable(block) : block));
    if (until < blocks.length) light.push(blocks[blocks.length - 1]);
    return estimate({ 'w:body': light } as IXmlableObject, context);
  };
};
